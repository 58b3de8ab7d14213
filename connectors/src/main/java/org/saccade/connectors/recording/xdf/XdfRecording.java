package org.saccade.connectors.recording.xdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.saccade.connectors.recording.RecordingMarker;
import org.saccade.connectors.recording.SampleHeader;
import org.saccade.connectors.recording.SampleOptions;
import org.saccade.connectors.recording.SampleRecording;
import org.saccade.connectors.recording.SampleSignal;
import org.saccade.connectors.recording.UnreadableRecordingException;
import org.saccade.schemas.SampleEncoding;
import org.saccade.schemas.batch.SampleBatch;
import org.saccade.schemas.codec.Violation;
import org.saccade.schemas.codec.ViolationCounts;
import org.saccade.schemas.packet.SampleRate;

/** One stream of a file, and the markers of all. */
final class XdfRecording implements SampleRecording {
  /** Most samples, and most values, of one read. */
  private static final int CHUNK = 4096;

  private static final int VALUES = 1 << 18;

  /** How far a sample of a read may lie from where the rate puts it, microseconds. */
  private static final long ROUNDING = 1;

  private final XdfInput in;
  private final XdfIndex index;
  private final int stream;

  /** The stream that is read; null: the file has none that is sampled. */
  private final XdfIndex.Sampled read;

  private final SampleHeader header;
  private final Chunks chunks;
  private final SampleChunks samples;
  private final ViolationCounts violations = new ViolationCounts();
  private List<RecordingMarker> markers = List.of();
  private int markersGiven;
  private long taken;
  private long firstSample;
  private long firstMicros;

  XdfRecording(XdfInput in, SampleOptions options) throws IOException {
    this.in = in;
    index = new XdfIndex(in);
    if (index.headers().isEmpty()) {
      throw new UnreadableRecordingException(
          "holds no stream with a header that can be read: is it cut, or still being written?");
    }
    stream = chosen(options);
    read = index.sampled().isEmpty() ? null : index.sampled().get(stream);
    violations.add(index.violations());
    if (read != null) {
      violations.add(Violation.CLOCK_RESET, read.runs().size() - 1);
      violations.add(Violation.TIME_BACKWARD, read.times().backward());
    }
    header =
        new SampleHeader(
            "xdf",
            read == null ? List.of() : read.header().channels(),
            read == null ? SampleRate.of(1) : read.times().rate(),
            read == null ? SampleEncoding.FLOAT64 : read.header().format().encoding(),
            null,
            fields(options.keepIdentifiers()));
    chunks = new Chunks(in, new ViolationCounts());
    samples =
        read == null ? null : new SampleChunks(read.header(), in, new ClockCorrection(read.runs()));
  }

  private int chosen(SampleOptions options) throws UnreadableRecordingException {
    List<XdfIndex.Sampled> all = index.sampled();
    if (options.stream() >= Math.max(1, all.size())) {
      throw new UnreadableRecordingException(
          "has no stream " + options.stream() + "; there are " + all.size());
    }
    if (options.stream() != SampleOptions.MAIN) {
      return options.stream();
    }
    int main = 0;
    for (int s = 1; s < all.size(); s++) {
      main = values(all.get(s)) > values(all.get(main)) ? s : main;
    }
    return main;
  }

  private static long values(XdfIndex.Sampled stream) {
    return stream.times().samples() * stream.header().channels().size();
  }

  /** A line a stream. Names of computers are left out unless asked for. */
  private Map<String, String> fields(boolean identifiers) {
    Map<String, String> fields = new LinkedHashMap<>();
    index
        .headers()
        .forEach(
            (id, h) ->
                fields.put(
                    "stream " + id,
                    String.format(
                        Locale.ROOT,
                        "%s, %s, %d x %s, %s%s",
                        h.name(),
                        h.type().isEmpty() ? "-" : h.type(),
                        h.channels().size(),
                        h.format().name().toLowerCase(Locale.ROOT),
                        h.rate() == 0 ? "no fixed rate" : "nominal " + h.rate() + " Hz",
                        identifiers && !h.host().isEmpty() ? ", from " + h.host() : "")));
    return fields;
  }

  @Override
  public SampleHeader header() {
    return header;
  }

  @Override
  public List<SampleSignal> signals() {
    List<SampleSignal> signals = new ArrayList<>();
    for (int s = 0; s < index.sampled().size(); s++) {
      XdfIndex.Sampled one = index.sampled().get(s);
      SampleRate rate = one.times().rate();
      for (int c = 0; c < one.header().channels().size(); c++) {
        signals.add(new SampleSignal(one.header().channels().get(c), rate, s, c));
      }
    }
    return signals;
  }

  @Override
  public int stream() {
    return stream;
  }

  @Override
  public boolean read(SampleBatch batch) throws IOException {
    int channels = header.channels().size();
    if (read == null || taken == read.times().samples()) {
      batch.shape(channels, 0);
      markersUpTo(Long.MAX_VALUE);
      return false;
    }
    firstSample = taken;
    firstMicros = read.times().micros(taken);
    int n = evenlySpaced(Math.max(1, Math.min(CHUNK, VALUES / channels)));
    batch.shape(channels, n);
    for (int i = 0; i < n; i++) {
      nextSample();
      for (int c = 0; c < channels; c++) {
        batch.channel(c)[i] = read.header().format().read(in);
      }
    }
    taken += n;
    markersUpTo(firstMicros + header.rate().micros(n));
    return true;
  }

  /** How many samples from here on lie where the rate puts them. */
  private int evenlySpaced(int most) {
    int n = (int) Math.min(most, read.times().left(taken));
    for (int i = 1; i < n; i++) {
      long off = read.times().micros(taken + i) - firstMicros - header.rate().micros(i);
      if (Math.abs(off) > ROUNDING) {
        return i;
      }
    }
    return n;
  }

  private void nextSample() throws IOException {
    while (!samples.next()) {
      do {
        if (!chunks.next()) {
          throw new IOException("the recording changed while it was read");
        }
      } while (chunks.tag() != Chunks.SAMPLES
          || in.remaining() < 4
          || in.unsigned(4) != read.header().id());
      samples.begin();
    }
  }

  private void markersUpTo(long micros) {
    int end = markersGiven;
    while (end < index.markers().size() && index.markers().get(end).micros() < micros) {
      end++;
    }
    markers = List.copyOf(index.markers().subList(markersGiven, end));
    markersGiven = end;
  }

  @Override
  public long firstSample() {
    return firstSample;
  }

  @Override
  public long firstMicros() {
    return firstMicros;
  }

  @Override
  public List<RecordingMarker> markers() {
    return markers;
  }

  @Override
  public ViolationCounts violations() {
    ViolationCounts all = new ViolationCounts();
    all.add(violations);
    return all;
  }

  @Override
  public double fraction() {
    return read == null || read.times().samples() == 0
        ? 1
        : (double) taken / read.times().samples();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
