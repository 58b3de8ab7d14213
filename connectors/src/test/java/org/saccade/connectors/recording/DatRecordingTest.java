package org.saccade.connectors.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.batch.TriggerBatch;
import org.saccade.schemas.codec.EventDecoder;
import org.saccade.schemas.codec.Violation;

/** DAT records, built from their bits. */
class DatRecordingTest {
  private static final long WRAP = 1L << 32;

  private static byte[] dat(String header, int type, long... records) {
    byte[] lines = header.getBytes(StandardCharsets.US_ASCII);
    ByteBuffer out =
        ByteBuffer.allocate(lines.length + 2 + 8 * records.length).order(ByteOrder.LITTLE_ENDIAN);
    out.put(lines).put((byte) type).put((byte) 8);
    for (long record : records) {
      out.putLong(record);
    }
    return out.array();
  }

  /** A version 2 event. */
  private static long cd(long t, int x, int y, int p) {
    return t | (long) x << 32 | (long) y << 46 | (long) p << 60;
  }

  private static long[] times(EventBatch events) {
    return Arrays.copyOf(events.t(), events.size());
  }

  @Test
  void version2HasFourteenBitsForColumnsAndRows() throws IOException {
    byte[] recording =
        dat("% Version 2\n% Width 10000\n% Height 16000\n", 0x0C, cd(7, 9999, 15999, 1));
    Recordings.Content content = Recordings.read(recording, ReadOptions.DEFAULT, 4);
    assertThat(content.events().t(0)).isEqualTo(7);
    assertThat(content.events().x(0)).isEqualTo(9999);
    assertThat(content.events().y(0)).isEqualTo(15999);
    assertThat(content.events().p(0)).isEqualTo(1);
    assertThat(content.header().width()).isEqualTo(10000);
    assertThat(content.violations().isEmpty()).isTrue();
  }

  @Test
  void version1HasNineBitsForColumnsAndEightForRows() throws IOException {
    long record = 7 | (303L | 239L << 9 | 1L << 17) << 32;
    EventBatch events = Recordings.events(dat("% Version 1\n", 0, record), ReadOptions.DEFAULT);
    assertThat(events.x(0)).isEqualTo(303);
    assertThat(events.y(0)).isEqualTo(239);
    assertThat(events.p(0)).isEqualTo(1);
  }

  @Test
  void aMissingVersionIsToldByTheRecordsAndCounted() throws IOException {
    long[] version1 = new long[20];
    long[] version2 = new long[20];
    for (int i = 0; i < 20; i++) {
      version1[i] = i | (100L + i | 200L << 9 | (i & 1L) << 17) << 32;
      version2[i] = cd(i, 100 + i, 200, i & 1);
    }
    String header = "% Data file containing CD events.\n";
    for (long[] records : new long[][] {version1, version2}) {
      Recordings.Content content =
          Recordings.read(dat(header, 0x0C, records), ReadOptions.DEFAULT, 4);
      assertThat(content.events().x(19)).isEqualTo(119);
      assertThat(content.events().y(19)).isEqualTo(200);
      assertThat(content.events().p(19)).isEqualTo(1);
      assertThat(content.violations().get(Violation.MISSING_HEADER)).isEqualTo(1);
    }
  }

  @Test
  void aFallOfMoreThanHalfTheRangeIsAWrap() throws IOException {
    byte[] recording =
        dat(
            "% Version 2\n",
            0x0C,
            cd(0xFFFFFFF0L, 1, 1, 0),
            cd(5, 1, 1, 0),
            cd(0x80000005L, 1, 1, 0),
            cd(5, 1, 1, 0),
            cd(0xFFFFFFFFL, 1, 1, 0),
            cd(4, 1, 1, 0));
    assertThat(times(Recordings.events(recording, ReadOptions.DEFAULT)))
        .containsExactly(
            0xFFFFFFF0L,
            WRAP + 5,
            WRAP + 0x80000005L,
            // A fall of 2^31 is none of more.
            WRAP + 5,
            WRAP + 0xFFFFFFFFL,
            2 * WRAP + 4);
  }

  @Test
  void anImpossiblePolarityIsDroppedAndItsTimeDoesNotCount() throws IOException {
    byte[] recording =
        dat(
            "% Version 2\n",
            0x0C, cd(10, 1, 1, 1), cd(0xFFFFFFFFL, 1, 1, 2), cd(11, 1, 1, 15), cd(12, 1, 1, 0));
    Recordings.Content content = Recordings.read(recording, ReadOptions.DEFAULT, 2);
    assertThat(times(content.events())).containsExactly(10, 12);
    assertThat(content.violations().get(Violation.BAD_POLARITY)).isEqualTo(2);
  }

