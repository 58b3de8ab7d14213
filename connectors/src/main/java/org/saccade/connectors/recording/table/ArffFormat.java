package org.saccade.connectors.recording.table;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.saccade.connectors.recording.Head;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.connectors.recording.SampleFormat;
import org.saccade.connectors.recording.SampleHeader;
import org.saccade.connectors.recording.SampleRecording;
import org.saccade.connectors.recording.UnreadableRecordingException;
import org.saccade.connectors.recording.gaze.LineSource;
import org.saccade.schemas.SampleEncoding;
import org.saccade.schemas.packet.SampleRate;

/** Attributes of Weka as channels, at a rate that is told. */
public final class ArffFormat implements SampleFormat {
  private static final int SIGNATURE = 100;
  private static final int COMMENTED = 1 << 12;

  @Override
  public String name() {
    return "arff";
  }

  @Override
  public String description() {
    return "Weka's ARFF: attributes are channels; its rate is told by --rate";
  }

  @Override
  public String extension() {
    return ".arff";
  }

  @Override
  public int certainty(Head head) {
    String text =
        new String(
            head.bytes(), 0, Math.min(head.length(), COMMENTED), StandardCharsets.ISO_8859_1);
    for (String line : text.split("\n", -1)) {
      String word = line.strip().toLowerCase(Locale.ROOT);
      if (!word.isEmpty() && !word.startsWith("%")) {
        return word.startsWith("@relation") ? SIGNATURE : 0;
      }
    }
    return 0;
  }

  @Override
  public SampleRecording open(Path path, Head head, ReadOptions options) throws IOException {
    ArffHead found;
    try (LineSource lines = new LineSource(Files.newInputStream(path), 0)) {
      found = ArffHead.read(lines);
    }
    if (options.gaze().rate() == 0) {
      throw new UnreadableRecordingException(
          "ARFF of " + found.channels().size() + " attributes says no rate; tell it: --rate HZ");
    }
    SampleHeader header =
        new SampleHeader(
            name(),
            found.channels(),
            SampleRate.of(options.gaze().rate()),
            SampleEncoding.FLOAT64,
            null,
            Map.of("relation", found.relation()));
    return new ArffRecording(path, found, header);
  }
}
