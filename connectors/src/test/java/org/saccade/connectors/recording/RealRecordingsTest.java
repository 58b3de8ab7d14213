package org.saccade.connectors.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.codec.Violation;

/** Real recordings give the counts and digests that others published or that were verified. */
class RealRecordingsTest {
  /** A row of DIGESTS.tsv. */
  private record Published(String[] row) {
    String file() {
      return row[0];
    }

    String format() {
      return switch (file().substring(file().lastIndexOf('.'))) {
        case ".bin" -> "nmnist";
        case ".dat" -> "dat";
        case ".aedat" -> "aedat2";
        case ".aedat31" -> "aedat3";
        case ".aedat4" -> "aedat4";
        case ".es" -> "es";
        default -> file().contains("evt2") ? "evt2" : "evt3";
      };
    }

    void check(RecordingScan scan) {
      assertThat(scan.format()).isEqualTo(format());
      assertThat(scan.events()).isEqualTo(Long.parseLong(row[1]));
      assertThat(scan.firstT()).isEqualTo(Long.parseLong(row[2]));
      assertThat(scan.lastT()).isEqualTo(Long.parseLong(row[3]));
      assertThat(scan.maxX()).isEqualTo(Integer.parseInt(row[4]));
      assertThat(scan.maxY()).isEqualTo(Integer.parseInt(row[5]));
      assertThat(scan.on()).isEqualTo(Long.parseLong(row[6]));
      assertThat(scan.monotonic()).isEqualTo(row[7].equals("True"));
    }

    String[] digests() {
      return Arrays.copyOfRange(row, 8, 12);
    }
  }

  private static List<Published> published(Path folder) throws IOException {
    try (Stream<String> lines = Files.lines(folder.resolve("events/DIGESTS.tsv"))) {
      return lines
          .skip(1)
          .map(line -> new Published(line.split("\t")))
          .filter(p -> p.file().matches(".*\\.(raw|dat|bin|es|aedat|aedat31|aedat4)"))
          .toList();
    }
  }

  @Test
  void wholeTheyGiveThePublishedEvents() throws IOException {
    Path folder = Recordings.folder();
    if (folder == null) {
      return;
    }
    assertThat(published(folder)).hasSize(10);
    for (Published p : published(folder)) {
      Path file = folder.resolve("events").resolve(p.file());
      RecordingScan scan = RecordingScan.of(file, ReadOptions.DEFAULT);
      p.check(scan);
      assertThat(scan.violations().isEmpty()).as(p.file() + ": " + scan.violations()).isTrue();
      EventBatch events =
          Recordings.read(RecordingReader.open(file, ReadOptions.DEFAULT), 4096).events();
      assertThat(Recordings.digests(events)).as(p.file()).isEqualTo(p.digests());
    }
  }

  @Test
  void byteByByteTheyGiveThePublishedEvents() throws IOException {
    Path folder = Recordings.folder();
    if (folder == null) {
      return;
    }
    for (Published p : published(folder)) {
      byte[] bytes = Files.readAllBytes(folder.resolve("events").resolve(p.file()));
      RecordingReader reader =
          RecordingReader.open(Recordings.pieces(bytes, () -> 1), ReadOptions.DEFAULT);
      EventBatch events = Recordings.read(reader, 1000).events();
      assertThat(Recordings.digests(events)).as(p.file()).isEqualTo(p.digests());
    }
  }

