package org.saccade.connectors.replay;

import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.util.Collector;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.schemas.flink.RawSamplePacketTypeInfo;
import org.saccade.schemas.packet.RawSamplePacket;
import org.saccade.schemas.packet.StreamMarker;

/** Numbers of sampled recordings to their packets; their markers are left out. */
public final class ReadSampleRecordings extends SampleRecordings<RawSamplePacket> {
  private static final long serialVersionUID = 1L;

  /**
   * @param streams what the numbers mean
   */
  public ReadSampleRecordings(
      List<RecordingStream> streams, ReadOptions options, int samplesPerPacket) {
    super(streams, options, samplesPerPacket);
  }

  @Override
  void packet(RawSamplePacket packet, Collector<RawSamplePacket> out) {
    out.collect(packet);
  }

  @Override
  void marker(StreamMarker marker, Collector<RawSamplePacket> out) {
    // Not wanted.
  }

  @Override
  public TypeInformation<RawSamplePacket> getProducedType() {
    return new RawSamplePacketTypeInfo();
  }
}
