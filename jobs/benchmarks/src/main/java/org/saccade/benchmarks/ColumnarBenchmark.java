package org.saccade.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.codec.ColumnarCodec;
import org.saccade.schemas.codec.MalformedPayloadException;

/** The columnar codec on one thread, in events a microsecond (= millions a second). */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ColumnarBenchmark {
  static final int EVENTS = 4096;
  private static final int PACKETS = 64;

  private final EventBatch[] batches = new EventBatch[PACKETS];
  private final byte[][] payloads = new byte[PACKETS][];
  private final int[] lengths = new int[PACKETS];
  private final EventBatch decoded = new EventBatch(EVENTS);
  private final byte[] encoded = new byte[ColumnarCodec.maxBytes(EVENTS)];
  private int next;

  @Setup
  public void generate() {
    SyntheticEvents events = new SyntheticEvents(1);
    for (int i = 0; i < PACKETS; i++) {
      batches[i] = new EventBatch(EVENTS);
      events.next(batches[i], EVENTS);
      payloads[i] = new byte[ColumnarCodec.maxBytes(EVENTS)];
      lengths[i] = ColumnarCodec.encode(batches[i], 0, EVENTS, batches[i].t(0), payloads[i], 0);
    }
  }

  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public int encode() {
    EventBatch batch = batches[next++ & PACKETS - 1];
    return ColumnarCodec.encode(batch, 0, EVENTS, batch.t(0), encoded, 0);
  }

  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public EventBatch decode() throws MalformedPayloadException {
    int i = next++ & PACKETS - 1;
    ColumnarCodec.decode(payloads[i], 0, lengths[i], EVENTS, batches[i].t(0), decoded);
    return decoded;
  }
}