  @Test
  void cutAtRandomPlacesAndResumedTheyGiveThePublishedEvents() throws IOException {
    Path folder = Recordings.folder();
    if (folder == null) {
      return;
    }
    Random random = new Random(7);
    for (Published p : published(folder)) {
      Path file = folder.resolve("events").resolve(p.file());
      EventBatch all = new EventBatch(1 << 16);
      EventBatch batch = new EventBatch(60_000);
      RecordingReader.Position position = null;
      boolean more = true;
      while (more) {
        try (RecordingReader reader = RecordingReader.open(file, ReadOptions.DEFAULT)) {
          if (position != null) {
            reader.resume(position);
          }
          batch = new EventBatch(1 + random.nextInt(60_000));
          for (int reads = random.nextInt(3); reads >= 0 && more; reads--) {
            more = reader.read(batch);
            all.append(batch, 0, batch.size());
          }
          position = reader.position();
        }
      }
      assertThat(Recordings.digests(all)).as(p.file()).isEqualTo(p.digests());
      byte[] bytes = Files.readAllBytes(file);
      for (int i = 0; i < 5; i++) {
        byte[] cut = Arrays.copyOf(bytes, bytes.length - random.nextInt(bytes.length / 2));
        Recordings.Content content = Recordings.read(cut, ReadOptions.DEFAULT, 5000);
        EventBatch prefix = new EventBatch(1 << 16);
        prefix.append(all, 0, content.events().size());
        assertThat(content.events()).as(p.file()).isEqualTo(prefix);
        if (content.header().format().matches("aedat[34]")) {
          assertThat(content.violations().get(Violation.CUT_PACKET)).isBetween(0L, 1L);
          continue;
        }
        content.violations().add(Violation.TRUNCATED_TAIL, -tail(content, cut.length));
        assertThat(content.violations().isEmpty()).isTrue();
      }
    }
  }

  private static long tail(Recordings.Content content, int length) {
    if (content.header().format().equals("es")) {
      return content.violations().get(Violation.TRUNCATED_TAIL);
    }
    int unit =
        switch (content.header().format()) {
          case "evt2" -> 4;
          case "evt3" -> 2;
          case "dat", "aedat2" -> 8;
          default -> 5;
        };
    return (length - content.header().dataOffset()) % unit;
  }

  @Test
  void geometryIsThatOfTheSensorWhereTheHeaderDoesNotSayIt() throws IOException {
    Path folder = Recordings.folder();
    if (folder == null) {
      return;
    }
    assertGeometry(folder, "faery/evt2.raw", 640, 480);
    assertGeometry(folder, "expelliarmus/evt2_sample.raw", 640, 480);
    assertGeometry(folder, "expelliarmus/evt3_sample.raw", 1280, 720);
    assertGeometry(folder, "derived/evt2_sample_as.dat", 640, 480);
    assertGeometry(folder, "expelliarmus/dat_test_NCARS.dat", 0, 0);
    assertGeometry(folder, "tonic/sample_nmnist.bin", 0, 0);
    assertGeometry(folder, "jaer/MovingDarkBox.aedat", 128, 128);
    assertGeometry(folder, "derived/libcaer_rollover.aedat31", 640, 480);
  }

  private static void assertGeometry(Path folder, String file, int width, int height)
      throws IOException {
    Path path = folder.resolve("events").resolve(file);
    try (RecordingReader reader = RecordingReader.open(path, ReadOptions.DEFAULT)) {
      assertThat(reader.header().width()).as(file).isEqualTo(width);
      assertThat(reader.header().height()).as(file).isEqualTo(height);
      assertThat(reader.header().epochMicros()).as(file).isNull();
    }
  }

  @Test
  void sdkTimesAreThoseOfTheVendorsOwnTools() throws IOException {
    Path folder = Recordings.folder();
    if (folder == null) {
      return;
    }
    // The DAT made by a peer from the EVT2 sample has its times less 1317888.
    Path evt2 = folder.resolve("events/expelliarmus/evt2_sample.raw");
    assertThat(RecordingScan.of(evt2, ReadOptions.DEFAULT).sdkShiftMicros()).isEqualTo(1_317_888);
  }

  @Test
  void allThousandOfNMnistAreWholeAndHaveNoOverflow() throws IOException {
    Path folder = Recordings.folder();
    if (folder == null) {
      return;
    }
    int files = 0;
    try (Stream<Path> paths = Files.list(folder.resolve("nmnist/train"))) {
      for (Path path : paths.toList()) {
        RecordingScan scan = RecordingScan.of(path, ReadOptions.DEFAULT);
        assertThat(scan.format()).as(path.toString()).isEqualTo("nmnist");
        assertThat(scan.events()).as(path.toString()).isEqualTo(Files.size(path) / 5);
        assertThat(scan.violations().total())
            .as(path + ": " + scan.violations())
            .isEqualTo(scan.violations().get(Violation.TIME_BACKWARD));
        assertThat(scan.maxX()).isLessThan(34);
        assertThat(scan.maxY()).isLessThan(34);
        files++;
      }
    }
    assertThat(files).isEqualTo(1000);
  }

