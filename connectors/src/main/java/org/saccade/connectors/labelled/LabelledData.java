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

  /** Parts of the split that data come with. */
  public enum Part {
    ALL,
    TRAIN,
    TEST
  }

  /**
   * One part of the clips.
   *
   * @throws UnreadableRecordingException if a part of a split is asked for and the data have none
   */
  public LabelledSet part(Part part) throws UnreadableRecordingException {
    if (part == Part.ALL) {
      return set;
    }
    if (official.isEmpty()) {
      throw new UnreadableRecordingException(
          "the data have no split of their own (trial lists, or folders Train and Test); take all");
    }
    return part == Part.TRAIN ? official.get().train() : official.get().test();
  }

  /**
   * The same data without a class, such as {@link Dvs128Gesture#OTHER}.
   *
   * @throws IllegalArgumentException if there is no such class
   */
  public LabelledData without(String label) {
    if (!set.classes().contains(label)) {
      throw new IllegalArgumentException(
          "class \"" + label + "\" to leave out must be one of " + set.classes());
    }
    return new LabelledData(
        set.without(label),
        official.map(o -> new Split(o.train().without(label), o.test().without(label))),
        remarks);
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
