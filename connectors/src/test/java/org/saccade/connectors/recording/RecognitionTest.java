package org.saccade.connectors.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.saccade.connectors.recording.Recordings.Content;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.codec.Violation;

/** Which format a recording is of is told by its content. */
class RecognitionTest {

  @ParameterizedTest
  @ValueSource(strings = {"evt2", "evt21", "evt21-legacy", "evt3", "dat"})
  void aHeaderWithoutItsFormatLineIsMadeUpForAndCounted(String format) throws IOException {
    byte[] body = body(format);
    byte[] recording =
        Recordings.concat(ascii("% Date 2020-09-25 07:48:29\n% system_ID 48\n"), body);
    assertReadAs(format, recording);
  }

  @ParameterizedTest
  @ValueSource(strings = {"evt2", "evt21", "evt21-legacy", "evt3", "dat"})
  void noHeaderAtAllIsMadeUpForAndCounted(String format) throws IOException {
    assertReadAs(format, body(format));
  }

  private static void assertReadAs(String format, byte[] recording) throws IOException {
    Recordings.Content content = Recordings.read(recording, ReadOptions.DEFAULT, 100);
    assertThat(content.header().format()).isEqualTo(format);
    assertThat(content.events()).isEqualTo(stream());
    assertThat(content.violations().get(Violation.MISSING_HEADER)).isEqualTo(1);
  }

  @Test
  void linesThatContradictEachOtherAreNoBetterThanNone() throws IOException {
    byte[] recording =
        Recordings.concat(
            ascii("% evt 2.0\n% format EVT3;height=720;width=1280\n% end\n"), body("evt3"));
    assertReadAs("evt3", recording);
  }

  @ParameterizedTest
  @ValueSource(strings = {"% format EVT4;height=720;width=1280\n", "% evt 4.0\n"})
  void encodingsThatAreNotReadAreRefusedByName(String header) {
    byte[] recording = Recordings.concat(ascii(header + "% end\n"), body("evt2"));
    assertRefused(recording, "its header says format EVT4, not read by this release");
  }

  @ParameterizedTest
  @CsvSource({
    "evt21, '% format EVT21;endianness=little;height=720;width=1280\n'",
    "evt21-legacy, '% format EVT21;height=720;width=1280;endianness=legacy\n'",
    "evt21, '% evt 2.1\n% endianness little\n'",
    "evt21-legacy, '% format EVT21\n% endianness legacy\n'"
  })
  void theOrderOfTheWordsIsThatOfTheHeader(String format, String header) throws IOException {
    byte[] recording = Recordings.concat(ascii(header + "% end\n"), body(format));
    Recordings.Content content = Recordings.read(recording, ReadOptions.DEFAULT, 100);
    assertThat(content.header().format()).isEqualTo(format);
    assertThat(content.events()).isEqualTo(stream());
    assertThat(content.violations().isEmpty()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"evt21", "evt21-legacy"})
  void anOrderThatTheHeaderDoesNotSayIsThatInWhichTheWordsMakeSense(String format)
      throws IOException {
    for (String header : List.of("% evt 2.1\n", "% format EVT21;width=1280;height=720\n")) {
      assertReadAs(format, Recordings.concat(ascii(header + "% system_ID 49\n"), body(format)));
    }
  }

  @ParameterizedTest
  @CsvSource({"49, evt21-legacy", "58, evt21-legacy", "59, evt21", "64, evt21", "none, evt21"})
  void anOrderThatNothingSaysIsThatOfTheSensor(String systemId, String format) throws IOException {
    byte[] recording = ascii("% evt 2.1\n% system_ID " + systemId + "\n% end\n");
    assertThat(RecordingReader.open(recording, ReadOptions.DEFAULT).format().name())
        .isEqualTo(format);
  }

  @Test
  void anOrderThatIsNotReadIsRefusedByName() {
    assertRefused(
        Recordings.concat(ascii("% format EVT21;endianness=big\n% end\n"), body("evt21")),
        "its header says endianness big, not read by this release; expected little or legacy");
  }

  @Test
  void anEvt2HeaderIsBelievedWhateverTheWordsAre() throws IOException {
    byte[] zeros = new byte[400];
    Recordings.Content content =
        Recordings.read(Recordings.concat(ascii("% evt 2.0\n"), zeros), ReadOptions.DEFAULT, 10);
    assertThat(content.header().format()).isEqualTo("evt2");
    assertThat(content.events().size()).isZero();
    assertThat(content.violations().get(Violation.BEFORE_TIME_BASE)).isEqualTo(100);
  }

  @Test
  void aTextFileIsRefusedInOneLineThatShowsHowItBegins() {
    assertRefused(
        ascii("# Title\n\nSome words, and some more of them.\n" + "And a line.\n".repeat(100)),
        "is text whose lines are not events (it begins \"# Title\")");
    assertRefused(ascii("a\n"), "is text whose lines are not events (it begins \"a\")");
  }