  @Test
  void triggerRecordsAreEdgesNotEvents() throws IOException {
    long[] records = new long[1000];
    for (int i = 0; i < records.length; i++) {
      records[i] = i * 10L | ((i & 1L) | 6L << 26) << 32;
    }
    RecordingReader reader =
        RecordingReader.open(dat("% Version 2\n", 0x0E, records), ReadOptions.DEFAULT);
    EventBatch events = new EventBatch(8);
    int edges = 0;
    while (reader.read(events)) {
      TriggerBatch triggers = reader.triggers();
      for (int i = 0; i < triggers.size(); i++, edges++) {
        assertThat(triggers.t(i)).isEqualTo(edges * 10L);
        assertThat(triggers.id(i)).isEqualTo(6);
        assertThat(triggers.value(i)).isEqualTo(edges & 1);
      }
      assertThat(events.size()).isZero();
    }
    assertThat(edges).isEqualTo(1000);
  }

  @Test
  void behindABreakTheWrapIsTheNearest() throws IOException {
    byte[] recording = dat("% Version 2\n", 0x0C, cd(0xFFFFFF00L, 1, 1, 0), cd(1, 1, 1, 0));
    EventFormats.Found found = EventFormats.find(new Head(recording, true), ReadOptions.DEFAULT);
    EventDecoder decoder = found.format().decoder(found.header(), ReadOptions.DEFAULT);
    EventBatch events = new EventBatch(4);
    decoder.reset(5 * WRAP + 10);
    byte[] adrift = decoder.state();
    int data = (int) found.header().dataOffset();
    decoder.decode(recording, data, recording.length, events, new TriggerBatch(1));
    assertThat(times(events)).containsExactly(4 * WRAP + 0xFFFFFF00L, 5 * WRAP + 1);
    decoder.restore(adrift);
    events.clear();
    decoder.decode(recording, data, recording.length, events, new TriggerBatch(1));
    assertThat(times(events)).containsExactly(4 * WRAP + 0xFFFFFF00L, 5 * WRAP + 1);
  }

  /** As long as several blocks of records, one of them wrong. */
  @Test
  void oneWrongRecordOfManyIsSeen() throws IOException {
    Random random = new Random(3);
    for (int run = 0; run < 60; run++) {
      int count = 2 + random.nextInt(1500);
      long[] records = new long[count];
      for (int i = 0; i < count; i++) {
        records[i] = cd(1000 + i, random.nextInt(64), random.nextInt(48), i & 1);
      }
      int at = random.nextInt(count);
      long[] kinds = {
        records[at],
        cd(1000 + at, 64, 0, 0),
        cd(1000 + at, 0, 48, 0),
        cd(1000 + at, 0, 0, 2),
        cd(0, 0, 0, 0)
      };
      int kind = random.nextInt(kinds.length);
      records[at] = kinds[kind];
      byte[] recording = dat("% Version 2\n% Width 64\n% Height 48\n", 0x0C, records);
      EventFormats.Found found = EventFormats.find(new Head(recording, true), ReadOptions.DEFAULT);
      int data = (int) found.header().dataOffset();
      EventDecoder decoder = found.format().decoder(found.header(), ReadOptions.DEFAULT);
      decoder.frame(64, 48);
      EventBatch events = new EventBatch(count);
      decoder.decode(recording, data, recording.length, events, new TriggerBatch(1));

      EventDecoder single = found.format().decoder(found.header(), ReadOptions.DEFAULT);
      EventBatch byRecord = new EventBatch(count);
      for (int i = data; i < recording.length; i += 8) {
        single.decode(recording, i, i + 8, byRecord, new TriggerBatch(1));
      }
      assertThat(events).isEqualTo(byRecord);
      assertThat(decoder.state()).isEqualTo(single.state());
      assertThat(decoder.sound())
          .as("kind %d at %d", kind, at)
          .isEqualTo(kind == 0 || kind == 4 && at == 0);
      assertThat(events.size()).isEqualTo(kind == 3 ? count - 1 : count);
    }
  }

  @Test
  void aDateIsAnEpochOnlyWithAZone() throws IOException {
    assertThat(epoch("2020-09-25 07:48:29")).isNull();
    assertThat(epoch("2020-09-25 07:48:29+02:00")).isEqualTo(1_601_012_909_000_000L);
    assertThat(epoch("2020-09-25T05:48:29Z")).isEqualTo(1_601_012_909_000_000L);
    assertThat(epoch("yesterday")).isNull();
  }

  private static Long epoch(String date) throws IOException {
    byte[] recording = dat("% Version 2\n% Date " + date + "\n", 0x0C, cd(1, 1, 1, 1));
    return RecordingReader.open(recording, ReadOptions.DEFAULT).header().epochMicros();
  }
}
