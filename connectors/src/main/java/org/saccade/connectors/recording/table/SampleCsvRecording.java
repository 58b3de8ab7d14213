package org.saccade.connectors.recording.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.saccade.connectors.recording.SampleHeader;
import org.saccade.connectors.recording.gaze.Fields;
import org.saccade.connectors.recording.gaze.LineRecording;

/** The lines of one table. */
final class SampleCsvRecording extends LineRecording {
  private static final String MARKER = "# marker ";

  private final SampleTable table;

  SampleCsvRecording(Path path, SampleTable table, SampleHeader header) throws IOException {
    super(path, table.offset(), header);
    this.table = table;
  }

  @Override
  protected long line(String line, double[] values) {
    if (line.startsWith(MARKER)) {
      String[] parts = line.substring(MARKER.length()).split(",", 3);
      if (parts.length < 3) {
        throw new NumberFormatException("a marker without a text");
      }
      marker(Fields.micros(parts[0], 1), Math.max(0, Fields.micros(parts[1], 1)), parts[2]);
      return NO_SAMPLE;
    }
    if (line.isBlank() || line.startsWith("#")) {
      return NO_SAMPLE;
    }
    List<String> fields = Fields.split(line, table.separator());
    if (fields.size() < table.time() + 1 + values.length) {
      throw new NumberFormatException("too few fields");
    }
    for (int c = 0; c < values.length; c++) {
      values[c] = Fields.position(fields.get(table.time() + 1 + c));
    }
    return Fields.micros(fields.get(table.time()), table.micros());
  }
}
