package org.saccade.benchmarks;

import java.io.IOException;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.saccade.benchmarks.falsealarms.FalseAlarms;
import org.saccade.benchmarks.ridge.Ridge;
import org.saccade.benchmarks.runs.Decoders;
import org.saccade.benchmarks.runs.FilterTable;
import org.saccade.benchmarks.runs.HtmSpeed;
import org.saccade.benchmarks.runs.Latency;
import org.saccade.benchmarks.runs.MoaDetectors;
import org.saccade.benchmarks.runs.NeuralSpeed;
import org.saccade.benchmarks.runs.Road;
import org.saccade.benchmarks.runs.SeekTimes;
import org.saccade.benchmarks.runs.SpikePointLatency;
import org.saccade.benchmarks.runs.SpikePointSpeed;
import org.saccade.benchmarks.vision.Vision;
import picocli.CommandLine;

/** {@code saccade bench}: one of the whole runs by name, else JMH by pattern. */
public final class Main {
  /** The arguments or the input cannot be used. */
  private static final int UNUSABLE = 2;

  private Main() {}

  public static void main(String[] args) throws Exception {
    if (args.length == 0 || args[0].equals("-h") || args[0].equals("--help")) {
      list();
      return;
    }
    String[] rest = Arrays.copyOfRange(args, 1, args.length);
    switch (args[0]) {
      case "road" -> run(new Road(), rest);
      case "vision" -> run(new Vision(), rest);
      case "latency" -> run(new Latency(), rest);
      case "filters" -> {
        new FilterTable(System.out).print();
        new FilterSpeed(System.out).print();
      }
      case "decoders" -> run(new Decoders(), rest);
      case "seek" -> run(new SeekTimes(), rest);
      case "drift" -> run(new MoaDetectors(), rest);
      case "false-alarms" -> run(new FalseAlarms(), rest);
      case "htm" -> run(new HtmSpeed(), rest);
      case "neural" -> run(new NeuralSpeed(), rest);
      case "spikepoint" -> run(new SpikePointSpeed(), rest);
      case "ridge" -> run(new Ridge(), rest);
      case "spikepoint-latency" -> run(new SpikePointLatency(), rest);
      case "allocation" -> AllocationProfile.run();
      default -> jmh(args[0], rest);
    }
  }

  /** Runs one to its end; an error is one line, with its trace where {@code --debug} is given. */
  private static void run(Callable<Integer> benchmark, String[] arguments) {
    boolean debug = Arrays.asList(arguments).contains("--debug");
    CommandLine line = new CommandLine(benchmark);
    line.setParameterExceptionHandler(
        (e, given) -> {
          System.err.println("saccade bench: " + e.getMessage());
          return UNUSABLE;
        });
    line.setExecutionExceptionHandler(
        (e, command, parsed) -> {
          if (debug) {
            e.printStackTrace();
          }
          System.err.println("saccade bench: " + (e.getMessage() == null ? e : e.getMessage()));
          return e instanceof IOException || e instanceof IllegalArgumentException ? UNUSABLE : 1;
        });
    String[] rest =
        Arrays.stream(arguments).filter(a -> !a.equals("--debug")).toArray(String[]::new);
    System.exit(line.execute(rest));
  }

  private static void list() throws IOException {
    System.out.println(
        """
        road        topic -> job -> decode beside decode alone; all at once; heap beside RocksDB
        latency     append to result at 1, 5 and 20 million events/s, filters off and on
        vision      flow, corners and tracks beside the ground truth of simulated scenes
        filters     what each filter keeps of simulated signal and of known noise, and its speed
        decoders    recordings to events on one thread, beside a peer and a plain copy
        seek        the first event from a time on in a long recording, gone to and read up to
        drift       MOA's drift detectors on the benchmark of `saccade eval drift`, and ours
        false-alarms  of the tests for drift beside those asked for, on samples that remember
        htm         the detector of a series, the sequential test alone, htm.java beside them
        neural      64 channels at 1 kHz to features, HTM on them, beside SciPy
        spikepoint  windows a second on one thread, beside PyTorch
        ridge       kernel ridge regression on labelled recordings: what a network has to beat
        spikepoint-latency  window's end to classification, four sensors
        allocation  bytes allocated per event by codec, decoders and filters\
        """);
    for (String name : names().toList()) {
      System.out.println(name + "  (JMH; its options may follow, such as -prof gc)");
    }
  }

  /** Names of JMH's benchmarks, package left out, each class once. */
  private static Stream<String> names() throws IOException {
    TreeSet<String> names = new TreeSet<>();
    for (BenchmarkListEntry entry :
        BenchmarkList.fromResource(BenchmarkList.BENCHMARK_LIST)
            .getAll(null, java.util.List.of())) {
      String type = entry.getUserClassQName();
      names.add(type.substring(type.lastIndexOf('.') + 1));
    }
    return names.stream();
  }

  private static void jmh(String name, String[] options) throws IOException {
    String[] all =
        Stream.concat(Stream.of("(?i).*" + name + ".*"), Arrays.stream(options))
            .toArray(String[]::new);
    org.openjdk.jmh.Main.main(all);
  }
}
