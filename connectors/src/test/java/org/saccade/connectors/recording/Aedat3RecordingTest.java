package org.saccade.connectors.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.saccade.connectors.recording.CaerPackets.FRAME;
import static org.saccade.connectors.recording.CaerPackets.IMU6;
import static org.saccade.connectors.recording.CaerPackets.IMU9;
import static org.saccade.connectors.recording.CaerPackets.LINES;
import static org.saccade.connectors.recording.CaerPackets.POLARITY;
import static org.saccade.connectors.recording.CaerPackets.SPECIAL;
import static org.saccade.connectors.recording.CaerPackets.polarity;
import static org.saccade.connectors.recording.CaerPackets.special;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saccade.connectors.recording.aedat3.Aedat3Format;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.batch.Frame;
import org.saccade.schemas.batch.ImuBatch;
import org.saccade.schemas.batch.OtherItems;
import org.saccade.schemas.batch.TriggerBatch;
import org.saccade.schemas.codec.Violation;
import org.saccade.schemas.codec.ViolationCounts;

class Aedat3RecordingTest {
  private static Recordings.Content read(CaerPackets packets) throws IOException {
    return Recordings.read(packets.bytes(), ReadOptions.DEFAULT, 100);
  }

  private static CaerPackets one(String lines, int x) {
    return new CaerPackets(lines).packet(POLARITY, 1, 8, 0, polarity(x, 2, 1, 7));
  }

  private static EventBatch event(long t, int x, int y, int p) {
    EventBatch one = new EventBatch(1);
    one.add(t, x, y, p);
    return one;
  }

  @Test
  void rowsCountFromTheTopInThreeOneAndFromBelowInThreeZero() throws IOException {
    assertThat(read(one(LINES, 1)).events()).isEqualTo(event(7, 1, 2, 1));
    String lines = "#!AER-DAT3.0\r\n#Source 1: DAVIS240C\r\n";
    assertThat(read(one(lines, 1)).events()).isEqualTo(event(7, 1, 177, 1));
    byte[] unknown = one("#!AER-DAT3.0\r\n#Source 1: Camera\r\n", 1).bytes();
    assertThatThrownBy(() -> RecordingReader.open(unknown, ReadOptions.DEFAULT))
        .isInstanceOf(UnreadableRecordingException.class)
        .hasMessageContaining("give the geometry");
    assertThat(Recordings.events(unknown, ReadOptions.DEFAULT.withGeometry(10, 10)))
        .isEqualTo(event(7, 1, 7, 1));
  }

  @Test
  void theSensorsNameIsItsGeometry() throws IOException {
    assertThat(read(one(LINES, 1)).header().width()).isEqualTo(346);
    assertThat(read(one(LINES.replace("DAVIS346", "DVS128"), 1)).header().height()).isEqualTo(128);
    Recordings.Content outside = read(one(LINES.replace("DAVIS346", "DVS128"), 128));
    assertThat(outside.violations().get(Violation.OUT_OF_FRAME)).isEqualTo(1);
    assertThat(read(one(LINES.replace("DAVIS346", "Camera"), 1)).header().hasGeometry()).isFalse();
  }

  @Test
  void timeOverflowsAtTwoToTheThirtyFirst() throws IOException {
    CaerPackets packets =
        new CaerPackets(LINES)
            .packet(POLARITY, 1, 8, 0, polarity(1, 1, 0, Integer.MAX_VALUE))
            .packet(POLARITY, 1, 8, 1, polarity(1, 1, 0, 0))
            .packet(POLARITY, 1, 8, 70_000, polarity(1, 1, 0, 5));
    EventBatch events = read(packets).events();
    assertThat(events.t(0)).isEqualTo((1L << 31) - 1);
    assertThat(events.t(1)).isEqualTo(1L << 31);
    assertThat(events.t(2)).isEqualTo((70_000L << 31) + 5);
  }

