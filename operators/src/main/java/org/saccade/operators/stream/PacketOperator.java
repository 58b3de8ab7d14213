package org.saccade.operators.stream;

import java.time.Duration;
import org.apache.flink.util.OutputTag;
import org.saccade.operators.state.Ending;
import org.saccade.operators.state.WriteBehindOperator;
import org.saccade.schemas.DeadLetter;
import org.saccade.schemas.StreamHealth;
import org.saccade.schemas.flink.RecordTypeInfo;
import org.saccade.schemas.packet.RawPacket;

/**
 * A {@link PacketStream} a key, whatever comes in beside its packets.
 *
 * @param <I> records in
 * @param <P> a packet
 * @param <R> records out
 */
public abstract class PacketOperator<I, P extends RawPacket, R>
    extends WriteBehindOperator<I, R, PacketStream<P>> {
  /** Gaps, duplicates, late packets, resets of the clock, trouble with payloads, summaries. */
  public static final OutputTag<StreamHealth> HEALTH =
      new OutputTag<>("stream-health", new RecordTypeInfo<>(StreamHealth.class));

  /** Packets that could not be used. */
  public static final OutputTag<DeadLetter> DEAD_LETTERS =
      new OutputTag<>("dead-letters", new RecordTypeInfo<>(DeadLetter.class));

  private static final long serialVersionUID = 1L;

  private final String uid;
  private final String digest;
  private transient StreamRecords records;
  private transient PacketPorts<P> ports;

  /**
   * @param uid the operator's uid in the job; part of the ids of its outputs
   * @param digest of what the outputs depend on; part of their ids too
   * @param cacheBytes memory for the working copies of all keys of one subtask
   * @param expiry machine time after which a key that sent nothing is closed and forgotten
   * @param idle machine time of silence after which it is told; zero: never
   */
  protected PacketOperator(
      String uid, String digest, long cacheBytes, Duration expiry, Duration idle) {
    super(cacheBytes, expiry.toMillis(), idle.toMillis());
    this.uid = uid;
    this.digest = digest;
  }

  @Override
  public void open() throws Exception {
    super.open();
    records = new StreamRecords(uid, digest, getRuntimeContext().getJobInfo().getJobName());
    ports = new PacketPorts<>(output, getMetricGroup());
  }

  /** A stream of a key, which tells through these records. */
  protected abstract PacketStream<P> create(String key, StreamRecords to);

  /** Counts what a stream told of itself. */
  protected abstract void count(StreamHealth health);

  @Override
  protected PacketStream<P> create(String key) {
    return create(key, records);
  }

  /** Where its packets go in. */
  final PacketPorts<P> ports() {
    return ports;
  }

  @Override
  protected void end(PacketStream<P> stream, Ending why) {
    stream.end(why);
  }

  @Override
  protected void silent(PacketStream<P> stream) {
    stream.silent();
  }

  /** What a stream tells. */
  protected class Side implements StreamOutputs {
    /** Of this operator. */
    public Side() {}

    @Override
    public void health(StreamHealth health) {
      count(health);
      ports.health(health);
    }

    @Override
    public void deadLetter(DeadLetter letter) {
      ports.deadLetter(letter);
    }
  }
}
