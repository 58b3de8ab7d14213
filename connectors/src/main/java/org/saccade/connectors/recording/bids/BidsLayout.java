package org.saccade.connectors.recording.bids;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.connectors.recording.SampleFormats;
import org.saccade.connectors.recording.SampleRecording;
import org.saccade.connectors.recording.SidecarLayout;

/** Folders in BIDS layout. */
public final class BidsLayout implements SidecarLayout {
  private static final String DESCRIPTION = "dataset_description.json";
  private static final int MAX_DEPTH = 6;
  private static final Set<String> SUFFIXES = Set.of("eeg", "meg", "ieeg");
  private static final Set<String> BESIDE = Set.of(".json", ".tsv", ".tsv.gz", ".eeg", ".vmrk");
  private static final Set<String> OTHERS = Set.of("derivatives", "sourcedata", "code", "stimuli");

  /** The root of the data set that a path is in. */
  static Optional<Path> root(Path path) {
    Path at = path.toAbsolutePath().normalize();
    for (int up = 0; at != null && up <= MAX_DEPTH; up++) {
      if (Files.isRegularFile(at.resolve(DESCRIPTION))) {
        return Optional.of(at);
      }
      at = at.getParent();
    }
    return Optional.empty();
  }

  @Override
  public boolean holds(Path folder) {
    return root(folder).isPresent();
  }

  @Override
  public List<Path> recordings(Path folder, List<String> leftOut) throws IOException {
    Path root = root(folder).orElseThrow();
    List<Path> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder, MAX_DEPTH)) {
      for (Path file : files.sorted().toList()) {
        Optional<BidsName> name = BidsName.of(file);
        if (name.isPresent() && isData(name.get()) && !isOther(root, folder, file)) {
          if (!isLaterPart(file, name.get())
              && Files.isRegularFile(file)
              && SampleFormats.find(file, ReadOptions.DEFAULT).isPresent()) {
            found.add(file);
          } else if (!isLaterPart(file, name.get())) {
            leftOut.add(file + ": is no recording of a format that is read");
          }
        }
      }
    }
    return found;
  }

  private static boolean isData(BidsName name) {
    return name.entities().containsKey("sub")
        && SUFFIXES.contains(name.suffix())
        && !BESIDE.contains(name.ending());
  }

  private static boolean isOther(Path root, Path folder, Path file) {
    Path below = root.relativize(file.toAbsolutePath().normalize());
    Path asked = root.relativize(folder.toAbsolutePath().normalize());
    return OTHERS.contains(below.getName(0).toString())
        && !asked.getName(0).equals(below.getName(0));
  }

  /** Later parts of a split recording are read with its first. */
  private static boolean isLaterPart(Path file, BidsName name) {
    String split = name.entities().getOrDefault("split", "1");
    if (!split.matches("[0-9]{1,9}") || Integer.parseInt(split) <= 1) {
      return false;
    }
    String first = "0".repeat(split.length() - 1) + "1";
    String of = file.getFileName().toString().replace("_split-" + split, "_split-" + first);
    return Files.exists(file.resolveSibling(of));
  }

  @Override
  public SampleRecording with(Path file, SampleRecording recording) throws IOException {
    Optional<BidsName> name = BidsName.of(file);
    if (name.isEmpty() || !isData(name.get())) {
      return recording;
    }
    Optional<Path> root = root(file);
    return root.isEmpty()
        ? recording
        : BidsRecording.of(recording, Sidecars.of(root.get(), file, name.get()));
  }
}