  @Test
  void eventsMarkedInvalidAreDropped() throws IOException {
    byte[] invalid = polarity(1, 1, 1, 5);
    invalid[0] &= ~1;
    CaerPackets packets =
        new CaerPackets(LINES)
            .packet(
                POLARITY,
                1,
                8,
                0,
                Recordings.concat(invalid, polarity(3, 4, 1, 6), polarity(1, 1, 1, -6)));
    Recordings.Content content = read(packets);
    assertThat(content.events()).isEqualTo(event(6, 3, 4, 1));
    assertThat(content.violations().get(Violation.INVALID_EVENT)).isEqualTo(2);
    assertThat(content.violations().total()).isEqualTo(2);
  }

  @Test
  void packetsOfOtherTypesAndFreePlacesArePassedOverBySize() throws IOException {
    CaerPackets packets =
        new CaerPackets(LINES)
            .packet(12, 1, 5, 0, new byte[5 * 200_000])
            .header(POLARITY, 1, 8, 4, 0, 3, 1, 1)
            .raw(Recordings.concat(polarity(1, 2, 1, 7), polarity(9, 9, 1, 8), new byte[8]))
            .packet(100, 1, 5, 0, new byte[5])
            .header(POLARITY, 1, 8, 4, 0, 2, 0, 0)
            .raw(new byte[16])
            .packet(POLARITY, 1, 8, 0, polarity(3, 4, 0, 9));
    Recordings.Content content = read(packets);
    assertThat(content.events().size()).isEqualTo(2);
    assertThat(content.events().t(1)).isEqualTo(9);
    assertThat(content.violations().get(Violation.NOT_READ)).isEqualTo(2);
    assertThat(content.violations().total()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 1, 8, 4, 0, 1, 1, 1", // type
    "1, -1, 8, 4, 0, 1, 1, 1", // source
    "1, 1, 7, 4, 0, 1, 1, 1", // less than an event of its type
    "1, 1, -8, 4, 0, 1, 1, 1", // size
    "12, 1, 0, 0, 0, 1, 1, 1", // size
    "2, 1, 2000000000, 4, 0, 1, 1, 1", // a frame of 2 GB
    "1, 1, 8, -4, 0, 1, 1, 1", // time before the event
    "1, 1, 8, 8, 0, 1, 1, 1", // time behind the event
    "1, 1, 8, 4, -1, 1, 1, 1", // overflow
    "1, 1, 8, 4, 0, 2000000000, 1, 1", // 16 GB
    "1, 1, 8, 4, 0, 1, 2, 1", // more than its capacity
    "1, 1, 8, 4, 0, 1, -1, 1", // number
    "1, 1, 8, 4, 0, 2, 1, 2", // more valid than there are
    "1, 1, 8, 4, 0, 1, 1, -1" // valid
  })
  void behindAnImpossibleHeaderTheNextPacketIsFound(
      int type,
      int source,
      int size,
      int timeOffset,
      int overflow,
      int capacity,
      int number,
      int valid)
      throws IOException {
    CaerPackets packets =
        one(LINES, 1)
            .header(type, source, size, timeOffset, overflow, capacity, number, valid)
            .raw(polarity(5, 5, 1, 8))
            .packet(POLARITY, 1, 8, 0, polarity(3, 4, 0, 9));
    Recordings.Content content = read(packets);
    assertThat(content.events().size()).isEqualTo(2);
    assertThat(content.events().t(1)).isEqualTo(9);
    assertThat(content.violations().get(Violation.BAD_PACKET)).isEqualTo(1);
    assertThat(content.violations().total()).isEqualTo(1);
  }

