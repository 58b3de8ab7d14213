package org.saccade.connectors.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.batch.TriggerBatch;
import org.saccade.schemas.codec.Violation;

class RecordingReaderTest {
  @TempDir Path folder;

  @Test
  void whatIsNoRecordingIsRefusedInOneLineThatBeginsWithThePath() throws IOException {
    Path missing = folder.resolve("missing.raw");
    Path empty = Files.createFile(folder.resolve("empty.raw"));
    Path readme =
        Files.writeString(folder.resolve("notes.raw"), "Notes\n=====\n\nOf no use to a reader.\n");
    Path cut = Files.writeString(folder.resolve("cut.raw"), "% evt 3.0\n% geometry 1280x7");
    assertRefused(missing, ": no such file; check the path");
    assertRefused(folder, ": is a folder, expected a recording; name a file in it");
    assertRefused(empty, ": is empty, expected a recording");
    assertRefused(
        readme,
        ": is text whose lines are not events (it begins \"Notes\");"
            + " tell the order of its columns if they are;"
            + " expected a recording of "
            + String.join(", ", EventFormats.all().stream().map(EventFormat::name).toList())
            + ";"
            + " name its format if it is one");
    assertRefused(cut, ": ends at byte 27, inside its header; expected data behind it: copy anew");
  }

  private static void assertRefused(Path path, String message) {
    assertThatThrownBy(() -> RecordingReader.open(path, ReadOptions.DEFAULT))
        .isInstanceOf(UnreadableRecordingException.class)
        .hasMessage(path + message);
  }

