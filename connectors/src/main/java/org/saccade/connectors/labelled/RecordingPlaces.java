package org.saccade.connectors.labelled;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where the recordings of a folder are, by what a label file may call them: an absolute path, a
 * path from the folder or from the label file, its last parts, and each without its ending.
 */
final class RecordingPlaces {
  private static final int MAX_DEPTH = 8;

  private final Path folder;
  private final Path labels;
  private final List<Path> all;

  /** By every run of last parts of the path, with and without the ending. */
  private final Map<String, List<Path>> byTail = new HashMap<>();

  private final Set<Path> used = new HashSet<>();

  private RecordingPlaces(Path folder, Path labels, List<Path> all) {
    this.folder = folder;
    this.labels = labels;
    this.all = all;
    for (Path file : all) {
      String tail = RecordingNames.relative(folder, file);
      while (true) {
        put(tail, file);
        String bare = RecordingNames.withoutEnding(tail);
        if (!bare.equals(tail)) {
          put(bare, file);
        }
        int slash = tail.indexOf('/');
        if (slash < 0) {
          break;
        }
        tail = tail.substring(slash + 1);
      }
    }
  }

  private void put(String tail, Path file) {
    byTail.computeIfAbsent(tail, t -> new ArrayList<>(1)).add(file);
  }

  static RecordingPlaces of(Path folder, Path labels) throws IOException {
    try (Stream<Path> walk = Files.walk(folder, MAX_DEPTH)) {
      List<Path> files =
          walk.filter(RecordingNames::mayBeRecording)
              .filter(p -> !p.getFileName().toString().startsWith("labels."))
              .filter(p -> !absolute(p).equals(absolute(labels)))
              .sorted()
              .toList();
      return new RecordingPlaces(folder, labels, files);
    }
  }

  Path folder() {
    return folder;
  }

  /** The recordings that a text may name: none, one, or several where it does not say enough. */
  List<Path> find(String text) {
    String name = text.replace('\\', '/').replaceAll("^(\\./)+", "");
    try {
      for (Path base : List.of(folder, labels.toAbsolutePath().getParent())) {
        Path exact = base.resolve(name);
        if (RecordingNames.mayBeRecording(exact)) {
          // A file that is meant, and lies elsewhere, must not be taken for a namesake in here.
          Path inside = folder.resolve(absolute(folder).relativize(absolute(exact)));
          return absolute(exact).startsWith(absolute(folder)) ? List.of(inside) : List.of();
        }
      }
    } catch (InvalidPathException e) {
      return List.of();
    }
    String tail = name;
    while (true) {
      List<Path> found = byTail.get(tail);
      if (found != null) {
        return found;
      }
      int slash = tail.indexOf('/');
      if (slash < 0) {
        return List.of();
      }
      tail = tail.substring(slash + 1);
    }
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }

  void use(Path recording) {
    used.add(absolute(recording));
  }

  /** Who is in a recording. */
  String subject(Path recording) {
    return RecordingNames.subject(RecordingNames.relative(folder, recording));
  }

  /** A line for each recording without a label. */
  List<String> unused() {
    return all.stream()
        .filter(file -> !used.contains(absolute(file)))
        .map(file -> file + ": has no label")
        .toList();
  }
}
