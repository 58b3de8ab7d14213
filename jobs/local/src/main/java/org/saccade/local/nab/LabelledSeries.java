package org.saccade.local.nab;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.saccade.connectors.recording.UnreadableRecordingException;
import org.saccade.local.series.CsvSeries;

/**
 * A series of the benchmark and the windows in which it is odd.
 *
 * @param name folder and file
 * @param series its records
 * @param worth what a detection at each of them is worth
 */
public record LabelledSeries(String name, CsvSeries series, Worth worth) {

  /** The folder of the name: series of one source. */
  public String folder() {
    int slash = name.indexOf('/');
    return slash < 0 ? "" : name.substring(0, slash);
  }

  /**
   * All series below a folder, in the order of their names.
   *
   * @param windows the benchmark's {@code combined_windows.json}; it may have more series
   */
  public static List<LabelledSeries> read(Path data, Path windows) throws IOException {
    JsonNode labels = labels(windows);
    List<Path> files;
    try (Stream<Path> walk = Files.walk(data)) {
      files = walk.filter(p -> p.toString().endsWith(".csv")).sorted().toList();
    }
    if (files.isEmpty()) {
      throw new UnreadableRecordingException(data + ": no .csv file in this folder; name another");
    }
    List<LabelledSeries> all = new ArrayList<>();
    for (Path file : files) {
      String name = data.relativize(file).toString().replace('\\', '/');
      JsonNode own = labels.get(name);
      if (own == null) {
        throw new UnreadableRecordingException(
            windows + ": has no windows of " + name + "; give it an empty list if it has none");
      }
      CsvSeries series = CsvSeries.read(file);
      all.add(
          new LabelledSeries(
              name, series, new Worth(series.size(), spans(windows, name, own, series))));
    }
    return all;
  }

  private static JsonNode labels(Path windows) throws IOException {
    try {
      JsonNode labels = new ObjectMapper().readTree(windows.toFile());
      if (labels.isObject()) {
        return labels;
      }
    } catch (JsonProcessingException e) {
      throw new UnreadableRecordingException(windows + ": is no JSON: " + e.getOriginalMessage());
    }
    throw new UnreadableRecordingException(
        windows + ": is no JSON object, expected series names with lists of windows");
  }

  private static int[][] spans(Path windows, String name, JsonNode own, CsvSeries series)
      throws UnreadableRecordingException {
    int[][] spans = new int[own.size()][];
    for (int w = 0; w < spans.length; w++) {
      JsonNode pair = own.get(w);
      spans[w] = new int[] {record(pair.path(0), series), record(pair.path(1), series)};
      int least = w == 0 ? 0 : spans[w - 1][1] + 1;
      if (spans[w][0] < least || spans[w][1] < spans[w][0]) {
        throw new UnreadableRecordingException(
            windows
                + ": window "
                + (w + 1)
                + " of "
                + name
                + " is "
                + pair
                + ", expected two timestamps of the series, behind the window before");
      }
    }
    return spans;
  }

  private static int record(JsonNode time, CsvSeries series) {
    String text = time.asText().replaceFirst("\\.\\d*$", "");
    for (int i = 0; i < series.size(); i++) {
      if (series.timestamps().get(i).replaceFirst("\\.\\d*$", "").equals(text)) {
        return i;
      }
    }
    return -1;
  }
}
