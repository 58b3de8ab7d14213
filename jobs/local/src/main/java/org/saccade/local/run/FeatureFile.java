package org.saccade.local.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;
import org.saccade.connectors.recording.UnreadableRecordingException;
import org.saccade.local.series.CsvTable;
import org.saccade.local.series.JointSeries;
import org.saccade.schemas.packet.FeatureSample;
import org.saccade.schemas.packet.Origin;
import org.saccade.schemas.packet.RawEventPacket;

/**
 * A file of features. JSON lines: records {@code Feature} as {@code saccade run} and {@code saccade
 * tail} write them, among others, which are passed over. CSV: {@code timestamp,NAME…}, a feature a
 * column, but for one called {@code label}.
 */
final class FeatureFile {
  private static final ObjectReader JSON = new ObjectMapper().reader();

  private FeatureFile() {}

  /**
   * Looks whether it begins like one.
   *
   * @throws UnreadableRecordingException if it does not
   */
  static void check(Path file) throws IOException {
    if (!isJson(file)) {
      CsvTable.check(file);
    }
  }

  /** Whether the first that stands in the file is an object's brace. */
  private static boolean isJson(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      int first = in.read();
      while (first >= 0 && Character.isWhitespace(first)) {
        first = in.read();
      }
      return first == '{';
    }
  }

  private static UnreadableRecordingException unreadable(Path file, long line, String what) {
    return new UnreadableRecordingException(
        file
            + ": line "
            + line
            + " "
            + what
            + "; expected the header timestamp,value or JSON lines with records of type Feature");
  }

  /** Gives its values in the order of the file. */
  static void read(Path file, String stream, Consumer<FeatureSample> out) throws IOException {
    if (isJson(file)) {
      try (BufferedReader in = Files.newBufferedReader(file)) {
        readJson(file, in, out);
      } catch (CharacterCodingException e) {
        throw unreadable(file, 1, "or another is no UTF-8 text");
      }
      return;
    }
    CsvTable table = CsvTable.read(file);
    for (int i = 0; i < table.size(); i++) {
      for (int k = 0; k < table.names().size(); k++) {
        if (!table.names().get(k).equals(JointSeries.LABEL)) {
          out.accept(
              new FeatureSample(
                  stream,
                  table.names().get(k),
                  "",
                  stream + "-recording",
                  table.epochMicros()[i],
                  RawEventPacket.NO_EPOCH,
                  table.values()[k][i],
                  Origin.file(i)));
        }
      }
    }
  }

  private static void readJson(Path file, BufferedReader in, Consumer<FeatureSample> out)
      throws IOException {
    long number = 0;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      JsonNode record;
      try {
        record = JSON.readTree(line);
      } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
        throw unreadable(file, number, "is no JSON: " + e.getOriginalMessage());
      }
      if (record.has("record")) {
        record = record.get("record");
      }
      if (record.path("type").asText().equals("Feature")) {
        out.accept(sample(file, number, record));
      }
    }
  }

  private static FeatureSample sample(Path file, long number, JsonNode record)
      throws UnreadableRecordingException {
    for (String field : List.of("stream", "session", "name", "time", "value")) {
      if (!record.has(field)) {
        throw unreadable(file, number, "has a Feature without " + field);
      }
    }
    if (!record.get("time").canConvertToLong()) {
      throw unreadable(file, number, "has a Feature whose time is no whole number");
    }
    JsonNode from = record.path("provenance");
    JsonNode epoch = from.path("epochMicros");
    return new FeatureSample(
        record.get("stream").asText(),
        record.get("name").asText(),
        from.path("operator").asText(""),
        record.get("session").asText(),
        record.get("time").asLong(),
        epoch.canConvertToLong() ? epoch.asLong() : RawEventPacket.NO_EPOCH,
        number(record.get("value")),
        Origin.file(number - 1));
  }

  /** JSON has no word for what is no number: {@code "NaN"}, {@code "Infinity"}. */
  private static double number(JsonNode value) {
    if (value.isNumber()) {
      return value.asDouble();
    }
    try {
      return Double.parseDouble(value.asText());
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /** The values of the file with a number. */
  static final class Read implements FlatMapFunction<Long, FeatureSample> {
    private static final long serialVersionUID = 1L;

    private final List<String> files;
    private final List<String> streams;

    Read(List<String> files, List<String> streams) {
      this.files = List.copyOf(files);
      this.streams = List.copyOf(streams);
    }

    @Override
    public void flatMap(Long number, Collector<FeatureSample> out) throws IOException {
      int i = number.intValue();
      read(Path.of(files.get(i)), streams.get(i), out::collect);
    }
  }
}
