package org.saccade.benchmarks.runs;

import com.sun.management.ThreadMXBean;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.function.LongToDoubleFunction;
import java.util.stream.LongStream;
import org.saccade.local.series.CsvSeries;
import org.saccade.operators.htm.HtmDesign;
import org.saccade.operators.htm.HtmParameters;
import org.saccade.operators.sequential.Decision;
import org.saccade.operators.sequential.SequentialTest;
import org.saccade.operators.series.SeriesDetector;
import org.saccade.operators.series.SeriesParameters;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The detector of a series on one thread: records a second, time of a record, bytes allocated, over
 * as many records as one likes; a peer beside it; the sequential test alone.
 */
@Command(name = "htm", mixinStandardHelpOptions = true, description = "HTM and sequential test.")
public final class HtmSpeed implements Callable<Integer> {
  static final int WARM_UP = 750;
  private static final long HALF_HOUR = 1_800_000_000L;
  private static final int TESTS = 200_000_000;

  @Option(names = "--series", description = "CSV of timestamp,value (NAB's nyc_taxi.csv).")
  Path series;

  @Option(
      names = "--records",
      description = "Records; a series is repeated (default: the series once, or 50000).")
  long records;

  @Option(names = "--report-every", description = "Records a line (default: a tenth).")
  long every;

  @Option(names = "--model", description = "values, numenta or small (default: values).")
  String model = "values";

  @Option(
      names = "--models",
      description = "So many models side by side, each of a series of its own, and their memory.")
  int models = 1;

  @Option(
      names = "--htm-java",
      description = "Folder of htm.java's jars: it is run too (jobs/benchmarks/src/peers).")
  Path htmJava;

  private double min = EndlessSeries.MIN;
  private double max = EndlessSeries.MAX;

  @Override
  public Integer call() throws Exception {
    if (models > 1) {
      new HtmMemory(parameters(), models, records > 0 ? records : 2000).run();
      return 0;
    }
    LongToDoubleFunction values = values();
    long peerFrom = records / 3;
    double speed = detector(values, peerFrom);
    sequentialTest();
    if (htmJava != null) {
      double peer = peer(values, peerFrom);
      System.out.printf(
          Locale.ROOT,
          "records %,d to %,d, a cpu second: %,.0f, htm.java %,.0f: %.1f times%n",
          peerFrom,
          records,
          speed,
          peer,
          speed / peer);
    }
    return 0;
  }

  /** The value of each record: a file again and again, or a series without end. */
  private LongToDoubleFunction values() throws IOException {
    if (series == null) {
      records = records > 0 ? records : 50_000;
      return new EndlessSeries(1);
    }
    double[] read = CsvSeries.read(series).values();
    records = records > 0 ? records : read.length;
    min = Arrays.stream(read).min().orElseThrow();
    max = Arrays.stream(read).max().orElseThrow();
    // Each pass is a little higher than the one before, so that there is always to learn.
    return i -> (1 + 0.01 * (i / read.length % 7)) * read[(int) (i % read.length)];
  }

  private HtmParameters parameters() {
    return switch (model) {
      case "values" -> HtmParameters.VALUES;
      case "numenta" -> HtmParameters.NUMENTA;
      case "small" -> HtmParameters.SMALL_VALUES;
      default -> throw new IllegalArgumentException("--model " + model + ": no such set");
    };
  }

