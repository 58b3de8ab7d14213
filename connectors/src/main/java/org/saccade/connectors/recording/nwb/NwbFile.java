package org.saccade.connectors.recording.nwb;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Link;
import io.jhdf.api.Node;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.saccade.connectors.recording.UnreadableRecordingException;

/**
 * An open file: its groups by their kind.
 *
 * @param hdf closed with it
 * @param bytes of the file
 */
record NwbFile(HdfFile hdf, long bytes) implements Closeable {
  private static final int MAX_DEPTH = 8;
  private static final int MAX_NODES = 20_000;
  private static final int MAX_TEXT = 200;

  /** Opens a file. */
  static NwbFile open(Path path) throws IOException {
    long bytes = Files.size(path);
    NwbFile file = new NwbFile(Hdf.read(() -> new HdfFile(path)), bytes);
    try {
      if (Hdf.read(() -> Hdf.text(file.hdf, "nwb_version")).isEmpty()) {
        throw new UnreadableRecordingException(
            "is an HDF5 file without the attribute nwb_version: of HDF5, NWB is read");
      }
      return file;
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  /** Whether a file says of itself that it is one. */
  static boolean isNwb(Path path) throws IOException {
    try (NwbFile file = open(path)) {
      return file.bytes > 0;
    } catch (UnreadableRecordingException e) {
      return false;
    }
  }

  /** Every group of a kind below these, with its path, in the order of the file. */
  Map<String, Group> groups(String kind, String... below) {
    Map<String, Group> found = new LinkedHashMap<>();
    int[] seen = {0};
    for (String top : below) {
      Hdf.group(hdf, top)
          .ifPresent(
              g ->
                  visit(
                      g,
                      top,
                      0,
                      seen,
                      (path, each) -> {
                        if (Hdf.text(each, "neurodata_type").equals(kind)) {
                          found.put(path, each);
                        }
                      }));
    }
    return found;
  }

  private static void visit(
      Group group, String path, int depth, int[] seen, BiConsumer<String, Group> each) {
    each.accept(path, group);
    if (depth == MAX_DEPTH) {
      return;
    }
    for (Map.Entry<String, Node> child : group.getChildren().entrySet()) {
      if (++seen[0] > MAX_NODES) {
        return;
      }
      // What a link leads to stands elsewhere too.
      if (child.getValue() instanceof Group below && !(child.getValue() instanceof Link)) {
        visit(below, path + "/" + child.getKey(), depth + 1, seen, each);
      }
    }
  }

  /** Unix time of the clock's zero, microseconds; null where the file does not say. */
  Long epochMicros() {
    for (String name : List.of("timestamps_reference_time", "session_start_time")) {
      try {
        Optional<Object> told = Hdf.dataset(hdf, name).map(Hdf::column).map(Hdf::single);
        if (told.isPresent()) {
          OffsetDateTime at = OffsetDateTime.parse(told.get().toString().strip().replace(' ', 'T'));
          return ChronoUnit.MICROS.between(java.time.Instant.EPOCH, at.toInstant());
        }
      } catch (DateTimeException | ArithmeticException e) {
        return null;
      }
    }
    return null;
  }

  /** Texts that say who and what was recorded. */
  Map<String, String> identifiers() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts(hdf, "", texts);
    Hdf.group(hdf, "general").ifPresent(g -> texts(g, "general/", texts));
    Hdf.group(hdf, "general")
        .flatMap(g -> Hdf.group(g, "subject"))
        .ifPresent(g -> texts(g, "subject/", texts));
    return texts;
  }

  private static void texts(Group group, String prefix, Map<String, String> texts) {
    List<String> names = new ArrayList<>(group.getChildren().keySet());
    for (String name : names) {
      Hdf.dataset(group, name)
          .filter(d -> d.getSize() == 1)
          .map(Dataset::getData)
          .map(Hdf::single)
          .filter(String.class::isInstance)
          .map(Object::toString)
          .ifPresent(t -> texts.put(prefix + name, t.substring(0, Math.min(MAX_TEXT, t.length()))));
    }
  }

  @Override
  public void close() throws IOException {
    Hdf.read(
        () -> {
          hdf.close();
          return null;
        });
  }
}
