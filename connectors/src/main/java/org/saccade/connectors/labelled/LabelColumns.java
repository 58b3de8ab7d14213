package org.saccade.connectors.labelled;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Which column of a label file is what. */
final class LabelColumns {
  private static final Set<String> RECORDING =
      Set.of("file", "filename", "file_name", "recording", "path", "name", "sample");
  private static final Set<String> LABEL =
      Set.of("label", "class", "gesture", "digit", "target", "category", "action");
  private static final Set<String> SUBJECT = Set.of("subject", "user", "person", "participant");
  private static final Set<String> FROM =
      Set.of("from", "start", "begin", "starttime_usec", "start_us", "from_us", "frommicros");
  private static final Set<String> TO =
      Set.of("to", "end", "endtime_usec", "end_us", "to_us", "tomicros");
  private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,18}");

  private final String separator;
  private final boolean header;
  private int recording;
  private int label;
  private int subject = -1;
  private int from = -1;
  private int to = -1;

  private LabelColumns(String separator, boolean header) {
    this.separator = separator;
    this.header = header;
  }

  /**
   * @param first the first line that is none of a comment
   * @param isRecording whether a text names a recording
   * @throws IllegalArgumentException if a header has no column of labels or of recordings
   */
  static LabelColumns of(String first, Predicate<String> isRecording) {
    String separator =
        first.contains("\t")
            ? "\t"
            : first.contains(";") ? ";" : first.contains(",") ? "," : "\\s+";
    List<String> fields = fields(first, separator);
    List<String> names = fields.stream().map(f -> f.toLowerCase(Locale.ROOT)).toList();
    boolean header =
        names.stream().anyMatch(LABEL::contains) && fields.stream().noneMatch(isRecording);
    LabelColumns columns = new LabelColumns(separator, header);
    if (header) {
      columns.label = column(names, LABEL);
      columns.recording = column(names, RECORDING);
      if (columns.recording < 0) {
        // Two columns of which one is the label's need no second name.
        columns.recording = names.size() == 2 ? 1 - columns.label : missingRecording(names);
      }
      columns.subject = column(names, SUBJECT);
      columns.from = column(names, FROM);
      columns.to = column(names, TO);
    } else {
      boolean swapped =
          fields.size() == 2 && !isRecording.test(fields.get(0)) && isRecording.test(fields.get(1));
      columns.recording = swapped ? 1 : 0;
      columns.label = swapped ? 0 : 1;
    }
    return columns;
  }

  private static int missingRecording(List<String> names) {
    throw new IllegalArgumentException(
        "header " + names + " has no column of recordings; name one of them recording");
  }

  private static int column(List<String> names, Set<String> known) {
    for (int i = 0; i < names.size(); i++) {
      if (known.contains(names.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private static List<String> fields(String line, String separator) {
    List<String> fields = new ArrayList<>();
    for (String field : line.strip().split(separator, -1)) {
      String text = field.strip();
      boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
      fields.add(quoted ? text.substring(1, text.length() - 1).strip() : text);
    }
    return fields;
  }

  boolean isHeader() {
    return header;
  }

  /** What a line says. */
  record Row(String recording, String label, String subject, long fromMicros, long toMicros) {}

  /**
   * @throws IllegalArgumentException if the line has no recording, no label or no time in its place
   */
  Row row(String line) {
    List<String> fields = fields(line, separator);
    int needed = Math.max(recording, label) + 1;
    if (fields.size() < needed || fields.get(recording).isEmpty() || fields.get(label).isEmpty()) {
      throw new IllegalArgumentException(
          "\""
              + line.strip()
              + "\" has no "
              + (fields.size() < needed ? "second field" : "text")
              + " in it, expected a recording and its label");
    }
    long begin = time(fields, from, Long.MIN_VALUE);
    long end = time(fields, to, Long.MAX_VALUE);
    if (begin >= end) {
      throw new IllegalArgumentException("begin " + begin + " must be before end " + end);
    }
    return new Row(fields.get(recording), fields.get(label), text(fields, subject), begin, end);
  }

  private static String text(List<String> fields, int column) {
    return column >= 0 && column < fields.size() ? fields.get(column) : "";
  }

  private static long time(List<String> fields, int column, long otherwise) {
    String text = text(fields, column);
    if (text.isEmpty()) {
      return otherwise;
    }
    if (!WHOLE_NUMBER.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "time \"" + text + "\" must be a whole number of microseconds");
    }
    return Long.parseLong(text);
  }
}
