package org.saccade.benchmarks.runs;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.saccade.operators.htm.HtmDesign;
import org.saccade.operators.htm.HtmParameters;
import org.saccade.operators.neural.NeuralParameters;
import org.saccade.operators.neural.NeuralStage;
import org.saccade.operators.samples.SampleShape;
import org.saccade.operators.samples.StageOutput;
import org.saccade.operators.series.SeriesDetector;
import org.saccade.operators.series.SeriesParameters;
import org.saccade.operators.signal.feature.FeatureParameters;
import org.saccade.operators.signal.watch.WatchParameters;
import org.saccade.schemas.ChannelType;
import org.saccade.schemas.Feature;
import org.saccade.schemas.HealthKind;
import org.saccade.schemas.HealthState;
import org.saccade.schemas.Id;
import org.saccade.schemas.Provenance;
import org.saccade.schemas.SampleEncoding;
import org.saccade.schemas.batch.SampleBatch;
import org.saccade.schemas.codec.MalformedPayloadException;
import org.saccade.schemas.codec.SamplePayload;
import org.saccade.schemas.packet.SampleChannel;
import org.saccade.schemas.packet.SampleRate;
import org.saccade.simulators.eeg.EegParameters;
import org.saccade.simulators.eeg.EegSimulation;
import org.saccade.simulators.eeg.Montage;
import org.saccade.simulators.eeg.SimulatedEeg;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * 64 channels at 1 kHz from the packets' payloads to features, as the neural job's operator does
 * it: seconds of recording a second, by processor time and on two threads; what HTM and the
 * sequential test add; SciPy beside it.
 */
@Command(name = "neural", mixinStandardHelpOptions = true, description = "Cleaning and features.")
public final class NeuralSpeed implements Callable<Integer> {
  private static final int CHANNELS = 64;
  private static final int RATE = 1000;
  private static final int PACKET = 100;
  private static final int FEATURES = 16;
  private static final int HTM_VALUES = 4000;
  private static final int HTM_WARM_UP = 500;

  @Option(names = "--seconds", description = "Of recording (default: 60).")
  int seconds = 60;

  @Option(names = "--rounds", description = "Best of so many (default: 3).")
  int rounds = 3;

  @Option(names = "--python", description = "A Python that has SciPy: it is run too.")
  String python;

  private final List<byte[]> payloads = new ArrayList<>();
  private SampleShape shape;
  private SimulatedEeg eeg;

  @Override
  public Integer call() throws Exception {
    eeg =
        new EegSimulation(EegParameters.DEFAULTS, Montage.of(CHANNELS), RATE, seconds, 1, List.of())
            .run();
    encode();
    NeuralParameters all = NeuralParameters.DEFAULTS;
    FeatureParameters none =
        new FeatureParameters(
            FeatureParameters.Of.AVERAGE, List.of(), List.of(), false, 2, 1, 1, true, 0);
    System.out.printf(
        "%d channels at %d Hz, %d s, packets of %d samples, 16 bits%n",
        CHANNELS, RATE, seconds, PACKET);
    System.out.printf("%-44s %s%n", "", "times real time, one thread, by processor time");
    report("decoding", new NeuralParameters(List.of(), WatchParameters.NONE, List.of(), none));
    report(
        "and filters, average reference",
        new NeuralParameters(List.of(), WatchParameters.NONE, all.chain(), none));
    report(
        "and five bands of two seconds, a second",
        new NeuralParameters(List.of(), WatchParameters.NONE, all.chain(), all.features()));
    double whole = report("and the watch over channels: the default", all);
    twoThreads(all);
    htm("values", HtmParameters.VALUES, whole);
    htm("small", HtmParameters.SMALL_VALUES, whole);
    if (python != null) {
      scipy();
    }
    return 0;
  }

  private void encode() {
    List<SampleChannel> channels = new ArrayList<>();
    for (String name : eeg.names()) {
      channels.add(new SampleChannel(name, ChannelType.EEG, "uV", 0.1, 0));
    }
    shape = new SampleShape(channels, SampleRate.of(RATE));
    SampleBatch batch = new SampleBatch();
    for (int from = 0; from + PACKET <= eeg.size(); from += PACKET) {
      batch.shape(CHANNELS, PACKET);
      for (int c = 0; c < CHANNELS; c++) {
        for (int i = 0; i < PACKET; i++) {
          batch.channel(c)[i] = Math.rint(10 * eeg.microvolts()[c][from + i]);
        }
      }
      byte[] payload = new byte[SamplePayload.bytes(SampleEncoding.INT16, CHANNELS, PACKET)];
      SamplePayload.encode(batch, 0, PACKET, SampleEncoding.INT16, payload, 0);
      payloads.add(payload);
    }
  }

  /** One pass over the recording on the thread that calls. */
  private Counted pass(NeuralParameters parameters) throws MalformedPayloadException {
    NeuralStage stage = new NeuralStage(parameters);
    Counted out = new Counted(shape.rate());
    SampleBatch batch = new SampleBatch();
    stage.open(shape, out);
    long sample = 0;
    for (byte[] payload : payloads) {
      SamplePayload.decode(
          payload, 0, payload.length, SampleEncoding.INT16, CHANNELS, PACKET, batch);
      stage.process(batch, sample, out);
      sample += PACKET;
    }
    stage.close(out);
    return out;
  }

