package org.saccade.connectors.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.batch.TriggerBatch;
import org.saccade.schemas.codec.Violation;

class Aedat2RecordingTest {
  private static final String LINES = "#!AER-DAT2.0\r\n";
  private static final String DAVIS =
      LINES + "# AEChip: eu.seebetter.ini.chips.davis.DAVIS240C\r\n";
  private static final int ON = 1;

  private static Recordings.Content read(byte[] recording) throws IOException {
    return Recordings.read(recording, ReadOptions.DEFAULT, 100);
  }

  private static EventBatch events(byte[] recording, AddressLayout layout) throws IOException {
    return Recordings.events(recording, ReadOptions.DEFAULT.withAddresses(layout));
  }

  private static EventBatch event(long t, int x, int y, int p) {
    EventBatch one = new EventBatch(1);
    one.add(t, x, y, p);
    return one;
  }

  @Test
  void aDvs128IsReadAsPublishedUnlessTheCallerSaysOtherwise() throws IOException {
    byte[] recording = Addresses.aedat2(LINES, Addresses.dvs128(3, 100, ON), 7);

    assertThat(read(recording).events()).isEqualTo(event(7, 3, 27, 1));
    assertThat(events(recording, new AddressLayout("DVS128", 0, false, false)))
        .isEqualTo(event(7, 3, 27, 0));
    assertThat(events(recording, new AddressLayout(null, 1, true, false)))
        .isEqualTo(event(7, 124, 27, 1));
    assertThat(events(recording, new AddressLayout(null, 1, false, true)))
        .isEqualTo(event(7, 3, 100, 1));
  }

  @Test
  void theHeaderNamesTheChipAndTheCallerOverrulesIt() throws IOException {
    int address = Addresses.davis(239, 0, ON);

    Recordings.Content content = read(Addresses.aedat2(DAVIS, address, 7));
    assertThat(content.header().width()).isEqualTo(240);
    assertThat(content.header().height()).isEqualTo(180);
    assertThat(content.events()).isEqualTo(event(7, 239, 179, 1));
    assertThat(
            events(
                Addresses.aedat2(DAVIS, address, 7), new AddressLayout("davis346", 1, true, false)))
        .isEqualTo(event(7, 106, 259, 1));
    ReadOptions sized =
        ReadOptions.DEFAULT
            .withAddresses(new AddressLayout("davis", 1, false, false))
            .withGeometry(300, 200);
    assertThat(Recordings.events(Addresses.aedat2(LINES, address, 7), sized))
        .isEqualTo(event(7, 239, 199, 1));
  }

  @Test
  void aChipWhoseAddressesNobodyToldIsRefusedByName() {
    byte[] cochlea = Addresses.aedat2(LINES + "# AEChip: ch.unizh.CochleaAMS1c\r\n", 1, 1);
    assertThatThrownBy(() -> read(cochlea))
        .isInstanceOf(UnreadableRecordingException.class)
        .hasMessage(
            "its header says chip \"ch.unizh.CochleaAMS1c\", whose addresses aedat2 cannot tell;"
                + " name a chip that has the same: dvs128, davis240, davis346, davis640 or davis");
    assertThatThrownBy(
            () ->
                events(Addresses.aedat2(LINES, 1, 1), new AddressLayout("davis", 1, false, false)))
        .isInstanceOf(UnreadableRecordingException.class)
        .hasMessageContaining("give the geometry");
  }

  @Test
  void whatIsNoEventOfTheChipIsATriggerOrCounted() throws IOException {
    int sample = 1 << 31 | 5;
    int edge = Addresses.davis(1, 2, 0) | 1 << 10;
    byte[] davis =
        Addresses.aedat2(DAVIS, sample, 1, edge, 2, Addresses.davis(1, 179, 0), 3, sample, 4);
    RecordingReader reader = RecordingReader.open(davis, ReadOptions.DEFAULT);
    EventBatch events = new EventBatch(10);
    TriggerBatch triggers = new TriggerBatch(1);
    triggers.add(2, 0, 1);
    assertThat(reader.read(events)).isTrue();
    assertThat(events).isEqualTo(event(3, 1, 0, 0));
    assertThat(reader.triggers()).isEqualTo(triggers);
    assertThat(reader.violations().get(Violation.NOT_READ)).isEqualTo(2);
    assertThat(reader.violations().total()).isEqualTo(2);

    byte[] dvs = Addresses.aedat2(LINES, 1 << 15, 2, 1 << 16, 2, Addresses.dvs128(1, 127, 0), 3);
    reader = RecordingReader.open(dvs, ReadOptions.DEFAULT);
    assertThat(reader.read(events)).isTrue();
    assertThat(events).isEqualTo(event(3, 1, 0, 0));
    assertThat(reader.triggers()).isEqualTo(triggers);
    assertThat(reader.violations().get(Violation.UNKNOWN_WORD)).isEqualTo(1);
  }