  @Test
  void oneCameraIsReadAndTheOthersAreCounted() throws IOException {
    String lines = LINES.replace("#!END", "#Source 2: DVS128\r\n#!END");
    byte[] recording =
        new CaerPackets(lines)
            .packet(POLARITY, 1, 8, 0, polarity(300, 1, 1, 1))
            .packet(POLARITY, 2, 8, 0, polarity(2, 2, 1, 2))
            .packet(SPECIAL, 2, 8, 0, special(2, 2))
            .packet(POLARITY, 1, 8, 0, polarity(300, 1, 1, 3))
            .bytes();
    Recordings.Content first = Recordings.read(recording, ReadOptions.DEFAULT, 10);
    assertThat(first.events().size()).isEqualTo(2);
    assertThat(first.header().width()).isEqualTo(346);
    assertThat(first.violations().get(Violation.OTHER_CAMERA)).isEqualTo(2);
    for (String camera : new String[] {"2", "dvs128"}) {
      Recordings.Content other =
          Recordings.read(recording, ReadOptions.DEFAULT.withCamera(camera), 10);
      assertThat(other.events()).isEqualTo(event(2, 2, 2, 1));
      assertThat(other.header().width()).isEqualTo(128);
      assertThat(other.violations().get(Violation.OTHER_CAMERA)).isEqualTo(2);
    }
    assertThatThrownBy(() -> RecordingReader.open(recording, ReadOptions.DEFAULT.withCamera("3")))
        .hasMessage("has no camera \"3\"; its sources are 1 DAVIS346, 2 DVS128");
  }

  @Test
  void specialEventsAreEdgesOfInputsOrOfTheClock() throws IOException {
    byte[][] all = new byte[19][];
    for (int type = 0; type < all.length; type++) {
      all[type] = special(type, type);
    }
    RecordingReader reader =
        RecordingReader.open(
            new CaerPackets(LINES).packet(SPECIAL, 1, 8, 1, Recordings.concat(all)).bytes(),
            ReadOptions.DEFAULT);
    assertThat(reader.read(new EventBatch(1))).isTrue();
    TriggerBatch expected = new TriggerBatch(20);
    int[][] edges = {
      {2, 0, 1},
      {3, 0, 0},
      {4, 0, 1},
      {6, 1, 1},
      {7, 1, 0},
      {8, 1, 1},
      {9, 2, 1},
      {10, 2, 0},
      {11, 2, 1},
      {12, 3, 1},
      {13, 3, 0},
      {14, 4, 1},
      {15, 4, 0},
      {16, 5, 1},
      {17, 5, 0}
    };
    for (int[] edge : edges) {
      expected.add((1L << 31) + edge[0], edge[1], edge[2]);
    }
    assertThat(reader.triggers()).isEqualTo(expected);
    assertThat(reader.violations().get(Violation.CLOCK_RESET)).isEqualTo(1);
    assertThat(reader.violations().get(Violation.NOT_READ)).isEqualTo(1);
    assertThat(reader.violations().total()).isEqualTo(2);
  }

  @Test
  void afterAResetTimesStartAgain() throws IOException {
    Recordings.Content content =
        read(
            new CaerPackets(LINES)
                .packet(POLARITY, 1, 8, 3, polarity(1, 1, 1, 100))
                .packet(SPECIAL, 1, 8, 0, special(1, 0))
                .packet(POLARITY, 1, 8, 0, polarity(1, 1, 1, 4)));
    assertThat(content.events().t(1)).isEqualTo(4);
    assertThat(content.violations().get(Violation.CLOCK_RESET)).isEqualTo(1);
    assertThat(content.violations().get(Violation.TIME_BACKWARD)).isEqualTo(1);
  }

  @Test
  void samplesOfInertialUnitsHaveTheirValuesInTheirPlaces() throws IOException {
    RecordingReader reader =
        RecordingReader.open(
            new CaerPackets(LINES)
                .packet(IMU6, 1, 36, 0, CaerPackets.imu(5, 1, 2, 3, 4, 5, 6, 30.5f))
                .packet(IMU9, 1, 48, 1, CaerPackets.imu(6, 1, 2, 3, 4, 5, 6, 31, 7, 8, 9))
                .bytes(),
            ReadOptions.DEFAULT);
    OtherItems others = new OtherItems(10);
    assertThat(reader.read(new EventBatch(1), others)).isTrue();
    ImuBatch expected = new ImuBatch(2);
    float[][] values = {
      {30.5f, 1, 2, 3, 4, 5, 6, Float.NaN, Float.NaN, Float.NaN}, {31, 1, 2, 3, 4, 5, 6, 7, 8, 9}
    };
    for (int i = 0; i < 2; i++) {
      expected.add(i == 0 ? 5 : (1L << 31) + 6);
      for (int c = 0; c < 10; c++) {
        expected.set(i, c, values[i][c]);
      }
    }
    assertThat(others.imu()).isEqualTo(expected);
    assertThat(reader.read(new EventBatch(1), others)).isFalse();
    assertThat(others.isEmpty()).isTrue();
  }

