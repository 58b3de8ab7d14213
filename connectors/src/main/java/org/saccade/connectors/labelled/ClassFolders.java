package org.saccade.connectors.labelled;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.saccade.connectors.recording.UnreadableRecordingException;

/** A folder a class; above them there may be one folder to train on and one to test on. */
final class ClassFolders {
  private static final String TRAIN = "train";
  private static final String TEST = "test";

  private final Path data;
  private final List<LabelledClip> clips = new ArrayList<>();
  private final TreeSet<String> classes = new TreeSet<>(RecordingNames.CLASS_ORDER);
  private final List<String> remarks = new ArrayList<>();

  private ClassFolders(Path data) {
    this.data = data;
  }

  static LabelledData read(Path data) throws IOException {
    return new ClassFolders(data).read();
  }

  private LabelledData read() throws IOException {
    List<Path> folders = folders(data);
    List<Path> parts = folders.stream().filter(f -> isPart(f)).toList();
    boolean split = parts.size() == 2 && parts.size() == folders.size();
    for (Path part : split ? parts : List.of(data)) {
      for (Path folder : folders(part)) {
        readClass(folder);
      }
    }
    if (clips.isEmpty()) {
      throw new UnreadableRecordingException(
          data
              + ": has no folder a class with recordings in it, no label file ("
              + String.join(", ", LabelFile.NAMES)
              + ") and no *_labels.csv; name the label file, or another folder");
    }
    LabelledSet set = new LabelledSet(List.copyOf(classes), clips);
    Optional<Split> official = Optional.empty();
    if (split) {
      Path test = parts.stream().filter(f -> name(f).equals(TEST)).findFirst().orElseThrow();
      official =
          Optional.of(
              new Split(
                  set.where(clip -> !clip.recording().startsWith(test)),
                  set.where(clip -> clip.recording().startsWith(test))));
    }
    return new LabelledData(set, official, remarks);
  }

  private void readClass(Path folder) throws IOException {
    int before = clips.size();
    for (Path file : RecordingNames.in(folder)) {
      if (RecordingNames.mayBeRecording(file)) {
        String subject = RecordingNames.subject(RecordingNames.relative(data, file));
        clips.add(LabelledClip.whole(file, folder.getFileName().toString(), subject));
      }
    }
    if (clips.size() == before) {
      remarks.add(folder + ": has no recording");
    } else {
      classes.add(folder.getFileName().toString());
    }
  }

  private static List<Path> folders(Path folder) throws IOException {
    return RecordingNames.in(folder).stream().filter(Files::isDirectory).toList();
  }

  private static boolean isPart(Path folder) {
    return name(folder).equals(TRAIN) || name(folder).equals(TEST);
  }

  private static String name(Path folder) {
    return folder.getFileName().toString().toLowerCase(Locale.ROOT);
  }
}
