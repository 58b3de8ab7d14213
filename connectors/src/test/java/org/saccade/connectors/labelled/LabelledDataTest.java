package org.saccade.connectors.labelled;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saccade.connectors.labelled.LabelledData.Layout;
import org.saccade.connectors.recording.UnreadableRecordingException;

class LabelledDataTest {
  @TempDir Path data;

  private static List<String> shown(LabelledData found, Path data) {
    return found.set().clips().stream()
        .map(
            c -> RecordingNames.relative(data, c.recording()) + " " + c.label() + " " + c.subject())
        .toList();
  }

  private static String refusal(Path data, Path labels) {
    return assertThrows(UnreadableRecordingException.class, () -> LabelledData.read(data, labels))
        .getMessage();
  }

  @Test
  void aFolderIsAClassAndARecordingItsOwnSubject() throws IOException {
    Folders.recordings(data, "10/a.bin", "2/a.bin", "2/b.bin", "2/.hidden.bin", "2/notes.txt");
    LabelledData found = LabelledData.read(data);
    assertEquals(List.of("2", "10"), found.set().classes());
    assertEquals(List.of("10/a.bin 10 10/a", "2/a.bin 2 2/a", "2/b.bin 2 2/b"), shown(found, data));
    assertTrue(found.set().clips().get(0).isWhole());
    assertTrue(found.official().isEmpty());
  }

  @Test
  void aNameThatBeginsWithAUserTellsTheSubject() throws IOException {
    Folders.recordings(data, "wave/user07_led.aedat", "clap/user07_lab.aedat", "clap/users.aedat");
    assertEquals(
        List.of(
            "clap/user07_lab.aedat clap user07",
            "clap/users.aedat clap clap/users",
            "wave/user07_led.aedat wave user07"),
        shown(LabelledData.read(data, Layout.FOLDERS), data));
  }

  @Test
  void foldersTrainAndTestAreASplit() throws IOException {
    Folders.recordings(data, "Train/0/00002.bin", "Train/1/00004.bin", "Test/0/00002.bin");
    LabelledData found = LabelledData.read(data);
    assertEquals(List.of("0", "1"), found.set().classes());
    Split official = found.official().orElseThrow();
    assertEquals(2, official.train().clips().size());
    assertEquals("Test/0/00002", official.test().clips().get(0).subject());
  }

  @Test
  void aClassWithoutRecordingsIsRemarked() throws IOException {
    Folders.recordings(data, "a/1.bin");
    Files.createDirectories(data.resolve("b"));
    LabelledData found = LabelledData.read(data);
    assertEquals(List.of("a"), found.set().classes());
    assertEquals(List.of(data.resolve("b") + ": has no recording"), found.remarks());
  }

  @Test
  void aFolderOfNothingLabelledIsRefused() throws IOException {
    Folders.recordings(data, "1.bin");
    assertTrue(refusal(data, null).startsWith(data + ": has no folder a class"));
    assertTrue(refusal(data.resolve("no"), null).endsWith("check the path"));
  }

  @Test
  void labelFilesNameRecordingsInManyWays() throws IOException {
    Folders.recordings(data, "train/1.bin", "train/2.bin", "train/3.bin", "train/x.y.bin");
    Path labels =
        Folders.file(
            data,
            "labels.tsv",
            "file\tlabel",
            "1.bin\t5",
            "2\t0",
            "",
            "# no more",
            "train/3\t4",
            "./train\\x.y.bin\tbird");
    LabelledData found = LabelledData.read(data);
    List<String> all =
        List.of(
            "train/1.bin 5 train/1",
            "train/2.bin 0 train/2",
            "train/3.bin 4 train/3",
            "train/x.y.bin bird train/x.y");
    assertEquals(all, shown(found, data));
    assertEquals(List.of("0", "4", "5", "bird"), found.set().classes());
    assertEquals(List.of(), found.remarks());
    LabelledData inner = LabelledData.read(data.resolve("train"), labels);
    assertEquals(4, inner.set().clips().size());
    assertEquals("x.y", inner.set().clips().get(3).subject());
  }