  @Test
  void framesHaveTheirPixelsFromTheTopLeftBlueFirst() throws IOException {
    byte[] gray = CaerPackets.frame(100, 1, 2, 2, 1, 2, 3, 0xFFFE);
    byte[] colour = CaerPackets.frame(100, 3, 1, 2, 1, 2, 3, 4, 5, 6);
    for (String version : new String[] {"3.1", "3.0"}) {
      RecordingReader reader =
          RecordingReader.open(
              new CaerPackets(LINES.replace("3.1", version))
                  .packet(FRAME, 1, gray.length, 0, gray)
                  .packet(FRAME, 1, colour.length, 0, colour)
                  .bytes(),
              ReadOptions.DEFAULT);
      OtherItems others = new OtherItems(10);
      assertThat(reader.read(new EventBatch(1), others)).isTrue();
      Frame frame = others.frame();
      assertThat(frame.t()).isEqualTo(105);
      assertThat(frame.start()).isEqualTo(95);
      assertThat(frame.end()).isEqualTo(115);
      assertThat(frame.exposureStart()).isEqualTo(100);
      assertThat(frame.exposureEnd()).isEqualTo(110);
      assertThat(frame.offsetX()).isEqualTo(3);
      assertThat(frame.offsetY()).isEqualTo(4);
      assertThat(frame.type()).hasToString("16UC1");
      assertThat(frame.bytes()).isEqualTo(8);
      boolean turned = version.equals("3.0");
      byte[] top =
          turned ? new byte[] {3, 0, -2, -1, 1, 0, 2, 0} : new byte[] {1, 0, 2, 0, 3, 0, -2, -1};
      assertThat(frame.pixels()).startsWith(top);
      assertThat(reader.read(new EventBatch(1), others)).isTrue();
      assertThat(others.frame().type()).hasToString("16UC3");
      assertThat(others.frame().pixels())
          .startsWith(turned ? new byte[] {6, 0, 5, 0, 4, 0, 3} : new byte[] {3, 0, 2, 0, 1, 0, 6});
      assertThat(reader.read(new EventBatch(1), others)).isFalse();
    }
  }

  @Test
  void aFrameLargerThanItsEventIsNone() throws IOException {
    byte[] frame = CaerPackets.frame(100, 1, 1000, 1 << 20, 1, 2);
    RecordingReader reader =
        RecordingReader.open(
            new CaerPackets(LINES)
                .packet(FRAME, 1, frame.length, 0, frame)
                .packet(POLARITY, 1, 8, 0, polarity(3, 4, 0, 9))
                .bytes(),
            ReadOptions.DEFAULT);
    OtherItems others = new OtherItems(10);
    EventBatch events = new EventBatch(10);
    assertThat(reader.read(events, others)).isTrue();
    assertThat(others.isEmpty()).isTrue();
    assertThat(events.size()).isEqualTo(1);
    assertThat(reader.violations().get(Violation.INVALID_EVENT)).isEqualTo(1);
  }

