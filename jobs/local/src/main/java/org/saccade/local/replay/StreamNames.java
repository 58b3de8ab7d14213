package org.saccade.local.replay;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names of the sensors of several recordings. */
public final class StreamNames {
  private StreamNames() {}

  /**
   * A name a file, each another: the file's name without its ending; where several have the same
   * one, {@code -2}, {@code -3}, … behind it.
   */
  public static List<String> of(List<Path> files) {
    Set<String> taken = new HashSet<>();
    List<String> names = new ArrayList<>();
    for (Path file : files) {
      String base = Replays.streamOf(file);
      String name = base;
      for (int n = 2; !taken.add(name); n++) {
        name = base + "-" + n;
      }
      names.add(name);
    }
    return names;
  }
}
