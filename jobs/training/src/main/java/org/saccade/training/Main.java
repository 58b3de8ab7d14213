package org.saccade.training;

import org.saccade.training.cli.TrainSpikePoint;

/** {@code saccade train NAME}, for the models that are trained on PyTorch. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(TrainSpikePoint.execute(args, System.out, System.err));
  }
}