  @Test
  void aHeaderNamesColumnsInAnyOrderWithSubjectAndTimes() throws IOException {
    Folders.recordings(data, "a.dat");
    Folders.file(
        data,
        "labels.csv",
        "\uFEFFend,Label,begin,user,recording",
        "200,wave,100,ann,a",
        ",clap,200,ann,a");
    LabelledData found = LabelledData.read(data);
    assertEquals(
        List.of(
            new LabelledClip(data.resolve("a.dat"), "wave", "ann", 100, 200),
            new LabelledClip(data.resolve("a.dat"), "clap", "ann", 200, Long.MAX_VALUE)),
        found.set().clips());
  }

  @Test
  void withoutAHeaderEitherColumnMayBeTheRecording() throws IOException {
    Folders.recordings(data, "a.bin", "b.bin");
    Path labels = Folders.file(data, "labels.txt", "zero  \"a.bin\"", "one b.bin");
    assertEquals(
        List.of("a.bin zero a", "b.bin one b"), shown(LabelledData.read(data, labels), data));
  }

  @Test
  void whatHasNoPartnerIsRemarked() throws IOException {
    Folders.recordings(data, "a.bin", "b.bin");
    Path labels = Folders.file(data, "labels.tsv", "file\tlabel", "a\t1", "c\t2");
    assertEquals(
        List.of(
            labels + ": line 3: there is no recording \"c\"",
            data.resolve("b.bin") + ": has no label"),
        LabelledData.read(data, labels).remarks());
  }

  @Test
  void aRecordingThatIsMeantAndLiesElsewhereIsNotTakenForItsNamesake() throws IOException {
    Folders.recordings(data, "train/1.bin", "test/1.bin", "test/2.bin");
    Path labels = Folders.file(data, "labels.tsv", "train/1.bin\t5", "test/2.bin\t6");
    LabelledData found = LabelledData.read(data.resolve("test"), labels);
    assertEquals(1, found.set().clips().size());
    assertEquals("6", found.set().clips().get(0).label());
  }

  @Test
  void unusableLinesAreNamed() throws IOException {
    Folders.recordings(data, "a/1.bin", "b/1.bin", "b/2.bin");
    Path labels = Folders.file(data, "l.tsv", "file\tlabel", "b/1.bin\t1", "1\t2");
    assertTrue(refusal(data, labels).startsWith(labels + ": line 3: \"1\" may be "));
    labels = Folders.file(data, "l.tsv", "file\tlabel", "b/1\t1", "2\t2", "b/1.bin\t3");
    assertEquals(
        labels + ": line 4: \"b/1.bin\" has a label already, in line 2", refusal(data, labels));
    labels = Folders.file(data, "l.tsv", "file\tlabel", "2.bin");
    assertTrue(
        refusal(data, labels).startsWith(labels + ": line 2: \"2.bin\" has no second field"));
    labels = Folders.file(data, "l.tsv", "file\tlabel\tfrom", "2.bin\t1\t0.5");
    assertTrue(refusal(data, labels).startsWith(labels + ": line 2: time \"0.5\" must be"));
    labels = Folders.file(data, "l.tsv", "what\tlabel\twhere", "2.bin\t1\t");
    assertTrue(refusal(data, labels).startsWith(labels + ": line 1: header"));
    labels = Folders.file(data, "l.tsv", "x\ty");
    assertTrue(refusal(data, labels).startsWith(labels + ": no line names a recording in " + data));
    Files.write(labels, new byte[] {'1', '\t', (byte) 0xFF, '\n'});
    assertTrue(refusal(data, labels).startsWith(labels + ": is no text in UTF-8"));
    assertTrue(refusal(data, data.resolve("none.tsv")).endsWith("check the path"));
  }
}
