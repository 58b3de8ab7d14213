package org.saccade.benchmarks.runs;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.saccade.benchmarks.SyntheticEvents;
import org.saccade.connectors.recording.EventFormats;
import org.saccade.connectors.recording.EventWriter;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.connectors.recording.RecordingHeader;
import org.saccade.connectors.recording.RecordingReader;
import org.saccade.connectors.recording.WriteOptions;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.batch.TriggerBatch;
import org.saccade.schemas.codec.EventDecoder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Decoding of recordings, file to events, on one thread; beside the peer on the same file in the
 * same round, and beside a plain copy of the file's bytes.
 *
 * <p>The recordings are real ones where the folder of public recordings is there, repeated to a
 * length that can be timed; else synthetic.
 */
@Command(
    name = "decoders",
    mixinStandardHelpOptions = true,
    description = "Decoding of recordings on one thread, beside the peer and a plain copy.")
public final class Decoders implements Callable<Integer> {
  private static final int BATCH = 1 << 12;
  private static final Map<String, String> REAL = new LinkedHashMap<>();

  static {
    REAL.put("evt2", "events/expelliarmus/evt2_sample.raw");
    REAL.put("evt3", "events/expelliarmus/evt3_sample.raw");
    REAL.put("dat", "events/derived/evt2_sample_as.dat");
  }

  @Option(names = "--megabytes", description = "Length of a recording (${DEFAULT-VALUE}).")
  private int megabytes = 100;

  @Option(names = "--rounds", description = "Rounds after the first (${DEFAULT-VALUE}).")
  private int rounds = 5;

  @Option(
      names = "--python",
      description = "A Python that has the package expelliarmus (${DEFAULT-VALUE}).")
  private String python = "python3";

  @Option(names = "--recordings", description = "Folder of public recordings (${DEFAULT-VALUE}).")
  private Path recordings = Path.of("../shared/data");

  private final PrintStream out = System.out;

  @Override
  public Integer call() throws Exception {
    Path folder = Files.createTempDirectory("saccade-bench-decoders-");
    try {
      for (String format : REAL.keySet()) {
        measure(format, folder);
      }
    } finally {
      Road.delete(folder);
    }
    return 0;
  }

  private void measure(String format, Path folder) throws Exception {
    // The peer looks at the name.
    Path file = folder.resolve(format.equals("dat") ? "recording.dat" : "recording.raw");
    String source = make(format, file);
    byte[] bytes = Files.readAllBytes(file);
    double[][] rates = new double[6][rounds];
    long events = 0;
    for (int round = -2; round < rounds; round++) {
      Timed read = read(file);
      Timed decoded = decode(bytes, file);
      events = read.events;
      Timed copied = copy(file, events);
      Optional<Expelliarmus> peer = Expelliarmus.decode(python, format, file, folder);
      if (round >= 0) {
        rates[0][round] = read.rate();
        rates[1][round] = decoded.rate();
        rates[2][round] = copied.rate();
        rates[3][round] = bytes.length / 1e6 / decoded.seconds;
        rates[4][round] = peer.map(Expelliarmus::chunks).orElse(Double.NaN);
        rates[5][round] = peer.map(Expelliarmus::whole).orElse(Double.NaN);
      }
    }
    out.printf(
        "%n%s, %s, %,d events, %d MB; millions of events a second of processor time,"
            + " median (range)%n",
        format, source, events, bytes.length / 1_000_000);
    line("file read to events, violations counted", rates[0]);
    line("decoder alone, bytes in memory", rates[1]);
    line("the same, MB/s", rates[3]);
    line("file copied to memory, nothing decoded", rates[2]);
    if (Double.isNaN(rates[4][0])) {
      out.printf("  %s has no expelliarmus: no peer%n", python);
    } else {
      line("expelliarmus, in chunks", rates[4]);
      line("expelliarmus, whole file", rates[5]);
      ratio("ours / expelliarmus in chunks", rates[0], rates[4]);
      ratio("ours / expelliarmus whole file", rates[0], rates[5]);
    }
  }

