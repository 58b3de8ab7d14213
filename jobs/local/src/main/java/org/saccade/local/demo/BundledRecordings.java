package org.saccade.local.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** The recordings that ship with the program, made by {@link MakeRecordings}. */
public final class BundledRecordings {
  /** Their files: simulated cameras in four formats, and the gaze of two simulated eyes. */
  static final List<String> FILES =
      List.of(
          "bars.raw",
          "fan.dat",
          "dots.csv",
          "lamp-box.raw",
          "burst.raw",
          "change.raw",
          MakeRecordings.GAZE);

  private BundledRecordings() {}

  /** Writes them into a folder and gives their paths. */
  public static List<Path> unpack(Path folder) throws IOException {
    List<Path> paths = new ArrayList<>();
    for (String file : FILES) {
      Path path = folder.resolve(file);
      try (InputStream in = BundledRecordings.class.getResourceAsStream("/recordings/" + file)) {
        if (in == null) {
          throw new IOException("the program's jar holds no recording " + file);
        }
        Files.copy(in, path, StandardCopyOption.REPLACE_EXISTING);
      }
      paths.add(path);
    }
    return paths;
  }
}
