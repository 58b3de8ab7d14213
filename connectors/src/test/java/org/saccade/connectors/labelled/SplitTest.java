package org.saccade.connectors.labelled;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SplitTest {
  private static final List<String> CLASSES = List.of("0", "1", "2");

  /** Clips of subjects, each subject with its own class or with all. */
  private static LabelledSet set(int subjects, boolean all) {
    List<LabelledClip> clips = new ArrayList<>();
    for (int s = 0; s < subjects; s++) {
      for (int c = 0; c < 3; c++) {
        if (all || s % 3 == c) {
          Path recording = Path.of("r" + s + "-" + c);
          clips.add(LabelledClip.whole(recording, String.valueOf(c), "s" + s));
        }
      }
    }
    return new LabelledSet(CLASSES, clips);
  }

  private static long count(LabelledSet set, String label) {
    return set.clips().stream().filter(c -> c.label().equals(label)).count();
  }

  @Test
  void foldsPartTheSubjectsAndBalanceTheClasses() {
    for (boolean all : new boolean[] {false, true}) {
      LabelledSet set = set(60, all);
      List<Split> folds = Split.folds(set, 5, 7);
      List<LabelledClip> tested = new ArrayList<>();
      for (Split fold : folds) {
        tested.addAll(fold.test().clips());
        assertEquals(set.clips().size(), fold.train().clips().size() + fold.test().clips().size());
        for (String label : CLASSES) {
          assertEquals(all ? 12 : 4, count(fold.test(), label));
        }
      }
      assertEquals(set.clips().size(), tested.stream().distinct().count());
      assertEquals(set.clips().size(), tested.size());
    }
  }

  @Test
  void theSeedDecidesAndTheOrderOfClipsDoesNot() {
    LabelledSet set = set(60, false);
    List<LabelledClip> shuffled = new ArrayList<>(set.clips());
    Collections.shuffle(shuffled, new Random(1));
    List<String> first = Split.random(set, 0.2, 1).test().subjects();
    List<String> other = Split.random(new LabelledSet(CLASSES, shuffled), 0.2, 1).test().subjects();
    assertEquals(first, other.stream().sorted((a, b) -> index(set, a) - index(set, b)).toList());
    assertNotEquals(first, Split.random(set, 0.2, 2).test().subjects());
  }

  private static int index(LabelledSet set, String subject) {
    return set.subjects().indexOf(subject);
  }

  @Test
  void aShareIsKeptOfEachClass() {
    Split split = Split.random(set(90, false), 0.3, 5);
    for (String label : CLASSES) {
      assertEquals(9, count(split.test(), label));
    }
  }

  @Test
  void partsWithASubjectOrARecordingInCommonAreRefused() {
    LabelledClip a = new LabelledClip(Path.of("r"), "0", "ann", 0, 10);
    LabelledClip b = new LabelledClip(Path.of("q"), "0", "ann", 0, 10);
    LabelledClip c = new LabelledClip(Path.of("r"), "1", "bob", 10, 20);
    LabelledSet train = new LabelledSet(CLASSES, List.of(a));
    String subject =
        assertThrows(
                IllegalArgumentException.class,
                () -> new Split(train, new LabelledSet(CLASSES, List.of(b))))
            .getMessage();
    assertEquals("subject ann is in both parts; it must be in one", subject);
    String recording =
        assertThrows(
                IllegalArgumentException.class,
                () -> new Split(train, new LabelledSet(CLASSES, List.of(c))))
            .getMessage();
    assertTrue(recording.startsWith("recording r is in both"));
  }

  @Test
  void argumentsOutOfBoundsAreNamed() {
    LabelledSet set = set(3, true);
    assertThrows(IllegalArgumentException.class, () -> Split.folds(set, 4, 0));
    assertThrows(IllegalArgumentException.class, () -> Split.folds(set, 1, 0));
    assertThrows(IllegalArgumentException.class, () -> Split.random(set, 1, 0));
    assertThrows(IllegalArgumentException.class, () -> LabelledClip.whole(Path.of("r"), "", "s"));
    assertThrows(
        IllegalArgumentException.class,
        () -> new LabelledSet(List.of("1"), List.of(LabelledClip.whole(Path.of("r"), "2", "s"))));
  }
}
