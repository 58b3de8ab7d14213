package org.saccade.connectors.replay;

import java.nio.file.Path;
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
   * @param streams name of each file's sensor
   */
  public ReadSampleRecordings(
      List<Path> files, List<String> streams, ReadOptions options, int samplesPerPacket) {
    super(files, streams, options, samplesPerPacket);
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