  /** Records a second of processor time from the given record on. */
  private double detector(LongToDoubleFunction values, long from) {
    SeriesDetector detector =
        new SeriesDetector(
            new HtmDesign(parameters()),
            new SeriesParameters(SeriesParameters.resolution(min, max), WARM_UP, 10_000));
    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long step = every > 0 ? every : Math.max(1, records / 10);
    int[] nanos = new int[(int) Math.min(step, 1 << 20)];
    System.out.printf(
        "%12s %12s %12s %8s %8s %8s %10s %10s%n",
        "records", "records/s", "per cpu s", "p50 µs", "p99 µs", "max µs", "B/record", "bytes");
    long cpuFrom = thread.getCurrentThreadCpuTime();
    for (long done = 0; done < records; ) {
      long to = Math.min(records, done + step);
      long n = to - done;
      long start = System.nanoTime();
      long cpu = thread.getCurrentThreadCpuTime();
      long allocated = thread.getCurrentThreadAllocatedBytes();
      for (; done < to; done++) {
        if (done == from) {
          cpuFrom = thread.getCurrentThreadCpuTime();
        }
        double value = values.applyAsDouble(done);
        long before = System.nanoTime();
        detector.step(done * HALF_HOUR, value);
        nanos[(int) (done % nanos.length)] = (int) (System.nanoTime() - before);
      }
      allocated = thread.getCurrentThreadAllocatedBytes() - allocated;
      cpu = thread.getCurrentThreadCpuTime() - cpu;
      double seconds = (System.nanoTime() - start) / 1e9;
      int[] sorted = Arrays.copyOf(nanos, (int) Math.min(n, nanos.length));
      Arrays.sort(sorted);
      System.out.printf(
          Locale.ROOT,
          "%,12d %,12.0f %,12.0f %8.1f %8.1f %8.0f %10.2f %,10d%n",
          done,
          n / seconds,
          n / (cpu / 1e9),
          sorted[sorted.length / 2] / 1e3,
          sorted[(int) (sorted.length * 0.99)] / 1e3,
          sorted[sorted.length - 1] / 1e3,
          (double) allocated / n,
          detector.bytes());
    }
    return (records - from) / ((thread.getCurrentThreadCpuTime() - cpuFrom) / 1e9);
  }

  private static void sequentialTest() {
    SplittableRandom random = new SplittableRandom(1);
    double[] evidence = new double[1 << 12];
    Arrays.setAll(evidence, i -> random.nextGaussian() - 0.5);
    SequentialTest test = SequentialTest.cusum(5);
    long alarms = 0;
    double best = 0;
    for (int round = 0; round < 3; round++) {
      long start = System.nanoTime();
      for (int i = 0; i < TESTS; i++) {
        alarms += test.step(evidence[i & evidence.length - 1]) == Decision.ALTERNATIVE ? 1 : 0;
      }
      best = Math.max(best, TESTS / ((System.nanoTime() - start) / 1e9));
    }
    System.out.printf(
        Locale.ROOT, "sequential test: %.0f M updates/s (%d alarms)%n", best / 1e6, alarms);
  }

  /** Records a second of processor time of htm.java, in a process of its own. */
  private double peer(LongToDoubleFunction values, long from)
      throws IOException, InterruptedException {
    Path source = Path.of("jobs", "benchmarks", "src", "peers", "HtmJava.java");
    if (!Files.exists(source)) {
      throw new IOException(source + " is not here: start from the repository's root");
    }
    Path file = Files.createTempFile("saccade", ".txt");
    try {
      Files.write(
          file,
          LongStream.range(0, records)
              .mapToObj(i -> Double.toString(values.applyAsDouble(i)))
              .toList());
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  htmJava + File.separator + "*" + File.pathSeparator + classPath(),
                  source.toString(),
                  file.toString(),
                  Long.toString(from))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      String out = new String(process.getInputStream().readAllBytes());
      if (process.waitFor() != 0) {
        throw new IOException("htm.java ended with " + process.exitValue() + ": " + out);
      }
      System.out.print(out);
      return Double.parseDouble(out.strip().substring(out.strip().lastIndexOf(' ') + 1));
    } finally {
      Files.delete(file);
    }
  }

  /** Where this program's own classes are: the encoder is ours on both sides. */
  private static String classPath() {
    return Path.of(HtmDesign.class.getProtectionDomain().getCodeSource().getLocation().getPath())
        .toString();
  }
}
