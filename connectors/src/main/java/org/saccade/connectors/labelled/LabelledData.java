package org.saccade.connectors.labelled;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.saccade.connectors.recording.UnreadableRecordingException;

/**
 * Labelled recordings on disk.
 *
 * @param set the clips
 * @param official the split that the data come with, where they do: trial lists, or folders {@code
 *     Train} and {@code Test}
 * @param remarks what was passed over, a line each: labels without a recording, recordings without
 *     a label
 */
public record LabelledData(LabelledSet set, Optional<Split> official, List<String> remarks) {
  /** How labels are kept. */
  public enum Layout {
    /** A folder a class. */
    FOLDERS,
    /** A file of lines, a recording and its label each. */
    LABELS,
    /** DVS128 Gesture. */
    DVS128
  }

  /** Reads the labels of a layout that is found by what the folder holds. */
  public static LabelledData read(Path data) throws IOException {
    return read(data, (Path) null);
  }

  /**
   * Reads the labels, not the recordings.
   *
   * @param data folder of the recordings
   * @param labels label file, or null: the layout is found by what the folder holds
   * @throws UnreadableRecordingException if there is no clip, or a label cannot be used: naming
   *     file and line
   */
  public static LabelledData read(Path data, Path labels) throws IOException {
    requireFolder(data);
    if (labels != null) {
      return LabelFile.read(data, labels);
    }
    if (Dvs128Gesture.isOne(data)) {
      return read(data, Layout.DVS128);
    }
    Optional<Path> own = LabelFile.in(data);
    return own.isPresent() ? LabelFile.read(data, own.get()) : read(data, Layout.FOLDERS);
  }

  /**
   * Reads the labels of a layout that the caller knows.
   *
   * @throws UnreadableRecordingException as {@link #read(Path, Path)}
   */
  public static LabelledData read(Path data, Layout layout) throws IOException {
    requireFolder(data);
    switch (layout) {
      case DVS128:
        return Dvs128Gesture.read(data);
      case LABELS:
        Optional<Path> own = LabelFile.in(data);
        if (own.isEmpty()) {
          throw new UnreadableRecordingException(
              data + ": has no " + String.join(", ", LabelFile.NAMES) + "; name the label file");
        }
        return LabelFile.read(data, own.get());
      default:
        return ClassFolders.read(data);
    }
  }

  private static void requireFolder(Path data) throws UnreadableRecordingException {
    if (!Files.isDirectory(data)) {
      throw new UnreadableRecordingException(
          data + ": is no folder, expected one with labelled recordings; check the path");
    }
  }
}
