package org.saccade.benchmarks.runs;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.saccade.operators.probability.SplitMix;
import org.saccade.operators.safetensors.Safetensors;
import org.saccade.operators.spikepoint.EarlyExit;
import org.saccade.operators.spikepoint.Precision;
import org.saccade.operators.spikepoint.Preprocessing;
import org.saccade.operators.spikepoint.SpikePoint;
import org.saccade.operators.spikepoint.SpikePointModel;
import org.saccade.operators.spikepoint.SpikePointParameters;
import org.saccade.schemas.batch.EventBatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * SpikePoint on one thread, from a window's events to its scores, beside its layers in PyTorch; by
 * processor time, ours and the peer's in turn.
 */
@Command(
    name = "spikepoint",
    mixinStandardHelpOptions = true,
    description = "SpikePoint's windows a second on one thread, beside PyTorch.")
public final class SpikePointSpeed implements Callable<Integer> {
  @Option(
      names = "--model",
      description = "A trained model (default: the narrow network with random weights).")
  private Path model;

  @Option(names = "--rounds", description = "Rounds after the first two (${DEFAULT-VALUE}).")
  private int rounds = 7;

  @Option(names = "--windows", description = "Windows of a round (${DEFAULT-VALUE}).")
  private int windows = 8;

  @Option(names = "--python", description = "A Python that has torch (${DEFAULT-VALUE}).")
  private String python = "python3";

  @Override
  public Integer call() throws Exception {
    Path folder = Files.createTempDirectory("saccade-bench-spikepoint-");
    try {
      Safetensors file = model == null ? RandomSpikePoint.narrow() : Safetensors.read(model);
      Path written = folder.resolve("model.safetensors");
      Files.write(written, file.toBytes());
      measure(SpikePointModel.of(file), written, folder);
    } finally {
      Road.delete(folder);
    }
    return 0;
  }

  private void measure(SpikePointModel model, Path file, Path folder) throws Exception {
    SpikePointParameters p = model.parameters();
    System.out.printf(
        Locale.ROOT,
        "%d points, %d centroids, groups of %d, %d steps, widths %s, %d classes;"
            + " windows a second of processor time, median (range)%n",
        p.points(),
        p.centroids(),
        p.neighbours(),
        p.steps(),
        p.widths(),
        p.classes());
    SpikePoint single = new SpikePoint(model);
    SpikePoint exact = new SpikePoint(model, Precision.DOUBLE);
    EventBatch events = events(model.preprocessing(), 4 * p.points());
    double[][] rates = new double[5][rounds];
    for (int round = -2; round < rounds; round++) {
      double[] now = {
        rate(single, events, p.steps(), windows),
        rate(single, events, Math.max(1, p.steps() / 2), windows),
        rate(single, events, Math.max(1, p.steps() / 4), windows),
        round < 0 ? rate(exact, events, p.steps(), 1) : 0,
        peer(file, folder)
      };
      for (int i = 0; i < now.length && round >= 0; i++) {
        rates[i][round] = now[i];
      }
    }
    Arrays.setAll(rates[3], i -> rate(exact, events, p.steps(), 1));
    line("events to scores, single precision", rates[0]);
    line("the same, stopped at half of the steps", rates[1]);
    line("the same, stopped at a quarter of the steps", rates[2]);
    line("the reference in double precision", rates[3]);
    if (Double.isNaN(rates[4][0])) {
      System.out.printf("  %s has no torch: no peer%n", python);
    } else {
      line("PyTorch, one thread, network only", rates[4]);
      double[] ratio = new double[rounds];
      Arrays.setAll(ratio, i -> rates[0][i] / rates[4][i]);
      line("ours / PyTorch", ratio);
    }
  }

  private static void line(String name, double[] values) {
    double[] v = values.clone();
    Arrays.sort(v);
    System.out.printf(
        Locale.ROOT,
        "  %-44s %8.2f  (%.2f .. %.2f)%n",
        name,
        v[v.length / 2],
        v[0],
        v[v.length - 1]);
  }

  /** Windows a second of this thread's processor time. */
  private static double rate(SpikePoint spikePoint, EventBatch events, int steps, int windows) {
    EarlyExit exit = new EarlyExit(steps, 256, Double.MIN_VALUE);
    long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    for (int i = 0; i < windows; i++) {
      spikePoint.classify(events, i, exit);
    }
    long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin;
    return windows * 1e9 / nanos;
  }

  /** The median of three windows of PyTorch's, a second; NaN where this Python has no torch. */
  private double peer(Path model, Path folder) throws IOException, InterruptedException {
    Path script = folder.resolve("spikepoint_peer.py");
    try (var in = getClass().getResourceAsStream("/org/saccade/benchmarks/spikepoint.py")) {
      Files.write(script, in.readAllBytes());
    }
    Process process;
    try {
      process =
          new ProcessBuilder(python, script.toString(), model.toString(), "4")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      return Double.NaN;
    }
    List<String> lines = new String(process.getInputStream().readAllBytes()).lines().toList();
    if (process.waitFor() != 0) {
      return Double.NaN;
    }
    return 1 / lines.stream().skip(1).mapToDouble(Double::parseDouble).sorted().toArray()[1];
  }

  /** A noisy ring that is drawn once in the window. */
  private static EventBatch events(Preprocessing preprocessing, int count) {
    SplitMix random = new SplitMix(3);
    EventBatch events = new EventBatch(count);
    long duration = Math.max(1, preprocessing.windowMicros());
    for (int i = 0; i < count; i++) {
      double turn = 2 * Math.PI * i / count;
      double radius = 0.3 + 0.02 * random.nextGaussian();
      int x = (int) ((0.5 + radius * Math.cos(turn)) * preprocessing.width());
      int y = (int) ((0.5 + radius * Math.sin(turn)) * preprocessing.height());
      events.add(
          duration * i / count,
          Math.max(0, Math.min(preprocessing.width() - 1, x)),
          Math.max(0, Math.min(preprocessing.height() - 1, y)),
          i & 1);
    }
    return events;
  }
}
