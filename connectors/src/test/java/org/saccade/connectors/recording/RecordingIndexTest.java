package org.saccade.connectors.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.saccade.connectors.recording.EventFormatCases.Case;
import org.saccade.schemas.batch.EventBatch;

/** Going to a time in a recording of any format. */
class RecordingIndexTest {

  @Provide
  Arbitrary<Case> cases() {
    return Arbitraries.of(EventFormatCases.all());
  }

  private static EventBatch from(EventBatch events, long t) {
    EventBatch kept = new EventBatch(64);
    for (int i = 0; i < events.size(); i++) {
      if (events.t(i) >= t) {
        kept.append(events, i, i + 1);
      }
    }
    return kept;
  }

  @Property(tries = 300)
  void fromAnyTimeOnNoEventIsMissed(
      @ForAll("cases") Case format,
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 600) int events,
      @ForAll @IntRange(min = 1, max = 200) int step)
      throws IOException {
    EventBatch stream = format.stream(seed, events);
    byte[] recording = format.record(stream);
    RecordingIndex index =
        RecordingIndex.of(RecordingReader.open(recording, format.options()), step);
    long t = stream.t(new Random(seed).nextInt(events)) + seed % 3;

    RecordingReader reader = RecordingReader.open(recording, format.options());
    reader.resume(index.before(t));

    assertThat(from(Recordings.read(reader, 50).events(), t)).isEqualTo(from(stream, t));
  }

  @Test
  void noMoreThanAStepIsDecodedTooMuch() throws IOException {
    EventBatch stream = new EventBatch(10_000);
    for (int i = 0; i < 10_000; i++) {
      stream.add(1000L * i, i % 30, i % 20, i & 1);
    }
    byte[] recording =
        EventFormatCases.write(
            "evt3", RecordingHeader.of("evt3", 64, 64), stream, WriteOptions.DEFAULT);
    RecordingIndex index =
        RecordingIndex.of(RecordingReader.open(recording, ReadOptions.DEFAULT), 500);
    assertThat(index.size()).isBetween(20, 25);

    RecordingReader reader = RecordingReader.open(recording, ReadOptions.DEFAULT);
    reader.resume(index.before(7_777_000));
    EventBatch first = new EventBatch(64);
    reader.read(first);
    assertThat(first.t(0)).isBetween(7_777_000L - 600_000, 7_777_000L);
    reader.resume(index.before(Long.MIN_VALUE));
    reader.read(first);
    assertThat(first.t(0)).isZero();
  }
}
