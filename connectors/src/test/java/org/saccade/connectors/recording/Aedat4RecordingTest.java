package org.saccade.connectors.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.batch.OtherItems;
import org.saccade.schemas.batch.TriggerBatch;
import org.saccade.schemas.codec.Violation;

class Aedat4RecordingTest {
  @TempDir Path folder;

  private static EventBatch event(long t, int x, int y, int p) {
    EventBatch one = new EventBatch(1);
    one.add(t, x, y, p);
    return one;
  }

  private static byte[] one(long t) {
    return DvPackets.events(event(t, 1, 2, 1), 0, 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {DvPackets.NONE, DvPackets.LZ4, DvPackets.ZSTD})
  void eventsTriggersSamplesAndFramesAreRead(int compression) throws IOException {
    byte[] pixels = new byte[300 * 200];
    new Random(1).nextBytes(pixels);
    byte[] recording =
        new DvPackets(compression)
            .packet(DvPackets.EVENTS, one(5))
            .packet(DvPackets.IMU, DvPackets.imu(6, 3))
            .packet(DvPackets.TRIGGERS, DvPackets.triggers(7, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10))
            .packet(DvPackets.FRAMES, DvPackets.frame(30, 300, 200, pixels))
            .packet(DvPackets.EVENTS, one(31))
            .bytes();
    for (int piece : new int[] {1, 77, 1 << 20}) {
      RecordingReader reader =
          RecordingReader.open(Recordings.pieces(recording, () -> piece), ReadOptions.DEFAULT);
      EventBatch events = new EventBatch(10);
      OtherItems others = new OtherItems(10);
      assertThat(reader.read(events, others)).isTrue();
      assertThat(events).isEqualTo(event(5, 1, 2, 1));
      assertThat(others.imu().size()).isEqualTo(3);
      assertThat(others.imu().t(2)).isEqualTo(8);
      assertThat(others.imu().value(2, 9)).isEqualTo(9f);
      TriggerBatch edges = new TriggerBatch(9);
      int[][] all = {{0, 1}, {0, 0}, {0, 1}, {3, 1}, {3, 0}, {4, 1}, {4, 0}, {5, 1}, {5, 0}};
      for (int i = 0; i < all.length; i++) {
        edges.add(8 + i, all[i][0], all[i][1]);
      }
      assertThat(reader.triggers()).isEqualTo(edges);
      assertThat(others.hasFrame()).isTrue();
      assertThat(others.frame().t()).isEqualTo(30);
      assertThat(others.frame().exposureEnd()).isEqualTo(31);
      assertThat(others.frame().offsetY()).isEqualTo(4);
      assertThat(others.frame().bytes()).isEqualTo(pixels.length);
      assertThat(others.frame().pixels()).startsWith(pixels);
      assertThat(reader.read(events, others)).isTrue();
      assertThat(events).isEqualTo(event(31, 1, 2, 1));
      assertThat(reader.read(events, others)).isFalse();
      assertThat(reader.violations().get(Violation.CLOCK_RESET)).isEqualTo(1);
      assertThat(reader.violations().get(Violation.NOT_READ)).isEqualTo(1);
      assertThat(reader.violations().total()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {DvPackets.NONE, DvPackets.LZ4, DvPackets.ZSTD})
  void theTableCountsWhatThePacketsHold(int compression) throws IOException {
    byte[] recording =
        recording(compression)
            .withTable(
                new int[] {DvPackets.EVENTS, 1},
                new int[] {DvPackets.IMU, 3},
                new int[] {DvPackets.EVENTS, 1});
    RecordingScan scan = scan(recording);
    assertThat(scan.declared()).isEqualTo(Map.of("events", 2L, "imu", 3L));
    assertThat(scan.isAsDeclared()).isTrue();
    assertThat(scan.violations().total()).isZero();
    // What is cut is no table, and not half of one.
    for (int missing = 1; missing < 60; missing++) {
      byte[] cut = Arrays.copyOf(recording, recording.length - missing);
      assertThat(scan(cut).events()).isEqualTo(2);
    }
  }

  @Test
  void aTableThatCountsMoreThanWasReadIsNotAsRead() throws IOException {
    RecordingScan scan =
        scan(recording(DvPackets.LZ4).withTable(new int[] {0, 3}, new int[] {2, 3}));
    assertThat(scan.declared()).containsEntry("events", 3L);
    assertThat(scan.read("events")).isEqualTo(2);
    assertThat(scan.isAsDeclared()).isFalse();
    assertThat(scan(recording(DvPackets.LZ4).bytes()).declared()).isEmpty();
  }

  private static DvPackets recording(int compression) {
    return new DvPackets(compression)
        .packet(DvPackets.EVENTS, one(5))
        .packet(DvPackets.IMU, DvPackets.imu(6, 3))
        .packet(DvPackets.EVENTS, one(7));
  }

  private RecordingScan scan(byte[] recording) throws IOException {
    Path file = Files.write(folder.resolve("scan.aedat4"), recording);
    return RecordingScan.of(file, ReadOptions.DEFAULT);
  }

  @Test
  void aRecordingWithoutEventsHasTheTimesOfWhatItHolds() throws IOException {
    DvPackets samples =
        new DvPackets(DvPackets.LZ4)
            .packet(DvPackets.IMU, DvPackets.imu(6, 3))
            .packet(DvPackets.IMU, DvPackets.imu(2, 2));
    RecordingScan scan = scan(samples.bytes());
    assertThat(scan.events()).isZero();
    assertThat(scan.isEmpty()).isFalse();
    assertThat(scan.firstT()).isEqualTo(6);
    assertThat(scan.lastT()).isEqualTo(3);
    assertThat(scan.minT()).isEqualTo(2);
    assertThat(scan.maxT()).isEqualTo(8);
    assertThat(scan.durationMicros()).isEqualTo(6);

    RecordingScan both = scan(samples.packet(DvPackets.EVENTS, one(7)).bytes());
    assertThat(both.firstT()).isEqualTo(7);
    assertThat(both.durationMicros()).isZero();
    RecordingScan empty = scan(new DvPackets(DvPackets.LZ4).bytes());
    assertThat(empty.isEmpty()).isTrue();
    assertThat(empty.lastT()).isZero();
  }

  @Test
  void resumedInsideOfAPacketOfSamplesTheRestIsGiven() throws IOException {
    byte[] recording =
        new DvPackets(DvPackets.LZ4)
            .packet(DvPackets.IMU, DvPackets.imu(0, 7))
            .packet(DvPackets.EVENTS, one(9))
            .bytes();
    RecordingReader first = RecordingReader.open(recording, ReadOptions.DEFAULT);
    OtherItems others = new OtherItems(3);
    EventBatch events = new EventBatch(10);
    assertThat(first.read(events, others)).isTrue();
    RecordingReader second = RecordingReader.open(recording, ReadOptions.DEFAULT);
    second.resume(first.position());
    assertThat(second.read(events, others)).isTrue();
    assertThat(others.imu().t(0)).isEqualTo(3);
    RecordingReader third = RecordingReader.open(recording, ReadOptions.DEFAULT);
    third.resume(first.position());
    assertThat(third.read(events)).isTrue();
    assertThat(events.t(0)).isEqualTo(9);
  }

  @Test
  void oneCameraIsReadAndTheOthersAreCounted() throws IOException {
    byte[] recording =
        new DvPackets(
                DvPackets.NONE,
                DvPackets.streams(0, "left", 320, 240) + DvPackets.streams(4, "right", 640, 480))
            .packet(0, one(1))
            .packet(4, one(2))
            .packet(0, one(3))
            .bytes();
    Recordings.Content left = Recordings.read(recording, ReadOptions.DEFAULT, 10);
    assertThat(left.events().size()).isEqualTo(2);
    assertThat(left.header().width()).isEqualTo(320);
    assertThat(left.header().fields()).containsEntry("cameras", "left, right");
    assertThat(left.violations().get(Violation.OTHER_CAMERA)).isEqualTo(1);
    for (String camera : new String[] {"right", "4"}) {
      Recordings.Content right =
          Recordings.read(recording, ReadOptions.DEFAULT.withCamera(camera), 10);
      assertThat(right.events()).isEqualTo(event(2, 1, 2, 1));
      assertThat(right.header().width()).isEqualTo(640);
    }
    assertThatThrownBy(
            () -> RecordingReader.open(recording, ReadOptions.DEFAULT.withCamera("middle")))
        .isInstanceOf(UnreadableRecordingException.class)
        .hasMessage("has no camera \"middle\"; its cameras are left, right");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 3, 2_000_000_000})
  void behindAPacketOfAnImpossibleSizeTheNextIsFound(int size) throws IOException {
    for (int compression : new int[] {DvPackets.NONE, DvPackets.LZ4, DvPackets.ZSTD}) {
      byte[] bad = CaerPackets.little(28).putInt(0).putInt(size).array();
      byte[] recording =
          new DvPackets(compression).packet(0, one(1)).raw(bad).packet(0, one(2)).bytes();
      Recordings.Content content = Recordings.read(recording, ReadOptions.DEFAULT, 10);
      assertThat(content.events().size()).isEqualTo(2);
      assertThat(content.violations().get(Violation.BAD_PACKET)).isEqualTo(1);
      assertThat(content.violations().total()).isEqualTo(1);
    }
  }

  @Test
  void aVectorThatLeavesItsPacketIsNone() throws IOException {
    byte[] forged = one(1);
    Arrays.fill(forged, 28, 32, (byte) 0x7F);
    byte[] recording = new DvPackets(DvPackets.LZ4).packet(0, forged).packet(0, one(2)).bytes();
    Recordings.Content content = Recordings.read(recording, ReadOptions.DEFAULT, 10);
    assertThat(content.events()).isEqualTo(event(2, 1, 2, 1));
    assertThat(content.violations().get(Violation.BAD_PACKET)).isEqualTo(1);
  }

  @Test
  void aPacketThatUnpacksToMoreThanAReaderHoldsIsPassedOver() throws IOException {
    byte[] recording =
        new DvPackets(DvPackets.ZSTD).packet(0, new byte[(1 << 27) + 1]).packet(0, one(2)).bytes();
    Recordings.Content content = Recordings.read(recording, ReadOptions.DEFAULT, 10);
    assertThat(content.events()).isEqualTo(event(2, 1, 2, 1));
    assertThat(content.violations().get(Violation.TOO_LARGE)).isEqualTo(1);
  }
}
