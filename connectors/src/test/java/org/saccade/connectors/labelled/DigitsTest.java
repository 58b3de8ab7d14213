package org.saccade.connectors.labelled;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.schemas.batch.EventBatch;

/** The thousand recordings of N-MNIST that come with the task, where they are. */
class DigitsTest {
  private static final Path DIGITS =
      Path.of(System.getProperty("saccade.recordings", "recordings"), "nmnist");

  private static boolean absent() {
    if (!Files.isDirectory(DIGITS)) {
      System.out.println("no digits at " + DIGITS + ": not read in this run");
      return true;
    }
    return false;
  }

  @Test
  void theLabelFileBesideTheFolderIsRead() throws IOException {
    if (absent()) {
      return;
    }
    LabelledData found = LabelledData.read(DIGITS.resolve("train"), DIGITS.resolve("labels.tsv"));
    assertEquals(List.of(), found.remarks());
    assertEquals(1000, found.set().clips().size());
    assertEquals(List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"), found.set().classes());
    assertEquals(1000, found.set().subjects().size());
    assertEquals(1000, LabelledData.read(DIGITS).set().clips().size());
    assertEquals("5", found.set().clips().get(0).label());
    EventBatch events = ClipEvents.read(found.set().clips().get(0), ReadOptions.DEFAULT);
    assertTrue(events.size() > 1000 && events.x(0) < 34 && events.y(0) < 34);
    for (Split fold : Split.folds(found.set(), 5, 1)) {
      assertEquals(200, fold.test().clips().size(), 5);
    }
  }
}
