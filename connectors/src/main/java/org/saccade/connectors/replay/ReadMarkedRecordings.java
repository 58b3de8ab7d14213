package org.saccade.connectors.replay;

import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.EitherTypeInfo;
import org.apache.flink.types.Either;
import org.apache.flink.util.Collector;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.schemas.flink.RawSamplePacketTypeInfo;
import org.saccade.schemas.flink.StreamMarkerSerializer;
import org.saccade.schemas.packet.RawSamplePacket;
import org.saccade.schemas.packet.StreamMarker;

/** Numbers of sampled recordings to their packets and markers, in the order of their times. */
public final class ReadMarkedRecordings
    extends SampleRecordings<Either<RawSamplePacket, StreamMarker>> {
  private static final long serialVersionUID = 1L;

  /**
   * @param streams what the numbers mean
   */
  public ReadMarkedRecordings(
      List<RecordingStream> streams, ReadOptions options, int samplesPerPacket) {
    super(streams, options, samplesPerPacket);
  }

  @Override
  void packet(RawSamplePacket packet, Collector<Either<RawSamplePacket, StreamMarker>> out) {
    out.collect(Either.Left(packet));
  }

  @Override
  void marker(StreamMarker marker, Collector<Either<RawSamplePacket, StreamMarker>> out) {
    out.collect(Either.Right(marker));
  }

  @Override
  public TypeInformation<Either<RawSamplePacket, StreamMarker>> getProducedType() {
    return new EitherTypeInfo<>(new RawSamplePacketTypeInfo(), StreamMarkerSerializer.TYPE);
  }
}
