package org.saccade.connectors.labelled;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.saccade.connectors.recording.UnreadableRecordingException;

/**
 * DVS128 Gesture: a recording a subject and light, with all gestures one after another, and beside
 * it a table of {@code class,startTime_usec,endTime_usec}. The trial lists say which recordings are
 * to train and to test on; without them, subjects from 24 on are to test on.
 */
public final class Dvs128Gesture {
  /** Names of the classes 1 to 11, as in the data's {@code gesture_mapping.csv}. */
  public static final List<String> CLASSES =
      List.of(
          "hand_clapping",
          "right_hand_wave",
          "left_hand_wave",
          "right_arm_clockwise",
          "right_arm_counter_clockwise",
          "left_arm_clockwise",
          "left_arm_counter_clockwise",
          "arm_roll",
          "air_drums",
          "air_guitar",
          "other_gestures");

  /** The class that authors often leave out. */
  public static final String OTHER = "other_gestures";

  public static final String LABELS_ENDING = "_labels.csv";
  public static final String TRAIN_LIST = "trials_to_train.txt";
  public static final String TEST_LIST = "trials_to_test.txt";

  private static final int FIRST_TEST_SUBJECT = 24;
  private static final List<String> ENDINGS = List.of(".aedat", ".aedat4", ".raw", ".dat", ".es");
  private static final Pattern ROW = Pattern.compile("(\\d{1,3}),(\\d{1,18}),(\\d{1,18})");
  private static final Pattern USER = Pattern.compile("user(\\d{1,6})");

  private final Path data;
  private final List<LabelledClip> clips = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();

  private Dvs128Gesture(Path data) {
    this.data = data;
  }

  /** Whether a folder holds tables of such labels, or trial lists. */
  static boolean isOne(Path folder) throws IOException {
    return RecordingNames.in(folder).stream()
        .map(file -> file.getFileName().toString())
        .anyMatch(name -> name.endsWith(LABELS_ENDING) || name.equals(TRAIN_LIST));
  }

  static LabelledData read(Path data) throws IOException {
    return new Dvs128Gesture(data).read();
  }

  private LabelledData read() throws IOException {
    for (Path file : RecordingNames.in(data)) {
      if (file.getFileName().toString().endsWith(LABELS_ENDING)) {
        readTable(file);
      }
    }
    if (clips.isEmpty()) {
      throw new UnreadableRecordingException(
          data
              + ": has no recording with a table userNN_LIGHT"
              + LABELS_ENDING
              + " beside it"
              + (remarks.isEmpty() ? "" : "; " + remarks.get(0)));
    }
    LabelledSet set = new LabelledSet(CLASSES, clips);
    return new LabelledData(set, official(set), remarks);
  }

  private void readTable(Path table) throws IOException {
    String name = table.getFileName().toString();
    String trial = name.substring(0, name.length() - LABELS_ENDING.length());
    Optional<Path> recording =
        ENDINGS.stream().map(e -> data.resolve(trial + e)).filter(Files::isRegularFile).findFirst();
    if (recording.isEmpty()) {
      remarks.add(table + ": there is no recording " + trial + ENDINGS.get(0));
      return;
    }
    List<String> lines = TextLines.of(table);
    for (int n = 1; n <= lines.size(); n++) {
      String line = lines.get(n - 1).replace(" ", "").strip();
      if (line.isEmpty() || n == 1 && line.startsWith("class")) {
        continue;
      }
      Matcher row = ROW.matcher(line);
      if (!row.matches()) {
        throw unusable(table, n, "is \"" + line + "\", expected class,startTime_usec,endTime_usec");
      }
      int number = Integer.parseInt(row.group(1));
      long from = Long.parseLong(row.group(2));
      long to = Long.parseLong(row.group(3));
      if (number < 1 || number > CLASSES.size()) {
        throw unusable(table, n, "has class " + number + ", expected 1 to " + CLASSES.size());
      }
      if (from >= to) {
        throw unusable(table, n, "has start " + from + ", expected one before its end " + to);
      }
      clips.add(
          new LabelledClip(
              recording.get(),
              CLASSES.get(number - 1),
              RecordingNames.subject(trial + LABELS_ENDING),
              from,
              to));
    }
  }

  private static UnreadableRecordingException unusable(Path table, int line, String what) {
    return new UnreadableRecordingException(table + ": line " + line + " " + what);
  }

  private Optional<Split> official(LabelledSet set) throws IOException {
    Path train = data.resolve(TRAIN_LIST);
    Path test = data.resolve(TEST_LIST);
    if (!Files.isRegularFile(train) || !Files.isRegularFile(test)) {
      Split split = Split.bySubject(set, Dvs128Gesture::isTestSubject);
      boolean both = !split.train().clips().isEmpty() && !split.test().clips().isEmpty();
      return both ? Optional.of(split) : Optional.empty();
    }
    Set<Path> toTrain = listed(train);
    Set<Path> toTest = listed(test);
    Map<Path, Integer> unlisted = new HashMap<>();
    for (LabelledClip clip : set.clips()) {
      if (!toTrain.contains(clip.recording()) && !toTest.contains(clip.recording())) {
        unlisted.merge(clip.recording(), 1, Integer::sum);
      }
    }
    unlisted.keySet().stream().sorted().forEach(r -> remarks.add(r + ": is in no trial list"));
    try {
      return Optional.of(
          new Split(
              set.where(clip -> toTrain.contains(clip.recording())),
              set.where(clip -> toTest.contains(clip.recording()))));
    } catch (IllegalArgumentException e) {
      throw new UnreadableRecordingException(train + ", " + test + ": " + e.getMessage());
    }
  }

  private static boolean isTestSubject(String subject) {
    Matcher user = USER.matcher(subject);
    return user.matches() && Integer.parseInt(user.group(1)) >= FIRST_TEST_SUBJECT;
  }

  private Set<Path> listed(Path list) throws IOException {
    Set<Path> trials = new HashSet<>();
    List<String> lines = TextLines.of(list);
    for (int n = 1; n <= lines.size(); n++) {
      String name = lines.get(n - 1).strip();
      if (name.isEmpty()) {
        continue;
      }
      if (name.contains("/") || name.contains("\\") || name.contains("\0")) {
        throw unusable(
            list, n, "is \"" + name + "\", expected a file's name such as user01_led.aedat");
      }
      String trial = RecordingNames.withoutEnding(name);
      ENDINGS.forEach(ending -> trials.add(data.resolve(trial + ending)));
      if (ENDINGS.stream().noneMatch(e -> Files.isRegularFile(data.resolve(trial + e)))) {
        remarks.add(list + ": line " + n + ": there is no recording " + name);
      }
    }
    return trials;
  }
}