  @Test
  void timeGoesOnWhereItsSignTurnsAndWhereItWraps() throws IOException {
    int a = Addresses.dvs128(0, 0, 0);
    int max = Integer.MAX_VALUE;
    byte[] recording =
        Addresses.aedat2(LINES, a, max - 1, a, max, a, max + 1, a, -2, a, 5, a, -1, a, 6);
    Recordings.Content content = read(recording);
    assertThat(Arrays.copyOf(content.events().t(), content.events().size()))
        .containsExactly(
            (1L << 31) - 2,
            (1L << 31) - 1,
            1L << 31,
            (1L << 32) - 2,
            (1L << 32) + 5,
            (1L << 32) - 1,
            (1L << 32) + 6);
    assertThat(content.violations().get(Violation.TIME_BACKWARD)).isEqualTo(1);
    assertThat(content.violations().total()).isEqualTo(1);
  }

  @Test
  void aClockThatWasResetShowsAsAStepBack() throws IOException {
    int a = Addresses.dvs128(0, 0, 0);
    Recordings.Content content = read(Addresses.aedat2(LINES, a, 900_000_000, a, 3));
    assertThat(content.events().t(1)).isEqualTo(3);
    assertThat(content.violations().get(Violation.TIME_BACKWARD)).isEqualTo(1);
  }

  @Test
  void aFirstDatumThatBeginsLikeALineIsNone() throws IOException {
    // 0x23 is '#': row 140 of a DAVIS, behind lines that end in CR LF. In this one even a line
    // feed follows.
    int address = 0x23 << 24 | 'A' << 16 | 'B' << 8;
    int withFeed = 0x23 << 24 | 'A' << 16 | '\n' << 8;
    String davis = LINES + "# AEChip: DAVIS346\r\n";
    for (int first : new int[] {address, withFeed}) {
      Recordings.Content content = read(Addresses.aedat2(davis, first & ~0x400, 0x20202020));
      assertThat(content.header().dataOffset()).isEqualTo(davis.length());
      assertThat(content.events().size()).isEqualTo(1);
      assertThat(content.violations().isEmpty()).isTrue();
    }
    String ended = davis + "#End Of ASCII Header\r\n";
    int like = '#' << 24 | ' ' << 16 | ' ' << 8 | ' ';
    byte[] recording = Addresses.aedat2(ended, like, like, '#' << 24, '\r' << 8 | '\n');
    assertThat(read(recording).header().dataOffset()).isEqualTo(ended.length());
  }

  @Test
  void preferencesOfHundredsOfKilobytesAreLinesButNoFields() throws IOException {
    StringBuilder lines = new StringBuilder(DAVIS);
    lines.append(
        "#Start of Preferences for this AEChip (search for \"End of Preferences\" to find it)\r\n");
    for (int i = 0; i < 20_000; i++) {
      lines.append("#<entry key=\"Filter").append(i).append(".on\" value=\"ü: 1\"/>\r\n");
      lines.append("#Kind: ").append(i).append("\r\n");
    }
    lines.append("#End of Preferences for this AEChip\r\n# created: today\r\n");
    byte[] recording = Addresses.aedat2(lines.toString(), Addresses.davis(1, 2, ON), 7);

    RecordingReader reader =
        RecordingReader.open(Recordings.pieces(recording, () -> 1000), ReadOptions.DEFAULT);
    assertThat(reader.header().dataOffset()).isEqualTo(lines.length());
    assertThat(reader.header().fields()).containsOnlyKeys("AEChip", "created", "chip");
    assertThat(Recordings.read(reader, 10).events()).isEqualTo(event(7, 1, 177, 1));
  }

  @Test
  void aHeaderWithoutAnEndIsRefused() {
    byte[] cut = (LINES + "# creat").getBytes(StandardCharsets.US_ASCII);
    assertThatThrownBy(() -> read(cut))
        .hasMessage("ends at byte 21, inside its header; expected data behind it: copy anew");
    byte[] endless =
        (LINES + "# ever and ever\r\n".repeat(1 + Head.MAX_HEADER_BYTES / 17))
            .getBytes(StandardCharsets.US_ASCII);
    assertThatThrownBy(() -> read(endless))
        .isInstanceOf(UnreadableRecordingException.class)
        .hasMessage("has a header of more than 4194304 bytes, expected less");
  }

  @Test
  void versionOneNeedsNoLineWhereTheCallerNamesIt() throws IOException {
    byte[] records = {0x64, 0x07, 0, 0, 0, 9};
    assertThat(Recordings.events(records, ReadOptions.DEFAULT.withFormat("aedat1")))
        .isEqualTo(event(9, 3, 27, 1));
    assertThatThrownBy(() -> read(records)).isInstanceOf(UnreadableRecordingException.class);
    byte[] two = Addresses.aedat2(LINES, 1, 1);
    assertThatThrownBy(() -> Recordings.events(two, ReadOptions.DEFAULT.withFormat("aedat1")))
        .isInstanceOf(UnreadableRecordingException.class);
  }
}
