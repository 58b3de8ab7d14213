package org.saccade.connectors.recording.brainvision;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;
import org.saccade.connectors.recording.RecordingMarker;
import org.saccade.connectors.recording.SampleHeader;
import org.saccade.connectors.recording.SampleRecording;
import org.saccade.connectors.recording.SegmentedRecording;
import org.saccade.connectors.recording.UnreadableRecordingException;
import org.saccade.schemas.batch.SampleBatch;
import org.saccade.schemas.codec.Violation;
import org.saccade.schemas.codec.ViolationCounts;

/**
 * Samples as text: a line a point, or a line a channel. They are held in memory, for a line a
 * channel can be read no other way.
 */
final class TextSamples extends SegmentedRecording {
  private static final long MAX_BYTES = 1L << 28;

  private final double[][] values;

  private TextSamples(
      SampleHeader header,
      double[][] values,
      int samples,
      List<Segment> segments,
      List<RecordingMarker> markers,
      ViolationCounts violations) {
    super(header, samples, segments, markers, violations);
    this.values = values;
  }

  static SampleRecording open(
      BrainVisionHeader layout,
      SampleHeader header,
      List<Segment> segments,
      MarkerFile markers,
      ViolationCounts violations)
      throws IOException {
    long bytes = Files.size(layout.data());
    if (bytes > MAX_BYTES) {
      throw new UnreadableRecordingException(
          layout.data().getFileName()
              + " has "
              + bytes
              + " bytes of text, expected at most "
              + MAX_BYTES);
    }
    List<double[]> rows = rows(layout, violations);
    int channels = header.channels().size();
    int samples =
        layout.vectorized()
            ? rows.stream().limit(channels).mapToInt(r -> r.length).min().orElse(0)
            : rows.size();
    if (layout.vectorized() && rows.size() < channels) {
      throw new UnreadableRecordingException(
          layout.data().getFileName()
              + " has "
              + rows.size()
              + " lines of numbers, expected one"
              + " for each of "
              + channels
              + " channels");
    }
    double[][] values = new double[channels][samples];
    for (int c = 0; c < channels; c++) {
      for (int i = 0; i < samples; i++) {
        values[c][i] = layout.vectorized() ? rows.get(c)[i] : rows.get(i)[c];
      }
    }
    return new TextSamples(
        header, values, samples, segments, markers.markers(header, segments), violations);
  }

  private static List<double[]> rows(BrainVisionHeader layout, ViolationCounts violations)
      throws IOException {
    Map<String, String> text = layout.text();
    boolean comma = text.getOrDefault("decimalsymbol", ".").equals(",");
    int skipLines = count(text.get("skiplines"));
    int skipColumns = count(text.get("skipcolumns"));
    List<double[]> rows = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Files.newInputStream(layout.data()), StandardCharsets.ISO_8859_1))) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (number++ < skipLines || line.isBlank()) {
          continue;
        }
        double[] row = row(comma ? line.replace(',', '.') : line, skipColumns);
        if (row == null || !layout.vectorized() && row.length < layout.channels().size()) {
          violations.add(Violation.BAD_LINE, 1);
        } else {
          rows.add(row);
        }
      }
    }
    return rows;
  }

  private static double[] row(String line, int skip) {
    StringTokenizer words = new StringTokenizer(line, " \t;");
    double[] row = new double[Math.max(0, words.countTokens() - skip)];
    try {
      for (int i = 0; words.hasMoreTokens(); i++) {
        String word = words.nextToken();
        if (i >= skip) {
          row[i - skip] = Double.parseDouble(word);
        }
      }
      return row;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static int count(String text) {
    try {
      return text == null ? 0 : Math.max(0, Integer.parseInt(text));
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  @Override
  protected void fill(SampleBatch batch, long first, int n) {
    for (int c = 0; c < values.length; c++) {
      System.arraycopy(values[c], (int) first, batch.channel(c), 0, n);
    }
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
