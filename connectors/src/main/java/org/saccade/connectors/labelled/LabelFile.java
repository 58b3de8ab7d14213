package org.saccade.connectors.labelled;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.saccade.connectors.recording.UnreadableRecordingException;

/**
 * Lines of a recording and its label, apart by tabs, semicolons, commas or blanks. With a header,
 * columns are known by name and there may be a subject, a begin and an end (µs); without one, the
 * recording is the column whose text names one. Blank lines and lines that begin with {@code #} are
 * passed over.
 */
final class LabelFile {
  /** Names under which a label file is found in its folder. */
  static final List<String> NAMES = List.of("labels.tsv", "labels.csv", "labels.txt");

  private final Path file;
  private final RecordingPlaces places;
  private final List<String> remarks = new ArrayList<>();
  private final Map<LabelledClip, Integer> lineOf = new LinkedHashMap<>();
  private final Map<Path, List<LabelledClip>> clipsOf = new HashMap<>();

  private LabelFile(Path file, RecordingPlaces places) {
    this.file = file;
    this.places = places;
  }

  static Optional<Path> in(Path folder) {
    return NAMES.stream().map(folder::resolve).filter(Files::isRegularFile).findFirst();
  }

  static LabelledData read(Path data, Path labels) throws IOException {
    if (!Files.isRegularFile(labels)) {
      throw new UnreadableRecordingException(labels + ": no such label file; check the path");
    }
    return new LabelFile(labels, RecordingPlaces.of(data, labels)).read(TextLines.of(labels));
  }

  private LabelledData read(List<String> lines) throws IOException {
    LabelColumns columns = null;
    for (int n = 1; n <= lines.size(); n++) {
      String line = lines.get(n - 1);
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      try {
        boolean first = columns == null;
        if (first) {
          columns = LabelColumns.of(line, text -> !places.find(text).isEmpty());
        }
        if (!first || !columns.isHeader()) {
          add(columns.row(line), n);
        }
      } catch (IllegalArgumentException e) {
        throw new UnreadableRecordingException(file + ": line " + n + ": " + e.getMessage());
      }
    }
    if (lineOf.isEmpty()) {
      throw new UnreadableRecordingException(
          file
              + ": no line names a recording in "
              + places.folder()
              + (remarks.isEmpty() ? "" : "; " + remarks.get(0)));
    }
    TreeSet<String> classes = new TreeSet<>(RecordingNames.CLASS_ORDER);
    lineOf.keySet().forEach(clip -> classes.add(clip.label()));
    remarks.addAll(places.unused());
    return new LabelledData(
        new LabelledSet(List.copyOf(classes), List.copyOf(lineOf.keySet())),
        Optional.empty(),
        remarks);
  }

  private void add(LabelColumns.Row row, int line) {
    List<Path> found = places.find(row.recording());
    if (found.isEmpty()) {
      remarks.add(file + ": line " + line + ": there is no recording \"" + row.recording() + "\"");
      return;
    }
    if (found.size() > 1) {
      throw new IllegalArgumentException(
          "\""
              + row.recording()
              + "\" may be "
              + found.get(0)
              + " or "
              + found.get(1)
              + "; give the folder too");
    }
    Path recording = found.get(0);
    places.use(recording);
    String subject = row.subject().isEmpty() ? places.subject(recording) : row.subject();
    LabelledClip clip =
        new LabelledClip(recording, row.label(), subject, row.fromMicros(), row.toMicros());
    List<LabelledClip> others = clipsOf.computeIfAbsent(recording, r -> new ArrayList<>());
    for (LabelledClip other : others) {
      if (other.fromMicros() < clip.toMicros() && clip.fromMicros() < other.toMicros()) {
        throw new IllegalArgumentException(
            "\"" + row.recording() + "\" has a label already, in line " + lineOf.get(other));
      }
    }
    others.add(clip);
    lineOf.put(clip, line);
  }
}