  private void line(String name, double[] values) {
    double[] v = values.clone();
    Arrays.sort(v);
    out.printf("  %-40s %8.1f  (%.1f .. %.1f)%n", name, v[v.length / 2], v[0], v[v.length - 1]);
  }

  private void ratio(String name, double[] a, double[] b) {
    double[] r = new double[a.length];
    Arrays.setAll(r, i -> a[i] / b[i]);
    Arrays.sort(r);
    out.printf("  %-40s %8.2f  (%.2f .. %.2f)%n", name, r[r.length / 2], r[0], r[r.length - 1]);
  }

  private record Timed(long events, double seconds) {
    double rate() {
      return events / seconds / 1e6;
    }
  }

  /**
   * Of this thread: the peer's are its processor time too, so that other work counts for neither.
   */
  private static long processorNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static Timed read(Path file) throws IOException {
    EventBatch batch = new EventBatch(BATCH);
    long events = 0;
    long start = processorNanos();
    try (RecordingReader reader = RecordingReader.open(file, ReadOptions.DEFAULT)) {
      while (reader.read(batch)) {
        events += batch.size();
      }
    }
    return new Timed(events, (processorNanos() - start) / 1e9);
  }

  private static Timed decode(byte[] bytes, Path file) throws IOException {
    EventBatch batch = new EventBatch(BATCH);
    TriggerBatch triggers = new TriggerBatch(64);
    EventDecoder decoder;
    int at;
    try (RecordingReader reader = RecordingReader.open(file, ReadOptions.DEFAULT)) {
      decoder = reader.format().decoder(reader.header(), ReadOptions.DEFAULT);
      at = (int) reader.header().dataOffset();
    }
    long events = 0;
    long start = processorNanos();
    for (int before = -1; before < at; ) {
      before = at;
      batch.clear();
      triggers.clear();
      at = decoder.decode(bytes, at, bytes.length, batch, triggers);
      events += batch.size();
    }
    return new Timed(events, (processorNanos() - start) / 1e9);
  }

  /** As the reader reads: in pieces of 64 KiB. */
  private static Timed copy(Path file, long events) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
    long start = processorNanos();
    try (FileChannel channel = FileChannel.open(file)) {
      while (channel.read(buffer.clear()) >= 0) {
        continue;
      }
    }
    return new Timed(events, (processorNanos() - start) / 1e9);
  }

  /** A long recording; says what it is of. */
  private String make(String format, Path file) throws IOException {
    Path real = recordings.resolve(REAL.get(format));
    long length = 1_000_000L * megabytes;
    if (!Files.exists(real)) {
      synthetic(format, file, length);
      return "synthetic";
    }
    byte[] bytes = Files.readAllBytes(real);
    int body;
    try (RecordingReader reader = RecordingReader.open(real, ReadOptions.DEFAULT)) {
      body = (int) reader.header().dataOffset();
    }
    try (OutputStream to = Files.newOutputStream(file)) {
      to.write(bytes, 0, body);
      for (long n = body; n < length; n += bytes.length - body) {
        to.write(bytes, body, bytes.length - body);
      }
    }
    return real.getFileName() + " repeated";
  }

  private static void synthetic(String format, Path file, long length) throws IOException {
    SyntheticEvents synthetic = new SyntheticEvents(1);
    EventBatch batch = new EventBatch(1 << 16);
    RecordingHeader header =
        RecordingHeader.of(format, SyntheticEvents.WIDTH, SyntheticEvents.HEIGHT);
    try (OutputStream to = Files.newOutputStream(file);
        EventWriter writer =
            EventFormats.named(format).orElseThrow().writer(to, header, WriteOptions.DEFAULT)) {
      while (Files.size(file) < length) {
        synthetic.next(batch, 1 << 16);
        writer.write(batch);
      }
    }
  }
}