  private double report(String what, NeuralParameters parameters) throws MalformedPayloadException {
    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    double best = 0;
    Counted out = null;
    for (int round = 0; round <= rounds; round++) {
      long cpu = thread.getCurrentThreadCpuTime();
      out = pass(parameters);
      best = Math.max(best, seconds / ((thread.getCurrentThreadCpuTime() - cpu) / 1e9));
    }
    System.out.printf(
        Locale.ROOT, "%-44s %8.0f   (%d features, %d told)%n", what, best, out.features, out.told);
    return best;
  }

  /** Two recordings side by side, by the wall's clock. */
  private void twoThreads(NeuralParameters parameters) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      double best = 0;
      for (int round = 0; round < rounds; round++) {
        long start = System.nanoTime();
        Future<Counted> one = threads.submit(() -> pass(parameters));
        Future<Counted> other = threads.submit(() -> pass(parameters));
        var unused = one.get();
        unused = other.get();
        best = Math.max(best, 2 * seconds / ((System.nanoTime() - start) / 1e9));
      }
      System.out.printf(
          Locale.ROOT,
          "%-44s %8.0f   (by wall time)%n",
          "two such recordings on two threads",
          best);
    } finally {
      threads.shutdown();
    }
  }

  /** Sixteen features a second of recording. */
  private void htm(String name, HtmParameters parameters, double without) {
    SeriesDetector detector =
        new SeriesDetector(
            new HtmDesign(parameters),
            new SeriesParameters(SeriesParameters.resolution(-20, 20), HTM_WARM_UP, 10_000));
    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    java.util.SplittableRandom random = new java.util.SplittableRandom(3);
    long cpu = 0;
    for (int i = 0; i < 2 * HTM_VALUES; i++) {
      if (i == HTM_VALUES) {
        cpu = thread.getCurrentThreadCpuTime();
      }
      detector.step(1_000_000L * i, 10 + 2 * random.nextGaussian(), true);
    }
    double each = (thread.getCurrentThreadCpuTime() - cpu) / 1e9 / HTM_VALUES;
    System.out.printf(
        Locale.ROOT,
        "%-44s %8.0f   (%.0f µs a value; %.0f with both on one thread)%n",
        "HTM and SPRT, model " + name + ", on " + FEATURES + " features",
        1 / (FEATURES * each),
        1e6 * each,
        1 / (1 / without + FEATURES * each));
  }

  private void scipy() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("saccade");
    Path script = folder.resolve("neural_peer.py");
    Path data = folder.resolve("recording.f8");
    try {
      try (InputStream in =
          NeuralSpeed.class.getResourceAsStream("/org/saccade/benchmarks/neural_peer.py")) {
        Files.write(script, in.readAllBytes());
      }
      ByteBuffer bytes =
          ByteBuffer.allocate(8 * CHANNELS * eeg.size()).order(ByteOrder.LITTLE_ENDIAN);
      for (double[] channel : eeg.microvolts()) {
        bytes.asDoubleBuffer().put(channel);
        bytes.position(bytes.position() + 8 * eeg.size());
      }
      Files.write(data, bytes.array());
      ProcessBuilder builder =
          new ProcessBuilder(python, script.toString(), data.toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT);
      builder.environment().put("OMP_NUM_THREADS", "1");
      builder.environment().put("OPENBLAS_NUM_THREADS", "1");
      Process process = builder.start();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IOException(python + " ended with " + process.exitValue());
      }
      String[] speeds = out.strip().split(" ");
      System.out.printf(
          Locale.ROOT,
          "%-44s %8.0f%n",
          "SciPy: filters, average reference",
          Double.parseDouble(speeds[0]));
      System.out.printf(
          Locale.ROOT,
          "%-44s %8.0f%n",
          "SciPy: and five bands of two seconds",
          Double.parseDouble(speeds[1]));
    } finally {
      Files.deleteIfExists(script);
      Files.deleteIfExists(data);
      Files.deleteIfExists(folder);
    }
  }

  /** Counts what comes out. */
  private static final class Counted implements StageOutput<Feature> {
    private final SampleRate rate;
    private long features;
    private long told;

    Counted(SampleRate rate) {
      this.rate = rate;
    }

    @Override
    public long opening() {
      return 0;
    }

    @Override
    public long micros(long sample) {
      return rate.micros(sample);
    }

    @Override
    public Provenance provenance(String type, long start, long end) {
      return new Provenance(
          new Id(new byte[16]), "eeg", "one", start, end, null, "", "", "", "", -1, -1L, -1L);
    }

    @Override
    public void emit(Feature found) {
      features++;
    }

    @Override
    public void health(HealthKind kind, long sample, long count, String detail) {
      told++;
    }

    @Override
    public void interval(
        HealthKind kind,
        HealthState state,
        long number,
        long startSample,
        long count,
        String detail) {
      told++;
    }

    @Override
    public void interval(
        HealthKind kind,
        HealthState state,
        long number,
        long startMicros,
        long endMicros,
        long count,
        String detail) {
      told++;
    }
  }
}
