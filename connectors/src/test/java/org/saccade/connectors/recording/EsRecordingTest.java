package org.saccade.connectors.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.saccade.connectors.recording.EventStreams.ATIS;
import static org.saccade.connectors.recording.EventStreams.COLOR;
import static org.saccade.connectors.recording.EventStreams.DVS;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.codec.OutOfFrame;
import org.saccade.schemas.codec.Violation;

/** Event Stream records of all four kinds, built from their bytes. */
class EsRecordingTest {

  private static Recordings.Content read(EventStreams stream) throws IOException {
    return Recordings.read(stream.done(), ReadOptions.DEFAULT, 3);
  }

  private static List<String> lines(EventBatch events) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      lines.add(events.t(i) + " " + events.x(i) + " " + events.y(i) + " " + events.p(i));
    }
    return lines;
  }

  private static List<String> items(RecordingReader reader) throws IOException {
    List<String> lines = new ArrayList<>();
    EventBatch events = new EventBatch(4);
    reader.readItems();
    while (reader.read(events)) {
      ItemBatch items = reader.items();
      for (int i = 0; i < items.size(); i++) {
        String what =
            items.kind(i) == ItemBatch.Kind.GENERIC
                ? new String(items.bytes(i), StandardCharsets.UTF_8)
                : String.format("%d %d %06x", items.x(i), items.y(i), items.value(i));
        lines.add(items.t(i) + " " + what);
      }
    }
    return lines;
  }

  private static List<String> items(EventStreams stream) throws IOException {
    return items(RecordingReader.open(stream.done(), ReadOptions.DEFAULT));
  }

  @Test
  void timeOfDvsIsTheSumOfAllSteps() throws IOException {
    Recordings.Content content =
        read(
            EventStreams.of(DVS, 320, 240)
                .pixel(1, 5, 0)
                .pixel(126 << 1, 6, 0)
                .bytes(0xFF, 0xFF, 0xFE)
                .pixel(3 << 1 | 1, 7, 0));

    assertThat(lines(content.events())).containsExactly("0 5 239 1", "126 6 239 0", "383 7 239 1");
    assertThat(content.header().width()).isEqualTo(320);
    assertThat(content.header().height()).isEqualTo(240);
    assertThat(content.header().fields()).containsEntry("kind", "dvs");
    assertThat(content.violations().isEmpty()).isTrue();
  }

  @Test
  void rowsOfTheFileCountFromTheBottom() throws IOException {
    Recordings.Content content =
        read(EventStreams.of(DVS, 320, 240).pixel(0, 319, 0).pixel(0, 0, 239));

    assertThat(lines(content.events())).containsExactly("0 319 239 0", "0 0 0 0");
  }

  @Test
  void aRowOrColumnBeyondTheFrameIsDroppedAndNeverComesBackIntoIt() throws IOException {
    EventStreams stream = EventStreams.of(DVS, 320, 240).pixel(0, 320, 0).pixel(0, 1, 240);
    for (int y : new int[] {32_767, 32_768, 40_000, 65_295, 65_296, 65_535}) {
      stream.pixel(0, 1, y);
    }
    Recordings.Content content = read(stream.pixel(2, 1, 1));

    assertThat(lines(content.events())).containsExactly("1 1 238 0");
    assertThat(content.violations().get(Violation.OUT_OF_FRAME)).isEqualTo(8);
    ReadOptions failing =
        ReadOptions.DEFAULT.withPolicies(ReadOptions.DEFAULT.backwardTime(), OutOfFrame.FAIL);
    assertThatThrownBy(() -> Recordings.read(stream.done(), failing, 3))
        .isInstanceOf(org.saccade.schemas.codec.OutOfFrameException.class);
  }

  @Test
  void contrastEventsOfAtisAreEventsAndExposuresAreItems() throws IOException {
    EventStreams stream =
        EventStreams.of(ATIS, 304, 240)
            .pixel(1 << 2 | 0b10, 1, 0)
            .pixel(0b01, 2, 0)
            .pixel(62 << 2, 3, 0)
            .bytes(0xFC, 0xFD, 0xFF)
            .pixel(5 << 2 | 0b11, 4, 0);

    Recordings.Content content = read(stream);
    assertThat(lines(content.events())).containsExactly("1 1 239 1", "63 3 239 0");
    assertThat(content.violations().get(Violation.NOT_READ)).isEqualTo(2);
    assertThat(content.violations().total()).isEqualTo(2);
    // 63 + 1 * 63 + 3 * 63 + 5
    assertThat(items(stream)).containsExactly("1 2 239 000000", "320 4 239 000001");
  }

  @Test
  void colorsAreItems() throws IOException {
    EventStreams stream =
        EventStreams.of(COLOR, 320, 240)
            .pixel(253, 1, 239)
            .bytes(1, 2, 3)
            .bytes(0xFE, 0xFF)
            .pixel(1, 319, 0)
            .bytes(255, 254, 253);

    assertThat(items(stream)).containsExactly("253 1 0 010203", "508 319 239 fffefd");
    Recordings.Content content = read(stream);
    assertThat(content.events().size()).isZero();
    assertThat(content.violations().get(Violation.NOT_READ)).isEqualTo(2);
  }

  @Test
  void itemsOutOfTheFrameAreDroppedAndCounted() throws IOException {
    EventStreams stream =
        EventStreams.of(COLOR, 2, 2)
            .pixel(0, 2, 0)
            .bytes(1, 2, 3)
            .pixel(0, 0, 2)
            .bytes(1, 2, 3)
            .pixel(9, 1, 1)
            .bytes(1, 2, 3);
    RecordingReader reader = RecordingReader.open(stream.done(), ReadOptions.DEFAULT);

    assertThat(items(reader)).containsExactly("9 1 0 010203");
    assertThat(reader.violations().get(Violation.OUT_OF_FRAME)).isEqualTo(2);
    assertThat(reader.violations().total()).isEqualTo(2);
  }

  @Test
  void genericRecordsAreBytesOfAnyLength() throws IOException {
    String words = "many words ".repeat(20);
    EventStreams stream =
        EventStreams.generic()
            .bytes(10, 5 << 1)
            .text("Lorem")
            .bytes(0xFF, 0xFE, 253, 0)
            .bytes(0, 1 | (220 & 0x7F) << 1, 220 >> 7 << 1)
            .text(words);

    assertThat(items(stream)).containsExactly("10 Lorem", "517 ", "517 " + words);
    assertThat(read(stream).violations().get(Violation.NOT_READ)).isEqualTo(3);
    assertThat(read(stream).header().hasGeometry()).isFalse();
  }

  @Test
  void aLengthThatNoRecordHasCostsWhatItSaysAndNoMemory() throws IOException {
    byte[] long70000 = new byte[70_000];
    Arrays.fill(long70000, (byte) 'x');
    EventStreams stream =
        EventStreams.generic()
            .bytes(1, 1 | (70_000 & 0x7F) << 1, 1 | (70_000 >> 7 & 0x7F) << 1, 70_000 >> 14 << 1)
            .bytes(long70000)
            .bytes(2, 1 << 1)
            .text("a")
            .bytes(3, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF)
            .text("no end to be found");
    RecordingReader reader =
        RecordingReader.open(Recordings.pieces(stream.done(), () -> 777), ReadOptions.DEFAULT);

    assertThat(items(reader)).containsExactly("3 a");
    assertThat(reader.violations().get(Violation.NOT_READ)).isEqualTo(2);
  }

  @Property(tries = 100)
  void anyCutGivesTheSameItemsAndAReaderGoesOnBetweenThem(
      @ForAll @IntRange(min = 1, max = 50) int piece, @ForAll @IntRange(max = 5) int reads)
      throws IOException {
    for (byte[] sample : EventStreams.samples()) {
      byte[] recording = sample;
      for (int i = 0; i < 4; i++) {
        byte[] body = Arrays.copyOfRange(sample, sample[15] == 0 ? 16 : 20, sample.length);
        recording = Recordings.concat(recording, body, body, body, body, body);
      }
      List<String> whole = items(RecordingReader.open(recording, ReadOptions.DEFAULT));
      assertThat(whole).hasSizeGreaterThan(256);
      assertThat(
              items(
                  RecordingReader.open(
                      Recordings.pieces(recording, () -> piece), ReadOptions.DEFAULT)))
          .isEqualTo(whole);

      RecordingReader first = RecordingReader.open(recording, ReadOptions.DEFAULT);
      first.readItems();
      int count = 0;
      for (int i = 0; i < reads && first.read(new EventBatch(7)); i++) {
        count += first.items().size();
      }
      RecordingReader second = RecordingReader.open(recording, ReadOptions.DEFAULT);
      second.resume(first.position());
      assertThat(items(second)).isEqualTo(whole.subList(count, whole.size()));
    }
  }

  @Test
  void aScanCountsItemsByTheirKind() throws IOException {
    RecordingReader reader = RecordingReader.open(EventStreams.samples()[1], ReadOptions.DEFAULT);
    RecordingScan scan = RecordingScan.of(reader);

    assertThat(scan.events()).isEqualTo(15);
    assertThat(scan.items()).containsOnlyKeys("exposures");
    assertThat(scan.items()).containsEntry("exposures", 15L);
    assertThat(scan.violations().isEmpty()).isTrue();
  }

  @Test
  void headersThatCannotBeUsedSayWhy() {
    assertRefused(
        new byte[] {'E', 'v', 'e', 'n', 't', ' ', 'S', 't', 'r', 'e', 'a', 'm', 2},
        "ends at byte 13, inside its header");
    assertRefused(
        Arrays.copyOf(EventStreams.of(DVS, 2, 2).done(), 19), "ends at byte 19, inside its header");
    byte[] version1 = EventStreams.of(DVS, 2, 2).done();
    version1[12] = 1;
    assertRefused(version1, "is an Event Stream of version 1.0.0; expected 2: convert it first");
    assertRefused(
        EventStreams.of(3, 2, 2).done(), "byte 15: Event Stream of kind 3; expected 0, 1, 2 or 4");
    assertRefused(EventStreams.of(DVS, 0, 240).done(), "byte 16: a frame of 0x240; expected 1x1");
    assertRefused(EventStreams.of(DVS, 40000, 240).done(), "byte 16: a frame of 40000x240");
  }

  private static void assertRefused(byte[] recording, String message) {
    assertThatThrownBy(() -> RecordingReader.open(recording, ReadOptions.DEFAULT))
        .isInstanceOf(UnreadableRecordingException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void aFrameOfNothingIsTheCallers() throws IOException {
    byte[] recording = EventStreams.of(DVS, 0, 0).pixel(0, 1, 0).done();
    EventBatch events = Recordings.events(recording, ReadOptions.DEFAULT.withGeometry(10, 7));
    assertThat(lines(events)).containsExactly("0 1 6 0");
  }

  @Test
  void aRecordingWithoutAGeometryCannotBeWritten() {
    assertThatThrownBy(
            () ->
                EventFormatCases.write(
                    "es", RecordingHeader.of("csv", 0, 0), new EventBatch(1), WriteOptions.DEFAULT))
        .isInstanceOf(CannotHoldException.class)
        .hasMessageStartingWith("es cannot hold a frame of 0x0: its rows count from the bottom");
  }

  @Test
  void whatIsWrittenIsTheBytesOfTheFormat() throws IOException {
    EventBatch events = new EventBatch(3);
    events.add(126, 5, 239, 1);
    events.add(126 + 127, 6, 0, 0);
    events.add(126 + 127 + 300, 319, 1, 1);

    assertThat(
            EventFormatCases.write(
                "es", RecordingHeader.of("es", 320, 240), events, WriteOptions.DEFAULT))
        .isEqualTo(
            EventStreams.of(DVS, 320, 240)
                .pixel(126 << 1 | 1, 5, 0)
                .bytes(0xFF)
                .pixel(0, 6, 239)
                .bytes(0xFF, 0xFF)
                .pixel(46 << 1 | 1, 319, 238)
                .done());
  }
}
