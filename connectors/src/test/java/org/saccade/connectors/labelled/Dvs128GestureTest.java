package org.saccade.connectors.labelled;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saccade.connectors.recording.UnreadableRecordingException;

class Dvs128GestureTest {
  private static final String HEADER = "class,startTime_usec,endTime_usec";

  @TempDir Path data;

  private void trial(String name, String... rows) throws IOException {
    Folders.recordings(data, name + ".aedat");
    String[] lines = new String[rows.length + 1];
    lines[0] = HEADER;
    System.arraycopy(rows, 0, lines, 1, rows.length);
    Folders.file(data, name + "_labels.csv", lines);
  }

  private String refusal() {
    return assertThrows(UnreadableRecordingException.class, () -> LabelledData.read(data))
        .getMessage();
  }

  @Test
  void aTableIsClipsOfOneRecordingAndSubject() throws IOException {
    trial("user02_fluorescent_led", "1,80048239,85092709", "11, 89431170, 95231007");
    LabelledData found = LabelledData.read(data);
    Path recording = data.resolve("user02_fluorescent_led.aedat");
    assertEquals(
        List.of(
            new LabelledClip(recording, "hand_clapping", "user02", 80048239, 85092709),
            new LabelledClip(recording, "other_gestures", "user02", 89431170, 95231007)),
        found.set().clips());
    assertEquals(11, found.set().classes().size());
    assertEquals(10, found.set().without(Dvs128Gesture.OTHER).classes().size());
    assertEquals(1, found.set().without(Dvs128Gesture.OTHER).clips().size());
    assertTrue(found.official().isEmpty());
    assertThrows(UnreadableRecordingException.class, () -> found.part(LabelledData.Part.TEST));
  }

  @Test
  void withoutListsSubjectsFrom24OnAreToTestOn() throws IOException {
    trial("user23_led", "1,1,2");
    trial("user24_led", "2,1,2");
    trial("user24_lab", "3,1,2");
    Split split = LabelledData.read(data).official().orElseThrow();
    assertEquals(List.of("user23"), split.train().subjects());
    assertEquals(2, split.test().clips().size());
  }

  @Test
  void trialListsRule() throws IOException {
    trial("user01_led", "1,1,2");
    trial("user02_led", "2,1,2");
    trial("user03_led", "3,1,2");
    Folders.file(data, "trials_to_train.txt", "user02_led.aedat", "");
    Folders.file(data, "trials_to_test.txt", "user01_led.aedat", "user09_led.aedat");
    LabelledData found = LabelledData.read(data);
    Split split = found.official().orElseThrow();
    assertEquals(List.of("user02"), split.train().subjects());
    assertEquals(List.of("user01"), split.test().subjects());
    assertEquals(split.test(), found.part(LabelledData.Part.TEST));
    assertEquals(split.train(), found.part(LabelledData.Part.TRAIN));
    assertEquals(3, found.part(LabelledData.Part.ALL).clips().size());
    LabelledData less = found.without("right_hand_wave");
    assertEquals(10, less.set().classes().size());
    assertEquals(0, less.part(LabelledData.Part.TRAIN).clips().size());
    assertEquals(1, less.part(LabelledData.Part.TEST).clips().size());
    assertThrows(IllegalArgumentException.class, () -> found.without("waving"));
    assertEquals(
        List.of(
            data.resolve("trials_to_test.txt") + ": line 2: there is no recording user09_led.aedat",
            data.resolve("user03_led.aedat") + ": is in no trial list"),
        found.remarks());
  }

  @Test
  void aSubjectInBothListsIsRefused() throws IOException {
    trial("user01_led", "1,1,2");
    trial("user01_lab", "1,1,2");
    Folders.file(data, "trials_to_train.txt", "user01_led.aedat");
    Folders.file(data, "trials_to_test.txt", "user01_lab.aedat");
    assertTrue(refusal().endsWith("subject user01 is in both parts; it must be in one"));
  }

  @Test
  void unusableRowsAreNamed() throws IOException {
    trial("user01_led", "1,1,2", "12,3,4");
    String table = data.resolve("user01_led_labels.csv").toString();
    assertEquals(table + ": line 3 has class 12, expected 1 to 11", refusal());
    trial("user01_led", "1,5,5");
    assertEquals(table + ": line 2 has start 5, expected one before its end 5", refusal());
    trial("user01_led", "1;5;6");
    assertEquals(
        table + ": line 2 is \"1;5;6\", expected class,startTime_usec,endTime_usec", refusal());
  }
}