  /** Cut or damaged headers of EDF and BDF are not read; what they say of a person is not shown. */
  @Test
  void ofAMedicalHeaderNothingIsQuoted() {
    String header =
        String.format("0       %-80s%-80s01.01.0101.01.01", "X F Alice_Example", "ward");
    assertRefused(ascii(header), "is the beginning of an EDF recording, its header cut or damaged");
    byte[] bdf = ascii(header);
    bdf[0] = (byte) 0xff;
    System.arraycopy(ascii("BIOSEMI"), 0, bdf, 1, 7);
    assertRefused(bdf, "is the beginning of a BDF recording, its header cut or damaged");
  }

  @ParameterizedTest
  @ValueSource(strings = {"% evt 2.0\n% Date 2020", "%", "% ", "% evt 3.0\n%", "% Version 2\n% H"})
  void aHeaderThatIsCutSaysSo(String header) {
    byte[] recording = ascii(header);
    assertRefused(recording, "ends at byte " + recording.length + ", inside its header");
  }

  @Test
  void aDatHeaderWithoutItsTypeBytesSaysSo() {
    assertRefused(
        ascii("% Version 2\n% Width 10\n% Height 10\n\u000c"),
        "ends at byte 36, before the two bytes that say what its records are");
    assertRefused(
        ascii("% Version 2\n\u0005\u0008aaaabbbb"),
        "byte 12: DAT records of type 0x05 and 8 bytes;"
            + " expected type 0x00, 0x0C or 0x0E and 8 bytes");
    assertRefused(
        ascii("% Version 2\n\u000c\u0009aaaabbbb"),
        "byte 12: DAT records of type 0x0C and 9 bytes");
  }