  /** faery publishes for its color.es the same digests of times and places as for its dvs.es. */
  @Test
  void faerysColorsAreWhereItsEventsAre() throws IOException {
    Path folder = Recordings.folder();
    if (folder == null) {
      return;
    }
    EventBatch pixels = new EventBatch(1 << 19);
    EventBatch batch = new EventBatch(1);
    try (RecordingReader reader =
        RecordingReader.open(folder.resolve("events/faery/color.es"), ReadOptions.DEFAULT)) {
      assertThat(reader.format().holds(reader.header())).isEqualTo("colors");
      reader.readItems();
      while (reader.read(batch)) {
        ItemBatch items = reader.items();
        for (int i = 0; i < items.size(); i++) {
          pixels.add(items.t(i), items.x(i), items.y(i), 0);
        }
      }
      assertThat(reader.violations().isEmpty()).isTrue();
    }
    String[] dvs =
        published(folder).stream()
            .filter(p -> p.file().equals("faery/dvs.es"))
            .findFirst()
            .orElseThrow()
            .digests();
    assertThat(pixels.size()).isEqualTo(473_225);
    assertThat(Arrays.copyOf(Recordings.digests(pixels), 3)).isEqualTo(Arrays.copyOf(dvs, 3));
  }

  @Test
  void faerysGenericRecordsAreItsText() throws IOException {
    Path folder = Recordings.folder();
    if (folder == null) {
      return;
    }
    StringBuilder text = new StringBuilder();
    int records = 0;
    long last = 0;
    EventBatch batch = new EventBatch(1);
    try (RecordingReader reader =
        RecordingReader.open(folder.resolve("events/faery/generic.es"), ReadOptions.DEFAULT)) {
      assertThat(reader.format().holds(reader.header())).isEqualTo("generic");
      reader.readItems();
      while (reader.read(batch)) {
        ItemBatch items = reader.items();
        for (int i = 0; i < items.size(); i++) {
          text.append(new String(items.bytes(i), StandardCharsets.UTF_8)).append(' ');
          last = items.t(i);
          records++;
        }
      }
      assertThat(reader.violations().isEmpty()).isTrue();
    }
    assertThat(records).isEqualTo(70);
    assertThat(last).isEqualTo(1_207_922);
    assertThat(text).startsWith("Lorem ipsum dolor sit amet, consectetur ");
  }

  @Test
  void aestreamsTextIsReadAsItStands() throws IOException {
    Path folder = Recordings.folder();
    if (folder == null) {
      return;
    }
    RecordingScan scan =
        RecordingScan.of(folder.resolve("events/aestream/sample.csv"), ReadOptions.DEFAULT);
    assertThat(scan.format()).isEqualTo("csv");
    assertThat(scan.events()).isEqualTo(100);
    assertThat(scan.lastT()).isEqualTo(99);
    assertThat(scan.maxX()).isEqualTo(99);
    assertThat(scan.on()).isZero();
    assertThat(scan.violations().isEmpty()).isTrue();
  }

  @Test
  void recordingsOfOtherFormatsAreRefusedByName() throws IOException {
    Path folder = Recordings.folder();
    if (folder == null) {
      return;
    }
    assertRefused(folder, "DIGESTS.tsv", "is text whose lines are not events");
  }

  private static void assertRefused(Path folder, String file, String message) {
    Path path = folder.resolve("events").resolve(file);
    assertThat(catchThrowable(() -> RecordingReader.open(path, ReadOptions.DEFAULT)))
        .isInstanceOf(UnreadableRecordingException.class)
        .hasMessageStartingWith(path + ": " + message);
  }
}
