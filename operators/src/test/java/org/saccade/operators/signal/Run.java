package org.saccade.operators.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import org.saccade.operators.paged.PageStore;
import org.saccade.schemas.batch.SampleBatch;

/** What an operator made of a recording: what it found, and what it left in the samples. */
public final class Run {
  private final Function<Consumer<String>, SignalOperator> make;
  private final PageStore store = new PageStore();
  private final List<String> found = new ArrayList<>();
  private final List<double[]> left = new ArrayList<>();
  private SignalOperator operator;

  private Run(Function<Consumer<String>, SignalOperator> make) {
    this.make = make;
    operator = make.apply(found::add);
  }

  /** Piece by piece. */
  public static Run whole(Function<Consumer<String>, SignalOperator> make, Recording recording) {
    Run run = new Run(make);
    for (Object piece : recording.pieces()) {
      run.take(piece);
    }
    return run;
  }

  /** Cut anywhere, put away and taken up by a new one now and then. */
  public static Run inParts(
      Function<Consumer<String>, SignalOperator> make, Recording recording, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int longest = 1 + random.nextInt(random.nextBoolean() ? 3 : 700);
    Run run = new Run(make);
    for (Object piece : recording.pieces()) {
      if (piece instanceof double[][] samples) {
        for (int from = 0; from < samples[0].length; ) {
          int to = Math.min(samples[0].length, from + random.nextInt(longest + 1));
          run.samples(Recording.batch(samples, from, to));
          from = to;
          if (random.nextInt(8) == 0) {
            run.restart();
          }
        }
      } else {
        long missing = (Long) piece;
        long first = random.nextLong(missing + 1);
        run.operator.gap(first);
        run.restart();
        run.operator.gap(missing - first);
      }
    }
    return run;
  }

  /** One recording, all forgotten, another: what was made of the other. */
  public static Run afterClear(
      Function<Consumer<String>, SignalOperator> make, Recording before, Recording after) {
    Run run = new Run(make);
    before.pieces().forEach(run::take);
    run.operator.clear();
    run.restart();
    run.found.clear();
    run.left.clear();
    after.pieces().forEach(run::take);
    return run;
  }

  private void take(Object piece) {
    if (piece instanceof double[][] samples) {
      samples(Recording.batch(samples, 0, samples[0].length));
    } else {
      operator.gap((Long) piece);
    }
  }

  private void samples(SampleBatch batch) {
    operator.process(batch);
    for (int i = 0; i < batch.size(); i++) {
      double[] at = new double[batch.channels()];
      for (int c = 0; c < at.length; c++) {
        at[c] = batch.channel(c)[i];
      }
      left.add(at);
    }
  }

  private void restart() {
    operator.flush(store);
    operator = make.apply(found::add);
    store.restoreInto(operator);
  }

  /** One line for each thing that was found, with all its bits. */
  public List<String> found() {
    return found;
  }

  /** Samples as they were left, {@code [sample][channel]}. */
  public double[][] left() {
    return left.toArray(double[][]::new);
  }

  /** One channel as it was left. */
  public double[] channel(int c) {
    return left.stream().mapToDouble(at -> at[c]).toArray();
  }

  /** The bits of doubles as text. */
  public static String bits(double... values) {
    StringBuilder text = new StringBuilder();
    for (double value : values) {
      text.append(' ').append(Long.toHexString(Double.doubleToLongBits(value)));
    }
    return text.toString();
  }
}
