package org.saccade.connectors.recording.edf;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.saccade.connectors.recording.CannotHoldException;
import org.saccade.connectors.recording.RecordingMarker;
import org.saccade.connectors.recording.SampleContents;
import org.saccade.connectors.recording.SampleCopy;
import org.saccade.connectors.recording.SampleRecording;
import org.saccade.connectors.recording.SampleSource;
import org.saccade.connectors.recording.SegmentedRecording;
import org.saccade.schemas.codec.ViolationCounts;
import org.saccade.schemas.packet.SampleChannel;

/**
 * Writes a recording as EDF+ or BDF+: C where it is one stretch, D where it has holes.
 *
 * <p>Signals of several rates are streams of one file. A stretch that does not fill its last record
 * ends with its last value, and an annotation {@value #PADDING} says over which time, as MNE does.
 */
final class EdfWriter {
  static final String PADDING = "BAD_ACQ_SKIP";

  private static final long MAX_RECORDS = 99_999_999;

  private final EdfKind kind;
  private final List<SampleContents> streams = new ArrayList<>();
  private final List<DigitalScale> scales = new ArrayList<>();
  private final List<Long> starts = new ArrayList<>();
  private final List<RecordingMarker> markers = new ArrayList<>();
  private RecordLength length;
  private long origin;
  private double rounded;

  EdfWriter(EdfKind kind) {
    this.kind = kind;
  }

  SampleCopy write(SampleSource source, OutputStream to) throws IOException {
    List<Integer> numbers = source.streams();
    for (int number : numbers) {
      try (SampleRecording recording = source.open(number)) {
        streams.add(SampleContents.of(recording));
      }
    }
    plan();
    OutputStream out = new BufferedOutputStream(to, 1 << 16);
    long fraction = fraction();
    TimedTexts texts = new TimedTexts(markers, fraction - origin, starts, kind.width());
    List<SampleChannel> channels = new ArrayList<>();
    for (SampleContents stream : streams) {
      channels.addAll(written(stream));
    }
    out.write(
        new HeaderWriter(kind, streams.get(0).header(), starts.size(), length.seconds())
            .header(
                channels,
                scales,
                samplesOfSignals(),
                texts.length() / kind.width(),
                streams.get(0).stretches().size() > 1,
                epochSeconds()));
    records(source, numbers, texts, out);
    out.flush();
    return copy(channels.size());
  }

  private static List<SampleChannel> written(SampleContents stream) {
    return stream.header().channels().stream().map(WrittenUnit::of).toList();
  }

  private SampleCopy copy(int channels) {
    ViolationCounts violations = new ViolationCounts();
    long samples = 0;
    for (SampleContents stream : streams) {
      samples += stream.samples();
    }
    violations.add(streams.get(0).violations());
    return new SampleCopy(
        streams.get(0).header(),
        channels,
        samples,
        streams.get(0).markers().size(),
        0,
        length.padded(),
        rounded,
        violations);
  }

  private void plan() throws CannotHoldException {
    SampleContents first = streams.get(0);
    if (first.samples() == 0) {
      throw new CannotHoldException(kind.format(), "a recording without a sample");
    }
    length = RecordLength.of(streams, kind.width());
    if (length == null) {
      throw new CannotHoldException(
          kind.format(),
          "a rate of "
              + first.header().rate()
              + (streams.size() > 1 ? " beside the others" : "")
              + ": no record of eight characters holds a whole number of its samples");
    }
    for (SampleContents stream : streams) {
      if (stream.stretches().size() != first.stretches().size()) {
        throw new CannotHoldException(
            kind.format(), "streams with different holes: choose one of them (--signal)");
      }
      scales(stream);
    }
    origin = first.stretches().get(0).micros();
    markers.addAll(first.markers());
    int n = length.samples()[0];
    for (int k = 0; k < first.stretches().size(); k++) {
      long samples = first.length(k);
      long begin = first.stretches().get(k).micros();
      long count = recordsOf(k);
      for (long r = 0; r < count; r++) {
        starts.add(fraction() + begin - origin + first.header().rate().micros(r * n));
      }
      long padded = count * n - samples;
      if (padded > 0) {
        long from = first.header().rate().micros(samples);
        markers.add(
            new RecordingMarker(
                begin + from, first.header().rate().micros(count * n) - from, PADDING));
      }
    }
    if (starts.size() > MAX_RECORDS) {
      throw new CannotHoldException(kind.format(), starts.size() + " records");
    }
    markers.sort(java.util.Comparator.comparingLong(RecordingMarker::micros));
  }

