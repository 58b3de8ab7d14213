package org.saccade.local.cli;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.util.stream.IntStream;
import org.saccade.connectors.recording.RecordingMarker;
import org.saccade.connectors.recording.SampleHeader;
import org.saccade.connectors.recording.SampleRecording;
import org.saccade.connectors.recording.TimeOrigin;
import org.saccade.schemas.batch.SampleBatch;
import org.saccade.schemas.packet.SampleRate;

/** Samples and markers of a recording, for {@code saccade cat}. */
final class SampleCat {
  private final SampleRecording recording;
  private final CsvOut out;
  private final boolean json;
  private final TimeOrigin origin;
  private long left;
  private Long shift;
  private boolean began;
  private long stretchSample;
  private long stretchMicros;

  SampleCat(SampleRecording recording, CsvOut out, boolean json, TimeOrigin origin, long limit) {
    this.recording = recording;
    this.out = out;
    this.json = json;
    this.origin = origin;
    left = limit;
    if (origin == TimeOrigin.SDK) {
      throw new IllegalArgumentException(
          "time origin sdk is for evt2 and evt3, but the recording is "
              + recording.header().format()
              + "; choose sensor or first");
    }
    if (origin == TimeOrigin.EPOCH && recording.header().epochMicros() == null) {
      throw new IllegalArgumentException(
          "time origin epoch needs a recording that says when its time 0 was, and this "
              + recording.header().format()
              + " does not; choose sensor or first");
    }
  }

  private long shifted(long micros) {
    if (shift == null) {
      shift =
          switch (origin) {
            case FIRST -> micros;
            case EPOCH -> -recording.header().epochMicros();
            default -> 0L;
          };
    }
    return micros - shift;
  }

  /**
   * @param signal a signal's label or number in the file; null: all
   */
  void samples(String signal) throws IOException {
    SampleHeader header = recording.header();
    int[] shown =
        signal == null
            ? IntStream.range(0, header.channels().size()).toArray()
            : new int[] {SignalChoice.of(recording.signals(), signal).index()};
    String[] keys = new String[shown.length];
    StringBuilder names = new StringBuilder("sample,t");
    for (int i = 0; i < shown.length; i++) {
      String name = header.channels().get(shown[i]).name();
      names.append(',').append(quoted(name));
      keys[i] = ",\"" + escaped(name) + "\":";
    }
    if (!json) {
      out.text(names.append('\n').toString());
    }
    SampleBatch batch = new SampleBatch();
    while (left > 0 && recording.read(batch)) {
      int n = (int) Math.min(left, batch.size());
      stretch(header.rate());
      for (int i = 0; i < n; i++) {
        long inStretch = recording.firstSample() + i - stretchSample;
        long t = shifted(stretchMicros + header.rate().micros(inStretch));
        long sample = recording.firstSample() + i;
        if (json) {
          out.text("{\"sample\":").number(sample).text(",\"t\":").number(t);
        } else {
          out.number(sample).put(',').number(t);
        }
        for (int c = 0; c < shown.length; c++) {
          double value = header.channels().get(shown[c]).physical(batch.channel(shown[c])[i]);
          if (json) {
            out.text(keys[c]).text(Double.isFinite(value) ? Double.toString(value) : "null");
          } else {
            out.put(',').text(Double.toString(value));
          }
        }
        out.text(json ? "}\n" : "\n");
      }
      left -= n;
    }
  }

  /**
   * Keeps the begin of the stretch that a read goes on with. Times are counted from there, in
   * samples: rounded once, they do not depend on how the recording is cut into reads.
   */
  private void stretch(SampleRate rate) {
    long sample = recording.firstSample();
    boolean goesOn =
        began && recording.firstMicros() == stretchMicros + rate.micros(sample - stretchSample);
    if (!goesOn) {
      stretchSample = sample;
      stretchMicros = recording.firstMicros();
      began = true;
    }
  }

  void markers() throws IOException {
    if (!json) {
      out.text("t,duration,text\n");
    }
    SampleBatch batch = new SampleBatch();
    boolean more = true;
    while (left > 0 && more) {
      more = recording.read(batch);
      if (more && origin == TimeOrigin.FIRST) {
        var unused = shifted(recording.firstMicros());
      }
      for (RecordingMarker marker : recording.markers()) {
        if (left-- <= 0) {
          return;
        }
        marker(marker);
      }
    }
  }

  private void marker(RecordingMarker marker) throws IOException {
    if (json) {
      out.text("{\"t\":").number(shifted(marker.micros())).text(",\"duration\":");
      out.number(marker.durationMicros()).text(",\"text\":\"").text(escaped(marker.text()));
      out.text("\"}\n");
    } else {
      out.number(shifted(marker.micros())).put(',').number(marker.durationMicros()).put(',');
      out.text(quoted(marker.text())).put('\n');
    }
  }

  /** A field of CSV (RFC 4180). */
  private static String quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  private static String escaped(String text) {
    return new String(JsonStringEncoder.getInstance().quoteAsString(text));
  }
}
