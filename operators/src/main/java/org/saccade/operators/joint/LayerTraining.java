package org.saccade.operators.joint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.saccade.operators.probability.SplitMix;

/**
 * Trains a {@link TrainedLayer} on labelled records: log loss, L2, Adam over mini-batches (D.
 * Kingma, J. Ba, 2015), everything drawn from a seed.
 */
public final class LayerTraining {
  private static final int HIDDEN = 8;
  private static final int BATCH = 64;
  private static final int EPOCHS = 60;
  private static final double RATE = 0.01;
  private static final double L2 = 1e-4;
  private static final double BETA1 = 0.9;
  private static final double BETA2 = 0.999;
  private static final double EPSILON = 1e-8;

  private final int inputs;
  private final SplitMix random;
  private final double[] weights;
  private final double[] gradient;
  private final double[] first;
  private final double[] second;
  private final double[] hidden = new double[HIDDEN];
  private long steps;

  /**
   * Labelled records of one series of records.
   *
   * @param x inputs, a row a record
   * @param labels whether a record is an anomaly
   */
  @SuppressWarnings("ArrayRecordComponent") // made once, compared by nobody
  public record Examples(double[][] x, boolean[] labels) {}

  /**
   * A layer and what such layers were worth on series that they were not trained on.
   *
   * @param layer trained on all series
   */
  public record Result(TrainedLayer layer, HeldOut heldOut) {}

  private LayerTraining(int inputs, long seed) {
    this.inputs = inputs;
    random = new SplitMix(seed);
    weights = new double[HIDDEN * inputs + HIDDEN + HIDDEN + 1];
    for (int i = 0; i < HIDDEN * inputs; i++) {
      weights[i] = random.nextGaussian() / StrictMath.sqrt(inputs);
    }
    for (int k = 0; k < HIDDEN; k++) {
      weights[HIDDEN * (inputs + 1) + k] = random.nextGaussian() / StrictMath.sqrt(HIDDEN);
    }
    gradient = new double[weights.length];
    first = new double[weights.length];
    second = new double[weights.length];
  }

  /**
   * Trains on all of the series.
   *
   * @param dimensions names of what a record consists of
   * @throws IllegalArgumentException if all labels are alike
   */
  public static TrainedLayer train(List<String> dimensions, List<Examples> series, long seed) {
    int inputs = JointInputs.EACH * dimensions.size();
    List<double[]> rows = new ArrayList<>();
    List<Boolean> labels = new ArrayList<>();
    for (Examples one : series) {
      for (int i = 0; i < one.x().length; i++) {
        rows.add(one.x()[i]);
        labels.add(one.labels()[i]);
      }
    }
    if (!areOfBothKinds(series)) {
      throw new IllegalArgumentException(
          "all "
              + labels.size()
              + " records behind the warm-ups have the same label: some must be 0, and some 1");
    }
    double[] mean = new double[inputs];
    double[] deviation = new double[inputs];
    moments(rows, mean, deviation);
    double[][] u = new double[rows.size()][inputs];
    for (int r = 0; r < u.length; r++) {
      for (int i = 0; i < inputs; i++) {
        u[r][i] = (rows.get(r)[i] - mean[i]) / deviation[i];
      }
    }
    LayerTraining training = new LayerTraining(inputs, seed);
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      training.epoch(u, labels, RATE * (1 - (double) epoch / EPOCHS));
    }
    return training.layer(dimensions, mean, deviation);
  }

  /** Trains on all of the series, with the score's half where F1 is best on series left out. */
  public static Result trainAndHoldOut(List<String> dimensions, List<Examples> series, long seed) {
    HeldOut heldOut = HeldOut.of(dimensions, series, seed);
    TrainedLayer layer = train(dimensions, series, seed);
    return new Result(layer.centredAt(heldOut.logit()), heldOut);
  }

  static boolean areOfBothKinds(List<Examples> series) {
    boolean[] seen = new boolean[2];
    for (Examples one : series) {
      for (boolean label : one.labels()) {
        seen[label ? 1 : 0] = true;
      }
    }
    return seen[0] && seen[1];
  }

  private static void moments(List<double[]> rows, double[] mean, double[] deviation) {
    for (double[] row : rows) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += row[i] / rows.size();
      }
    }
    for (double[] row : rows) {
      for (int i = 0; i < mean.length; i++) {
        deviation[i] += (row[i] - mean[i]) * (row[i] - mean[i]) / rows.size();
      }
    }
    for (int i = 0; i < mean.length; i++) {
      deviation[i] = deviation[i] > 0 ? StrictMath.sqrt(deviation[i]) : 1;
    }
  }

  private void epoch(double[][] u, List<Boolean> labels, double rate) {
    int[] order = new int[u.length];
    for (int i = 0; i < order.length; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    for (int from = 0; from < order.length; from += BATCH) {
      int to = Math.min(order.length, from + BATCH);
      Arrays.fill(gradient, 0);
      for (int k = from; k < to; k++) {
        add(u[order[k]], labels.get(order[k]) ? 1 : 0, 1.0 / (to - from));
      }
      descend(rate);
    }
  }

  /** Adds one record's gradient of the log loss. */
  private void add(double[] u, double label, double part) {
    int biases = HIDDEN * inputs;
    int outputs = biases + HIDDEN;
    double logit = weights[outputs + HIDDEN];
    for (int k = 0; k < HIDDEN; k++) {
      double in = weights[biases + k];
      for (int i = 0; i < inputs; i++) {
        in += weights[k * inputs + i] * u[i];
      }
      hidden[k] = StrictMath.tanh(in);
      logit += weights[outputs + k] * hidden[k];
    }
    double error = part * (1 / (1 + StrictMath.exp(-logit)) - label);
    gradient[outputs + HIDDEN] += error;
    for (int k = 0; k < HIDDEN; k++) {
      gradient[outputs + k] += error * hidden[k];
      double back = error * weights[outputs + k] * (1 - hidden[k] * hidden[k]);
      gradient[biases + k] += back;
      for (int i = 0; i < inputs; i++) {
        gradient[k * inputs + i] += back * u[i];
      }
    }
  }

  private void descend(double rate) {
    steps++;
    double scale1 = 1 - StrictMath.pow(BETA1, steps);
    double scale2 = 1 - StrictMath.pow(BETA2, steps);
    for (int i = 0; i < weights.length; i++) {
      double g = gradient[i] + L2 * weights[i];
      first[i] = BETA1 * first[i] + (1 - BETA1) * g;
      second[i] = BETA2 * second[i] + (1 - BETA2) * g * g;
      weights[i] -= rate * first[i] / scale1 / (Math.sqrt(second[i] / scale2) + EPSILON);
    }
  }

  private TrainedLayer layer(List<String> dimensions, double[] mean, double[] deviation) {
    int biases = HIDDEN * inputs;
    int outputs = biases + HIDDEN;
    return new TrainedLayer(
        dimensions,
        mean,
        deviation,
        Arrays.copyOf(weights, biases),
        Arrays.copyOfRange(weights, biases, outputs),
        Arrays.copyOfRange(weights, outputs, outputs + HIDDEN),
        weights[outputs + HIDDEN]);
  }
}