  /** Records of a stretch: as many as the longest stream needs. */
  private long recordsOf(int stretch) {
    long most = 0;
    for (int s = 0; s < streams.size(); s++) {
      int n = length.samples()[s];
      most = Math.max(most, (streams.get(s).length(stretch) + n - 1) / n);
    }
    return most;
  }

  private void scales(SampleContents stream) throws CannotHoldException {
    List<SampleChannel> channels = written(stream);
    for (int c = 0; c < channels.size(); c++) {
      if (stream.missing()[c] > 0) {
        throw new CannotHoldException(
            kind.format(),
            "the "
                + stream.missing()[c]
                + " missing samples (NaN) of channel "
                + channels.get(c).name()
                + ": it has no value for them");
      }
      try {
        scales.add(
            DigitalScale.of(
                channels.get(c),
                stream.whole()[c],
                stream.least()[c],
                stream.most()[c],
                8 * kind.width()));
      } catch (IllegalArgumentException e) {
        throw new CannotHoldException(
            kind.format(), "channel " + channels.get(c).name() + ": " + e.getMessage());
      }
    }
  }

  private int[] samplesOfSignals() {
    int[] all = new int[scales.size()];
    int at = 0;
    for (int s = 0; s < streams.size(); s++) {
      for (int c = 0; c < streams.get(s).header().channels().size(); c++) {
        all[at++] = length.samples()[s];
      }
    }
    return all;
  }

  /** Unix time of the first sample in whole seconds; null where unknown. */
  private Long epochSeconds() {
    Long epoch = streams.get(0).header().epochMicros();
    return epoch == null ? null : (Long) Math.floorDiv(epoch + origin, 1_000_000L);
  }

  /** What the first sample comes behind that second, microseconds. */
  private long fraction() {
    Long epoch = streams.get(0).header().epochMicros();
    return epoch == null ? 0 : Math.floorMod(epoch + origin, 1_000_000L);
  }

  private void records(
      SampleSource source, List<Integer> numbers, TimedTexts texts, OutputStream out)
      throws IOException {
    List<StretchReader> readers = new ArrayList<>();
    try {
      for (int s = 0; s < streams.size(); s++) {
        readers.add(new StretchReader(source.open(numbers.get(s))));
      }
      SampleContents first = streams.get(0);
      int record = 0;
      for (int k = 0; k < first.stretches().size(); k++) {
        long count = recordsOf(k);
        for (long r = 0; r < count; r++) {
          record(readers, k, r, out);
          out.write(texts.next(starts.get(record++)));
        }
      }
    } finally {
      for (StretchReader reader : readers) {
        reader.close();
      }
    }
  }

  private void record(List<StretchReader> readers, int stretch, long number, OutputStream out)
      throws IOException {
    int signal = 0;
    for (int s = 0; s < streams.size(); s++) {
      SampleContents stream = streams.get(s);
      int n = length.samples()[s];
      SegmentedRecording.Segment segment = stream.stretches().get(stretch);
      long from = number * n;
      double[][] values =
          readers.get(s).take(segment.sample() + from, Math.min(n, stream.length(stretch) - from));
      List<SampleChannel> channels = written(stream);
      for (int c = 0; c < channels.size(); c++) {
        digital(values[c], n, channels.get(c), scales.get(signal++), out);
      }
    }
  }

  private void digital(
      double[] values, int n, SampleChannel channel, DigitalScale scale, OutputStream out)
      throws IOException {
    for (int i = 0; i < n; i++) {
      double physical = channel.physical(values[Math.min(i, values.length - 1)]);
      int d = scale.digital(physical);
      rounded = Math.max(rounded, Math.abs(d * scale.scale() + scale.offset() - physical));
      for (int b = 0; b < kind.width(); b++) {
        out.write(d >> 8 * b);
      }
    }
  }
}
