package org.saccade.connectors.recording.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.saccade.connectors.recording.SampleHeader;
import org.saccade.connectors.recording.gaze.Fields;
import org.saccade.connectors.recording.gaze.LineRecording;

/** The data lines of one ARFF file; a line that is none is passed over and counted. */
final class ArffRecording extends LineRecording {
  private final ArffHead head;
  private final SampleHeader header;
  private long next;

  ArffRecording(Path path, ArffHead head, SampleHeader header) throws IOException {
    super(path, head.dataOffset(), header);
    this.head = head;
    this.header = header;
  }

  @Override
  protected long line(String line, double[] values) {
    if (line.isBlank() || line.startsWith("%")) {
      return NO_SAMPLE;
    }
    List<String> fields = Fields.split(line, ',');
    if (fields.size() < values.length) {
      throw new NumberFormatException("too few fields");
    }
    for (int c = 0; c < values.length; c++) {
      values[c] = value(ArffHead.unquoted(fields.get(c)), head.values().get(c));
    }
    return header.rate().micros(next++);
  }

  private static double value(String field, List<String> nominal) {
    if (field.equals("?") || nominal == null) {
      return field.equals("?") ? Double.NaN : Fields.position(field);
    }
    int place = nominal.indexOf(field);
    if (place < 0) {
      throw new NumberFormatException(field);
    }
    try {
      return Fields.number(field);
    } catch (NumberFormatException e) {
      return place;
    }
  }
}