  @Test
  void eventsBehindAFullBatchThatThePolicyEmptiesAreNotLost() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 50; i++) {
      text.append(i).append(i < 40 ? ",99,0,1\n" : ",1,0,1\n");
    }
    ReadOptions options = ReadOptions.DEFAULT.withGeometry(10, 10);
    byte[] bytes = text.toString().getBytes(StandardCharsets.US_ASCII);
    Recordings.Content content = Recordings.read(bytes, options, 4);
    assertThat(content.events().size()).isEqualTo(10);
    assertThat(content.violations().get(Violation.OUT_OF_FRAME)).isEqualTo(40);
    assertThat(content.violations().total()).isEqualTo(40);
  }

  @Test
  void aSmallRecordingIsResumedAlsoWhereItsChannelCannotSeek() throws IOException {
    byte[] bytes = "1,1,1,1\n2,2,2,0\n3,3,3,1\n".getBytes(StandardCharsets.US_ASCII);
    RecordingReader first = RecordingReader.open(bytes, ReadOptions.DEFAULT);
    first.read(new EventBatch(1));
    RecordingReader second =
        RecordingReader.open(Recordings.pieces(bytes, () -> 3), ReadOptions.DEFAULT);
    second.resume(first.position());
    EventBatch rest = Recordings.read(second, 10).events();
    assertThat(rest.size()).isEqualTo(2);
    assertThat(rest.t(0)).isEqualTo(2);
  }

  @Test
  void aPositionOutsideOfTheRecordingIsRefused() throws IOException {
    byte[] bytes = "t,x,y,p\n1,1,1,1\n".getBytes(StandardCharsets.US_ASCII);
    RecordingReader reader = RecordingReader.open(bytes, ReadOptions.DEFAULT);
    byte[] state = reader.position().decoderState();
    assertThatThrownBy(() -> reader.resume(new RecordingReader.Position(3, state, 0)))
        .isInstanceOf(IOException.class)
        .hasMessage("cannot resume at byte 3: the data begin at byte 8");
    assertThatThrownBy(() -> reader.resume(new RecordingReader.Position(17, state, 0)))
        .isInstanceOf(IOException.class)
        .hasMessage("cannot resume at byte 17: the recording has 16");
  }

  @Test
  void aChannelThatGivesNothingForeverIsAnErrorNotAHang() {
    ReadableByteChannel silent =
        new ReadableByteChannel() {
          @Override
          public int read(ByteBuffer target) {
            return 0;
          }

          @Override
          public boolean isOpen() {
            return true;
          }

          @Override
          public void close() {}
        };
    assertThatThrownBy(() -> RecordingReader.open(silent, ReadOptions.DEFAULT))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("expected one that blocks");
  }

  @Test
  void triggersGoAlongFromOneRawRecordingToAnother() throws IOException {
    EventBatch events = new EventBatch(10);
    TriggerBatch triggers = new TriggerBatch(10);
    for (int i = 0; i < 10; i++) {
      events.add(100L * i, i, i, 1);
      triggers.add(100L * i + 50, i, i & 1);
    }
    for (String format : new String[] {"evt2", "evt3"}) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (EventWriter writer =
          EventFormats.named(format)
              .orElseThrow()
              .writer(out, RecordingHeader.of(format, 64, 64), WriteOptions.DEFAULT)) {
        writer.write(events, triggers);
      }
      RecordingReader reader = RecordingReader.open(out.toByteArray(), ReadOptions.DEFAULT);
      EventBatch read = new EventBatch(100);
      assertThat(reader.read(read)).isTrue();
      assertThat(read).isEqualTo(events);
      assertThat(reader.triggers()).isEqualTo(triggers);
      assertThat(reader.read(read)).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("org.saccade.connectors.recording.EventFormatCases#all")
  void whatItHoldsIsBoundedHoweverLongTheRecordingIs(EventFormatCases.Case format)
      throws IOException {
    byte[] part = format.record(format.stream(1, 20_000));
    byte[] recording = new byte[40 * part.length];
    for (int i = 0; i < 40; i++) {
      // Headers in the midst of it are words or lines that nobody knows.
      System.arraycopy(part, 0, recording, i * part.length, part.length);
    }
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    EventBatch batch = new EventBatch(4096);
    long allocated = Long.MAX_VALUE;
    for (int run = 0; run < 2; run++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      RecordingReader reader = RecordingReader.open(recording, format.options());
      long events = 0;
      while (reader.read(batch)) {
        events += batch.size();
      }
      allocated = threads.getCurrentThreadAllocatedBytes() - before;
      assertThat(events).isGreaterThan(20_000);
    }
    assertThat(recording.length).isGreaterThan(4 * RecordingReader.MAX_BYTES_HELD);
    // On top comes what a packet of AEDAT 4 unpacks to: a block of ZSTD may have 128 KiB.
    int unpacked = format.name().startsWith("aedat4") ? 1 << 17 : 0;
    assertThat(allocated).isLessThan(RecordingReader.MAX_BYTES_HELD + unpacked);
  }

  @Test
  void aScanCountsWhatARecordingHolds() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "5,1,7,1\n3,9,2,0\n4,0,0,1\n");
    RecordingScan scan = RecordingScan.of(file, ReadOptions.DEFAULT);
    assertThat(scan.events()).isEqualTo(3);
    assertThat(scan.on()).isEqualTo(2);
    assertThat(scan.firstT()).isEqualTo(5);
    assertThat(scan.lastT()).isEqualTo(4);
    assertThat(scan.minT()).isEqualTo(3);
    assertThat(scan.durationMicros()).isEqualTo(2);
    assertThat(scan.maxX()).isEqualTo(9);
    assertThat(scan.maxY()).isEqualTo(7);
    assertThat(scan.monotonic()).isFalse();
    assertThat(scan.violations().get(Violation.TIME_BACKWARD)).isEqualTo(1);
    assertThat(scan.headerWithGeometry().width()).isEqualTo(10);
    assertThat(scan.headerWithGeometry().height()).isEqualTo(8);
  }

  @Test
  void timeOriginsShiftByWhatTheRecordingKnows() throws IOException {
    EventBatch stream = new EventBatch(2);
    stream.add(1571 * 4096 + 6384 % 4096, 1, 1, 1);
    byte[] evt3 =
        EventFormatCases.write(
            "evt3", RecordingHeader.of("evt3", 64, 64), stream, WriteOptions.DEFAULT);
    RecordingReader reader = RecordingReader.open(evt3, ReadOptions.DEFAULT);
    reader.read(new EventBatch(64));
    long first = stream.t(0);
    assertThat(TimeOrigin.SENSOR.shiftMicros(reader, first)).isZero();
    assertThat(TimeOrigin.FIRST.shiftMicros(reader, first)).isEqualTo(first);
    // OpenEB issue 108: a first time of 6437104 is shown as 6384, less (1571 - 1) << 12.
    assertThat(TimeOrigin.SDK.shiftMicros(reader, first)).isEqualTo(6_430_720);
    assertThatThrownBy(() -> TimeOrigin.EPOCH.shiftMicros(reader, first))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("evt3 does not");
    RecordingReader csv =
        RecordingReader.open("1,1,1,1\n".getBytes(StandardCharsets.US_ASCII), ReadOptions.DEFAULT);
    assertThatThrownBy(() -> TimeOrigin.SDK.shiftMicros(csv, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "time origin sdk is for evt2, evt21 and evt3, but the recording is csv;"
                + " choose sensor or first");
    byte[] dat =
        "% Version 2\n% Date 1970-01-01 00:00:01Z\n\u000c\u0008"
            .getBytes(StandardCharsets.US_ASCII);
    assertThat(TimeOrigin.EPOCH.shiftMicros(RecordingReader.open(dat, ReadOptions.DEFAULT), 0))
        .isEqualTo(-1_000_000);
  }
}
