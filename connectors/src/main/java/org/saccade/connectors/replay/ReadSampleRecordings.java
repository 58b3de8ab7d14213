package org.saccade.connectors.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;
import org.apache.flink.util.Collector;
import org.saccade.connectors.recording.GazeOptions;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.connectors.recording.SampleFormats;
import org.saccade.connectors.recording.SampleRecording;
import org.saccade.connectors.recording.Screen;
import org.saccade.schemas.flink.RawSamplePacketTypeInfo;
import org.saccade.schemas.packet.Origin;
import org.saccade.schemas.packet.RawSamplePacket;
import org.saccade.schemas.wire.RejectedRecordException;
import org.saccade.schemas.wire.SamplePackets;

/**
 * Numbers of sampled recordings to their packets: a recording an element, whole. No checkpoint lies
 * inside of one, so after a failure it is read again from its start, or not at all.
 */
public final class ReadSampleRecordings extends RichFlatMapFunction<Long, RawSamplePacket>
    implements ResultTypeQueryable<RawSamplePacket> {
  private static final long serialVersionUID = 1L;

  private final String[] paths;
  private final String[] streams;
  private final int samplesPerPacket;
  private final String format;
  private final double rate;
  private final String unit;
  private final double[] screen;

  /**
   * @param streams name of each file's sensor
   */
  public ReadSampleRecordings(
      List<Path> files, List<String> streams, ReadOptions options, int samplesPerPacket) {
    paths = files.stream().map(Path::toString).toArray(String[]::new);
    this.streams = streams.toArray(String[]::new);
    this.samplesPerPacket = samplesPerPacket;
    format = options.format();
    rate = options.gaze().rate();
    unit = options.gaze().unit().name();
    Screen s = options.gaze().screen();
    screen =
        s == null
            ? null
            : new double[] {
              s.widthPixels(),
              s.heightPixels(),
              s.widthMillimetres(),
              s.heightMillimetres(),
              s.distanceMillimetres()
            };
  }

  private ReadOptions options() {
    Screen s =
        screen == null ? null : new Screen(screen[0], screen[1], screen[2], screen[3], screen[4]);
    return ReadOptions.DEFAULT
        .withFormat(format)
        .withGaze(new GazeOptions(rate, GazeOptions.Unit.valueOf(unit), s));
  }

  @Override
  public void flatMap(Long number, Collector<RawSamplePacket> out) throws IOException {
    int n = Math.toIntExact(number);
    SamplePackets packets = new SamplePackets();
    try (SampleRecording recording = SampleFormats.open(Path.of(paths[n]), options())) {
      SampleSession session =
          new SampleSession(
              recording,
              new SamplePacketWriter(streams[n], streams[n] + "-recording", recording.header()),
              samplesPerPacket);
      long packet = 0;
      for (byte[] value = session.next(); value != null; value = session.next()) {
        out.collect(packets.read(value, Origin.file(packet++)));
      }
    } catch (RejectedRecordException e) {
      throw new IOException(paths[n] + ": " + e.getMessage(), e);
    }
  }

  @Override
  public TypeInformation<RawSamplePacket> getProducedType() {
    return new RawSamplePacketTypeInfo();
  }
}
