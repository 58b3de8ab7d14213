package org.saccade.local.classify;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.types.Either;
import org.apache.flink.util.Collector;
import org.saccade.connectors.labelled.ClipEvents;
import org.saccade.connectors.labelled.LabelledClip;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.connectors.recording.RecordingHeader;
import org.saccade.schemas.EventEncoding;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.codec.ColumnarCodec;
import org.saccade.schemas.packet.Origin;
import org.saccade.schemas.packet.RawEventPacket;
import org.saccade.schemas.packet.StreamMarker;

/** From numbers of recordings to the packets of their clips, each clip a stream of one session. */
final class ReadClips implements FlatMapFunction<Long, Either<RawEventPacket, StreamMarker>> {
  static final String SESSION = "clip";

  private static final long serialVersionUID = 1L;
  private static final int PACKET_EVENTS = 4096;

  private final String[] recordings;
  private final long[][] spans;
  private final String[][] names;

  /**
   * @param recordings the clips of a recording, recording by recording
   * @param names of the clips' streams, in the same order
   */
  ReadClips(List<List<LabelledClip>> recordings, List<List<String>> names) {
    this.recordings =
        recordings.stream().map(c -> c.get(0).recording().toString()).toArray(String[]::new);
    this.spans =
        recordings.stream()
            .map(
                clips ->
                    clips.stream()
                        .flatMapToLong(
                            c -> java.util.stream.LongStream.of(c.fromMicros(), c.toMicros()))
                        .toArray())
            .toArray(long[][]::new);
    this.names = names.stream().map(all -> all.toArray(String[]::new)).toArray(String[][]::new);
  }

  @Override
  public void flatMap(Long recording, Collector<Either<RawEventPacket, StreamMarker>> out)
      throws IOException {
    int r = recording.intValue();
    LabelledClip[] clips = new LabelledClip[names[r].length];
    for (int k = 0; k < clips.length; k++) {
      clips[k] =
          new LabelledClip(
              java.nio.file.Path.of(recordings[r]),
              names[r][k],
              SESSION,
              spans[r][2 * k],
              spans[r][2 * k + 1]);
    }
    ClipEvents.forEach(
        List.of(clips),
        ReadOptions.DEFAULT,
        (clip, header, events) -> packets(clip.label(), header, events, out));
  }

  private static void packets(
      String stream,
      RecordingHeader header,
      EventBatch events,
      Collector<Either<RawEventPacket, StreamMarker>> out) {
    int width = header.hasGeometry() ? header.width() : 1 + largest(events.x(), events.size());
    int height = header.hasGeometry() ? header.height() : 1 + largest(events.y(), events.size());
    long sequence = 0;
    int from = 0;
    do {
      int to = Math.min(events.size(), from + PACKET_EVENTS);
      byte[] payload = new byte[ColumnarCodec.maxBytes(to - from)];
      long base = from < to ? events.t(from) : 0;
      long end = base;
      for (int i = from; i < to; i++) {
        end = Math.max(end, events.t(i));
        base = Math.min(base, events.t(i));
      }
      int length = ColumnarCodec.encode(events, from, to, base, payload, 0);
      out.collect(
          Either.Left(
              new RawEventPacket(
                  stream,
                  SESSION,
                  sequence,
                  base,
                  end,
                  RawEventPacket.NO_EPOCH,
                  width,
                  height,
                  EventEncoding.COLUMNAR,
                  new byte[0],
                  to - from,
                  to == events.size(),
                  Arrays.copyOf(payload, length),
                  0,
                  Origin.file(sequence))));
      sequence++;
      from = to;
    } while (from < events.size());
  }

  private static int largest(short[] coordinates, int count) {
    int largest = 0;
    for (int i = 0; i < count; i++) {
      largest = Math.max(largest, coordinates[i]);
    }
    return largest;
  }
}
