package org.saccade.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.saccade.connectors.recording.EventFormats;
import org.saccade.connectors.recording.EventWriter;
import org.saccade.connectors.recording.Head;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.connectors.recording.RecordingHeader;
import org.saccade.connectors.recording.WriteOptions;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.batch.TriggerBatch;
import org.saccade.schemas.codec.EventDecoder;

/**
 * The decoders of recordings on one thread, a recording in memory that our writer wrote, in events
 * a microsecond (= millions a second).
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class DecoderBenchmark {
  static final int EVENTS = 1 << 20;
  private static final int BATCH = 4096;

  @Param({"evt2", "evt21", "evt3", "dat", "es"})
  public String format;

  private final EventBatch events = new EventBatch(BATCH);
  private final TriggerBatch triggers = new TriggerBatch(64);
  private byte[] recording;
  private int dataOffset;
  private EventDecoder decoder;

  @Setup
  public void write() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SyntheticEvents synthetic = new SyntheticEvents(1);
    EventBatch batch = new EventBatch(EVENTS);
    synthetic.next(batch, EVENTS);
    RecordingHeader header =
        RecordingHeader.of(format, SyntheticEvents.WIDTH, SyntheticEvents.HEIGHT);
    try (EventWriter writer =
        EventFormats.named(format).orElseThrow().writer(out, header, WriteOptions.DEFAULT)) {
      writer.write(batch);
    }
    recording = out.toByteArray();
    Head head = new Head(Arrays.copyOf(recording, Head.MAX_BYTES), false);
    EventFormats.Found found = EventFormats.find(head, ReadOptions.DEFAULT);
    dataOffset = (int) found.header().dataOffset();
    decoder = found.format().decoder(found.header(), ReadOptions.DEFAULT);
    int decoded = decode();
    if (decoded != EVENTS || !decoder.violations().isEmpty()) {
      throw new IllegalStateException(
          format + ": " + decoded + " events came back, expected " + EVENTS);
    }
  }

  /** The whole recording, a batch at a time. */
  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public int decode() {
    decoder.reset(0);
    int total = 0;
    int at = dataOffset;
    int before;
    do {
      before = at;
      events.clear();
      triggers.clear();
      at = decoder.decode(recording, at, recording.length, events, triggers);
      total += events.size();
    } while (at > before);
    return total;
  }
}
