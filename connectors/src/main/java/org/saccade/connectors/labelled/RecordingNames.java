package org.saccade.connectors.labelled;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the names of files and classes say. */
final class RecordingNames {
  /** {@code user07_…}, {@code subject-7.…}, {@code sub-07_…}: who is in a recording. */
  private static final Pattern SUBJECT =
      Pattern.compile("(?i)((?:user|subject|sub)[-_]?\\d{1,6})(?![0-9a-z]).*");

  private static final Set<String> NO_RECORDINGS =
      Set.of(
          "txt", "md", "json", "yaml", "yml", "png", "jpg", "jpeg", "pdf", "m", "mat", "zip", "gz");

  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

  /** Names that are numbers by value, before the others by letter. */
  static final Comparator<String> CLASS_ORDER =
      Comparator.comparingInt((String s) -> isNumber(s) ? Integer.parseInt(s) : Integer.MAX_VALUE)
          .thenComparing(Comparator.naturalOrder());

  private RecordingNames() {}

  private static boolean isNumber(String name) {
    return NUMBER.matcher(name).matches();
  }

  /** Path from a folder, with slashes. */
  static String relative(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  static String withoutEnding(String path) {
    int dot = path.lastIndexOf('.');
    return dot > path.lastIndexOf('/') + 1 ? path.substring(0, dot) : path;
  }

  /** Who is in a recording: what its file's name begins with, else its own name. */
  static String subject(String relativePath) {
    Matcher named = SUBJECT.matcher(relativePath.substring(relativePath.lastIndexOf('/') + 1));
    return named.matches() ? named.group(1).toLowerCase(Locale.ROOT) : withoutEnding(relativePath);
  }

  /** Whether a file may be a recording: not hidden, and not of an ending that none has. */
  static boolean mayBeRecording(Path file) {
    String name = file.getFileName().toString();
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return Files.isRegularFile(file)
        && !name.startsWith(".")
        && !(name.contains(".") && NO_RECORDINGS.contains(ending));
  }

  /** Files and folders in a folder that are not hidden, by name. */
  static List<Path> in(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(p -> !p.getFileName().toString().startsWith(".")).sorted().toList();
    }
  }
}
