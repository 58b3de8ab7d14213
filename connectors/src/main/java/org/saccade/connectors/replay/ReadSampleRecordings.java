package org.saccade.connectors.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.EitherTypeInfo;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;
import org.apache.flink.types.Either;
import org.apache.flink.util.Collector;
import org.saccade.connectors.recording.GazeOptions;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.connectors.recording.RecordingMarker;
import org.saccade.connectors.recording.SampleRecording;
import org.saccade.connectors.recording.SampleSource;
import org.saccade.connectors.recording.Screen;
import org.saccade.schemas.flink.RawSamplePacketTypeInfo;
import org.saccade.schemas.flink.StreamMarkerSerializer;
import org.saccade.schemas.packet.Origin;
import org.saccade.schemas.packet.RawSamplePacket;
import org.saccade.schemas.packet.StreamMarker;
import org.saccade.schemas.wire.RejectedRecordException;
import org.saccade.schemas.wire.SamplePackets;
import org.saccade.schemas.wire.StreamMarkers;

/**
 * Numbers of streams of sampled recordings to their packets and markers, in the order of their
 * times: a stream an element, whole. No checkpoint lies inside of one, so after a failure it is
 * read again from its start, or not at all.
 */
public final class ReadSampleRecordings
    extends RichFlatMapFunction<Long, Either<RawSamplePacket, StreamMarker>>
    implements ResultTypeQueryable<Either<RawSamplePacket, StreamMarker>> {
  private static final long serialVersionUID = 1L;

  private final String[] paths;
  private final String[] streams;
  private final int[] numbers;
  private final int samplesPerPacket;
  private final String format;
  private final double rate;
  private final String unit;
  private final double[] screen;

  /**
   * @param streams what the numbers mean
   */
  public ReadSampleRecordings(
      List<RecordingStream> streams, ReadOptions options, int samplesPerPacket) {
    paths = streams.stream().map(s -> s.file().toString()).toArray(String[]::new);
    this.streams = streams.stream().map(RecordingStream::name).toArray(String[]::new);
    numbers = streams.stream().mapToInt(RecordingStream::stream).toArray();
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
  public void flatMap(Long number, Collector<Either<RawSamplePacket, StreamMarker>> out)
      throws IOException {
    int n = Math.toIntExact(number);
    SamplePackets packets = new SamplePackets();
    StreamMarkers markers = new StreamMarkers(null);
    String name = streams[n] + "-recording";
    try (SampleRecording recording =
        new SampleSource(Path.of(paths[n]), options()).open(numbers[n])) {
      SampleSession session =
          new SampleSession(
              recording,
              new SamplePacketWriter(streams[n], name, recording.header()),
              samplesPerPacket);
      MarkerWriter writer = new MarkerWriter(streams[n], name, recording.header().epochMicros());
      long packet = 0;
      long marker = 0;
      for (byte[] value = session.next(); value != null; value = session.next()) {
        for (RecordingMarker due : session.due()) {
          out.collect(Either.Right(markers.read(writer.write(due), Origin.file(marker++))));
        }
        out.collect(Either.Left(packets.read(value, Origin.file(packet++))));
      }
    } catch (RejectedRecordException e) {
      throw new IOException(paths[n] + ": " + e.getMessage(), e);
    }
  }

  @Override
  public TypeInformation<Either<RawSamplePacket, StreamMarker>> getProducedType() {
    return new EitherTypeInfo<>(new RawSamplePacketTypeInfo(), StreamMarkerSerializer.TYPE);
  }
}