  @Test
  void aFrameOfMegabytesIsReadWhereItIsAskedForAndElsePassedOver() throws IOException {
    int[] pixels = new int[2_000_000];
    pixels[pixels.length - 1] = 77;
    byte[] frame = CaerPackets.frame(100, 1, 2000, 1000, pixels);
    byte[] recording =
        one(LINES, 1)
            .packet(FRAME, 1, frame.length, 0, frame)
            .packet(POLARITY, 1, 8, 0, polarity(3, 4, 0, 9))
            .bytes();
    RecordingReader reader =
        RecordingReader.open(Recordings.pieces(recording, () -> 100_000), ReadOptions.DEFAULT);
    OtherItems others = new OtherItems(10);
    EventBatch events = new EventBatch(10);
    assertThat(reader.read(events, others)).isTrue();
    assertThat(events.size()).isEqualTo(1);
    assertThat(others.frame().pixels()[3_999_998]).isEqualTo((byte) 77);
    assertThat(reader.read(events, others)).isTrue();
    assertThat(events).isEqualTo(event(9, 3, 4, 0));

    assertThat(Recordings.events(recording, ReadOptions.DEFAULT).size()).isEqualTo(2);
  }

  @Test
  void aPacketThatTheEndCutsKeepsItsWholeEvents() throws IOException {
    CaerPackets packets =
        new CaerPackets(LINES)
            .header(POLARITY, 1, 8, 4, 0, 5, 5, 5)
            .raw(Recordings.concat(polarity(1, 2, 1, 7), new byte[3]));
    Recordings.Content content = read(packets);
    assertThat(content.events()).isEqualTo(event(7, 1, 2, 1));
    assertThat(content.violations().get(Violation.CUT_PACKET)).isEqualTo(1);
    assertThat(content.violations().get(Violation.TRUNCATED_TAIL)).isEqualTo(3);
  }

  @Test
  void whatIsWrittenIsReadBackWithItsSensorStartAndEdges() throws IOException {
    RecordingHeader header =
        new RecordingHeader(
            "aedat3",
            128,
            128,
            Map.of("Source 1", "DVS128_V2", "Start-Time", "2016-07-13 10:00:00 (TZ+0100)"),
            0,
            null,
            new ViolationCounts());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TriggerBatch edges = new TriggerBatch(8);
    edges.add((1L << 31) + 2, 0, 1);
    edges.add((1L << 31) + 3, 4, 0);
    try (EventWriter writer = new Aedat3Format().writer(out, header, WriteOptions.DEFAULT)) {
      writer.write(event((1L << 31) + 1, 127, 1, 1), edges);
      writer.write(event((1L << 31) - 1, 0, 127, 0));
      TriggerBatch unknown = new TriggerBatch(1);
      unknown.add(5, 6, 1);
      assertThatThrownBy(() -> writer.write(event(9, 1, 1, 1), unknown))
          .isInstanceOf(CannotHoldException.class)
          .hasMessageContaining("an edge of input 6");
    }
    RecordingReader reader = RecordingReader.open(out.toByteArray(), ReadOptions.DEFAULT);
    assertThat(reader.header().fields()).containsAllEntriesOf(header.fields());
    EventBatch batch = new EventBatch(10);
    EventBatch events = new EventBatch(10);
    List<Long> triggers = new ArrayList<>();
    while (reader.read(batch)) {
      events.append(batch, 0, batch.size());
      for (int i = 0; i < reader.triggers().size(); i++) {
        triggers.add(
            reader.triggers().t(i) * 100
                + reader.triggers().id(i) * 10
                + reader.triggers().value(i));
      }
    }
    EventBatch all = event((1L << 31) + 1, 127, 1, 1);
    all.add((1L << 31) - 1, 0, 127, 0);
    all.add(9, 1, 1, 1);
    assertThat(events).isEqualTo(all);
    assertThat(triggers).containsExactly(((1L << 31) + 2) * 100 + 1, ((1L << 31) + 3) * 100 + 40);
    assertThat(reader.header().width()).isEqualTo(128);
    // Of a size that no sensor has, the geometry is left out.
    out.reset();
    new Aedat3Format()
        .writer(out, RecordingHeader.of("aedat3", 5, 6), WriteOptions.DEFAULT)
        .close();
    assertThat(RecordingReader.open(out.toByteArray(), ReadOptions.DEFAULT).header().hasGeometry())
        .isFalse();
  }
}