  @Test
  void aHeaderThatNeverEndsIsRefused() {
    assertRefused(
        ascii(("% a " + "b".repeat(1000) + "\n").repeat(Head.MAX_HEADER_BYTES / 1000)),
        "has a header of more than 4194304 bytes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"evt2", "evt21", "evt21-legacy", "evt3", "dat"})
  void aHeaderLongerThanTheFirstBytesIsReadToItsEnd(String format) throws IOException {
    EventBatch events = new EventBatch(100);
    for (int i = 0; i < 100; i++) {
      events.add(1000 + i, i, i, i & 1);
    }
    RecordingHeader header = RecordingHeader.of(format, 640, 480);
    byte[] plain = EventFormatCases.write(format, header, events, WriteOptions.DEFAULT);
    byte[] lines = ascii("% roi 1 2 3\n".repeat(Head.MAX_BYTES / 12 + 1000));
    byte[] recording = Recordings.concat(lines, plain);
    assertThat(Recordings.read(recording, ReadOptions.DEFAULT, 30).events()).isEqualTo(events);
  }

  @Test
  void wordsBehindLinesOfAnotherCharacterSetAreReadFromTheirStart() throws IOException {
    EventBatch events = new EventBatch(2);
    events.add(1000, 1, 2, 1);
    events.add(1001, 3, 4, 0);
    RecordingHeader header = RecordingHeader.of("evt2", 640, 480);
    byte[] plain = EventFormatCases.write("evt2", header, events, WriteOptions.DEFAULT);
    byte[] lines = "% Operator J\u00f6rg\n".getBytes(StandardCharsets.UTF_8);
    Content content = Recordings.read(Recordings.concat(lines, plain), ReadOptions.DEFAULT, 30);
    assertThat(content.events()).isEqualTo(events);
    assertThat(content.violations().isEmpty()).isTrue();
    assertThat(content.header().fields()).containsEntry("Operator", "J\u00f6rg");
  }

  @Test
  void headerLinesWithoutAFormatOrWordsAreRefused() {
    assertRefused(
        ascii("% Date 2020-09-25 07:48:29\n% end\n"),
        "has header lines, but none of them and nothing behind them says its format");
  }

  @Test
  void addressesBehindCommentsAreNoTableOfGaze() throws IOException {
    // The bytes of these events, taken for text, name columns t, x and y.
    byte[] head = ascii("#!AER-DAT2.0\r\n# created by hand\r\n");
    ByteBuffer records = ByteBuffer.allocate(8 * 300);
    for (int i = 0; i < 300; i++) {
      records.putInt((127 - i % 100) << 8 | i % 128 << 1 | i & 1).putInt((1 << 31) - 500 + 7 * i);
    }
    byte[] recording = Recordings.concat(head, records.array());
    for (String table : List.of("gaze-csv", "samples-csv")) {
      SampleFormat format = SampleFormats.named(table).orElseThrow();
      assertThat(format.certainty(new Head(recording, true))).as(table).isZero();
    }
    EventBatch events = Recordings.read(recording, ReadOptions.DEFAULT, 30).events();
    assertThat(events.size()).isEqualTo(300);
    assertThat(events.t(299)).isEqualTo((1L << 31) - 500 + 7 * 299);
  }

  @Test
  void imagesZerosAndArchivesAreRefusedByWhatTheyAre() {
    byte[] png = new byte[2000];
    new Random(1).nextBytes(png);
    System.arraycopy(
        new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I', 'H', 'D', 'R'},
        0,
        png,
        0,
        16);
    assertRefused(png, "is a PNG image");
    assertRefused(new byte[5000], "begins with 512 zero bytes, as no recording does");
    assertRefused(new byte[] {0}, "begins with 1 zero bytes");
    assertRefused(new byte[] {31, (byte) 139, 8, 0}, "is gzip data: unpack it first");
  }

  @Test
  void randomBytesAreNoRecording() {
    Random random = new Random(2);
    int taken = 0;
    for (int i = 0; i < 5000; i++) {
      byte[] bytes = new byte[16 + random.nextInt(4000)];
      random.nextBytes(bytes);
      try {
        RecordingReader.open(bytes, ReadOptions.DEFAULT);
        taken++;
      } catch (IOException e) {
        assertThat(e).isInstanceOf(UnreadableRecordingException.class);
      }
    }
    assertThat(taken).isZero();
  }

  @Test
  void oneByteRepeatedIsNoRecording() {
    for (int value = 0; value < 256; value++) {
      byte[] bytes = new byte[4000];
      Arrays.fill(bytes, (byte) value);
      assertThatThrownBy(() -> RecordingReader.open(bytes, ReadOptions.DEFAULT))
          .isInstanceOf(UnreadableRecordingException.class);
    }
  }

  @Test
  void columnsOfOtherNumbersAreNotEvents() {
    assertRefused(ascii("timestamp,value\n2014-04-01 00:00:00,20.0\n"), "is text");
    assertRefused(ascii("0 1.2 3.4 1.1 3.3\n2 1.2 3.4 1.1 3.3\n".repeat(20)), "is text");
    assertRefused(ascii("0,1,2,37\n1,2,3,38\n".repeat(20)), "is text");
  }

  @Test
  void aNamedFormatIsTakenAtItsWord() throws IOException {
    byte[] three = {1, 2, 0, 0, 9, 1, 2, 0, 0, 10};
    assertRefused(three, "begins with the bytes 01 02 00 00 09 01 02 00");
    ReadOptions named = ReadOptions.DEFAULT.withFormat("nmnist");
    assertThat(Recordings.events(three, named).size()).isEqualTo(2);
    assertThat(Recordings.events(body("evt3"), named.withFormat("EVT3"))).isEqualTo(stream());
  }

  @Test
  void aFormatThatIsNotKnownIsRefusedWithTheNamesOfThoseThatAre() {
    assertThatThrownBy(
            () -> RecordingReader.open(body("evt2"), ReadOptions.DEFAULT.withFormat("evt9")))
        .isInstanceOf(UnreadableRecordingException.class)
        .hasMessage(
            "format \"evt9\" is not known; name one of "
                + String.join(", ", EventFormats.all().stream().map(EventFormat::name).toList()));
  }

  @Test
  void anyCutOfAnyRecordingIsReadOrRefusedInOneLine() throws IOException {
    for (EventFormatCases.Case format : EventFormatCases.all()) {
      byte[] recording = format.record(format.stream(9, 40));
      for (int cut = 0; cut < recording.length; cut++) {
        byte[] head = Arrays.copyOf(recording, cut);
        try {
          Recordings.events(head, ReadOptions.DEFAULT);
        } catch (UnreadableRecordingException e) {
          assertThat(e.getMessage()).doesNotContain("\n").hasSizeBetween(20, 300);
        }
      }
    }
  }

  @Test
  void formatsAreFoundByName() {
    assertThat(EventFormats.all().stream().map(EventFormat::name).toList())
        .isEqualTo(
            List.of(
                "evt2",
                "evt21",
                "evt21-legacy",
                "evt3",
                "dat",
                "aedat1",
                "aedat2",
                "aedat3",
                "aedat4",
                "es",
                "nmnist",
                "csv"));
    assertThat(EventFormats.named("Evt3")).isPresent();
    assertThat(EventFormats.named("aedat")).isEmpty();
  }

  /** The words of a recording, without its header lines. */
  private static byte[] body(String format) {
    try {
      byte[] whole =
          EventFormatCases.write(
              format, RecordingHeader.of(format, 1280, 720), stream(), WriteOptions.DEFAULT);
      String text = new String(whole, StandardCharsets.ISO_8859_1);
      int end = text.indexOf("% end\n") + 6;
      return Arrays.copyOfRange(whole, end, whole.length);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static EventBatch stream() {
    EventBatch stream = new EventBatch(400);
    for (int i = 0; i < 400; i++) {
      stream.add(5000 + 37L * i, i % 300 * 4, i % 71 * 10, i & 1);
    }
    return stream;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void assertRefused(byte[] recording, String message) {
    assertThatThrownBy(() -> RecordingReader.open(recording, ReadOptions.DEFAULT))
        .isInstanceOf(UnreadableRecordingException.class)
        .hasMessageStartingWith(message)
        .message()
        .doesNotContain("\n")
        .doesNotContain("Alice");
  }
}
