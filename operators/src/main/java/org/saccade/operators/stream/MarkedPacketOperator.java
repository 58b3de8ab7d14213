package org.saccade.operators.stream;

import java.time.Duration;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.api.java.typeutils.EitherTypeInfo;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.types.Either;
import org.saccade.schemas.flink.StreamMarkerSerializer;
import org.saccade.schemas.packet.RawPacket;
import org.saccade.schemas.packet.StreamMarker;

/**
 * Packets and markers of the same sensors, keyed by stream: a {@link PacketStream} a key whose
 * content is a {@link MarkedContent}.
 *
 * <pre>
 *   MarkedPacketOperator.join(packets, markers, new RawSamplePacketTypeInfo())
 *       .transform(uid, type, operator).uid(uid)
 * </pre>
 *
 * <p>They come as one input, so that whoever reads both from one place decides their order; which
 * of the two is ahead makes no difference within the bounds of {@link MarkerQueue} and of the
 * content.
 *
 * @param <P> a packet
 * @param <R> records out
 */
public abstract class MarkedPacketOperator<P extends RawPacket, R>
    extends PacketOperator<Either<P, StreamMarker>, P, R> {
  private static final long serialVersionUID = 1L;

  /**
   * @param uid the operator's uid in the job; part of the ids of its outputs
   * @param digest of what the outputs depend on; part of their ids too
   * @param cacheBytes memory for the working copies of all keys of one subtask
   * @param expiry machine time after which a key that sent nothing is closed and forgotten
   * @param idle machine time of silence after which it is told; zero: never
   */
  protected MarkedPacketOperator(
      String uid, String digest, long cacheBytes, Duration expiry, Duration idle) {
    super(uid, digest, cacheBytes, expiry, idle);
  }

  @Override
  protected void process(PacketStream<P> stream, Either<P, StreamMarker> record) {
    ports().offer(stream, record);
  }

  /** What Flink knows of packets and markers in one stream. */
  public static <P extends RawPacket> TypeInformation<Either<P, StreamMarker>> type(
      TypeInformation<P> packet) {
    return new EitherTypeInfo<>(packet, StreamMarkerSerializer.TYPE);
  }

  /** Packets among which there is no marker, by stream. */
  public static <P extends RawPacket> KeyedStream<Either<P, StreamMarker>, String> unmarked(
      DataStream<P> packets, TypeInformation<P> packetType) {
    return byStream(lefts(packets, type(packetType)));
  }

  private static <P extends RawPacket> DataStream<Either<P, StreamMarker>> lefts(
      DataStream<P> packets, TypeInformation<Either<P, StreamMarker>> type) {
    return packets
        .map((MapFunction<P, Either<P, StreamMarker>>) Either::Left)
        .returns(type)
        .uid("packets-to-join")
        .name("packets-to-join");
  }

  /** Packets and markers of two sources, by stream. */
  public static <P extends RawPacket> KeyedStream<Either<P, StreamMarker>, String> join(
      DataStream<P> packets, DataStream<StreamMarker> markers, TypeInformation<P> packetType) {
    TypeInformation<Either<P, StreamMarker>> type = type(packetType);
    return byStream(
        lefts(packets, type)
            .union(
                markers
                    .map((MapFunction<StreamMarker, Either<P, StreamMarker>>) Either::Right)
                    .returns(type)
                    .uid("markers-to-join")
                    .name("markers-to-join")));
  }

  /** Packets and markers of one source, by stream. */
  public static <P extends RawPacket> KeyedStream<Either<P, StreamMarker>, String> byStream(
      DataStream<Either<P, StreamMarker>> records) {
    return records.keyBy(
        (KeySelector<Either<P, StreamMarker>, String>)
            record -> record.isLeft() ? record.left().stream() : record.right().stream(),
        Types.STRING);
  }
}
