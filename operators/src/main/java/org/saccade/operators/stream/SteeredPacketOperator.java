package org.saccade.operators.stream;

import java.time.Duration;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.types.Either;
import org.saccade.operators.state.Ending;
import org.saccade.operators.state.SteeredOperator;
import org.saccade.schemas.DeadLetter;
import org.saccade.schemas.StreamHealth;
import org.saccade.schemas.packet.RawPacket;
import org.saccade.schemas.packet.StreamMarker;

/**
 * As {@link MarkedPacketOperator}, with commands that every subtask hears.
 *
 * @param <P> a packet
 * @param <C> a command
 * @param <R> records out
 */
public abstract class SteeredPacketOperator<P extends RawPacket, C, R>
    extends SteeredOperator<Either<P, StreamMarker>, C, R, PacketStream<P>> {
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
   * @param commandType what Flink knows of the commands
   */
  protected SteeredPacketOperator(
      String uid,
      String digest,
      long cacheBytes,
      Duration expiry,
      Duration idle,
      TypeInformation<C> commandType) {
    super(cacheBytes, expiry.toMillis(), idle.toMillis(), commandType);
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

  @Override
  protected void process(PacketStream<P> stream, Either<P, StreamMarker> record) {
    ports.offer(stream, record);
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
