package org.saccade.connectors.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.saccade.connectors.recording.EventFormatCases.Case;
import org.saccade.connectors.recording.Recordings.Content;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.codec.BackwardTime;
import org.saccade.schemas.codec.OutOfFrame;
import org.saccade.schemas.codec.OutOfFrameException;
import org.saccade.schemas.codec.Violation;

/** What every format promises, over the table of cases. */
class EventFormatContractTest {
  private static final String CASES = "org.saccade.connectors.recording.EventFormatCases#all";

  @Provide
  Arbitrary<Case> cases() {
    return Arbitraries.of(EventFormatCases.all());
  }

  @Property(tries = 300)
  void anyCutOfTheBytesAndAnyCapacityGiveTheSameEvents(
      @ForAll("cases") Case format,
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 400) int events,
      @ForAll @IntRange(min = 1, max = 50) int capacity,
      @ForAll @IntRange(min = 1, max = 700) int piece)
      throws IOException {
    EventBatch stream = format.stream(seed, events);
    Random random = new Random(seed);
    RecordingReader reader =
        RecordingReader.open(
            Recordings.pieces(format.record(stream), () -> 1 + random.nextInt(piece)),
            format.options());
    assertThat(Recordings.read(reader, capacity).events()).isEqualTo(stream);
  }

  @ParameterizedTest
  @MethodSource(CASES)
  void byteByByteGivesTheSameEvents(Case format) throws IOException {
    EventBatch stream = format.stream(1, 20_000);
    byte[] recording = format.record(stream);
    RecordingReader reader =
        RecordingReader.open(Recordings.pieces(recording, () -> 1), format.options());
    assertThat(recording.length).isGreaterThan(Head.MAX_BYTES);
    assertThat(Recordings.read(reader, 777).events()).isEqualTo(stream);
  }

  @ParameterizedTest
  @MethodSource(CASES)
  void aBatchOfOneGivesTheSameEvents(Case format) throws IOException {
    EventBatch stream = format.stream(2, 5_000);
    assertThat(Recordings.read(format.record(stream), format.options(), 1).events())
        .isEqualTo(stream);
  }

  @ParameterizedTest
  @MethodSource(CASES)
  void aReadGivesNoMoreThanTheBatchHolds(Case format) throws IOException {
    RecordingReader reader =
        RecordingReader.open(format.record(format.stream(3, 500)), format.options());
    EventBatch batch = new EventBatch(32);
    while (reader.read(batch)) {
      assertThat(batch.size()).isBetween(1, 32);
      assertThat(batch.capacity()).isEqualTo(32);
    }
    assertThat(reader.read(batch)).isFalse();
    assertThat(batch.size()).isZero();
  }

  @Property(tries = 300)
  void resumedAnywhereItGivesTheRest(
      @ForAll("cases") Case format,
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 3000) int events,
      @ForAll @IntRange(min = 1, max = 300) int capacity)
      throws IOException {
    EventBatch stream = format.stream(seed, events);
    byte[] recording = format.record(stream);
    RecordingReader first = RecordingReader.open(recording, format.options());
    EventBatch batch = new EventBatch(capacity);
    EventBatch all = new EventBatch(64);
    int stop = new Random(seed).nextInt(1 + events / capacity);
    for (int i = 0; i < stop && first.read(batch); i++) {
      all.append(batch, 0, batch.size());
    }
    RecordingReader second = RecordingReader.open(recording, format.options());
    if (seed % 2 == 0) {
      second.read(new EventBatch(2000));
    }
    second.resume(first.position());
    EventBatch rest = Recordings.read(second, 100).events();
    all.append(rest, 0, rest.size());
    assertThat(all).isEqualTo(stream);
  }

  @ParameterizedTest
  @MethodSource(CASES)
  void resumedFarBehindAndFarAheadOfItsBufferItGivesTheRest(Case format) throws IOException {
    EventBatch stream = format.stream(4, 200_000);
    byte[] recording = format.record(stream);
    assertThat(recording.length).isGreaterThan(400_000);
    RecordingReader reader = RecordingReader.open(recording, format.options());
    EventBatch batch = new EventBatch(10_000);
    List<RecordingReader.Position> positions = new ArrayList<>();
    List<Integer> counts = new ArrayList<>();
    int count = 0;
    do {
      positions.add(reader.position());
      counts.add(count);
      count += reader.read(batch) ? batch.size() : 0;
    } while (batch.size() > 0);
    for (int i : new int[] {0, positions.size() - 2, 1, positions.size() - 1, 0}) {
      reader.resume(positions.get(i));
      EventBatch rest = new EventBatch(stream.size() + 1);
      while (reader.read(batch)) {
        rest.append(batch, 0, batch.size());
      }
      EventBatch expected = new EventBatch(stream.size() + 1);
      expected.append(stream, counts.get(i), stream.size());
      assertThat(rest).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @MethodSource(CASES)
  void timesGoOnThroughEveryWrap(Case format) throws IOException {
    // N-MNIST and Event Streams do not wrap; 600 steps of 537 s pass 18 wraps of EVT2, 75 of DAT,
    // 19200 of EVT3.
    long step = format.maxT() <= 1L << 24 ? format.maxT() / 600 : 1L << 29;
    EventBatch stream = new EventBatch(600);
    for (int i = 0; i < 600; i++) {
      stream.add(i * step + 7, i % 34, i % 33, i & 1);
    }
    byte[] recording = format.record(stream);
    assertThat(Recordings.read(recording, format.options(), 100).events()).isEqualTo(stream);
    RecordingReader first = RecordingReader.open(recording, format.options());
    EventBatch batch = new EventBatch(400);
    first.read(batch);
    RecordingReader second = RecordingReader.open(recording, format.options());
    second.resume(first.position());
    assertThat(Recordings.read(second, 100).events().t(0)).isEqualTo(batch.size() * step + 7);
  }

  @ParameterizedTest
  @MethodSource(CASES)
  void aRecordingWithoutEventsIsReadAsNone(Case format) throws IOException {
    byte[] recording = format.record(new EventBatch(1));
    if (recording.length > 0) {
      Content content = Recordings.read(recording, format.options(), 10);
      assertThat(content.events().size()).isZero();
      assertThat(content.violations().isEmpty()).isTrue();
    } else {
      assertThatThrownBy(() -> RecordingReader.open(recording, format.options()))
          .hasMessage("is empty, expected a recording");
    }
  }

  @ParameterizedTest
  @MethodSource(CASES)
  void aCutTailCostsNoEventBeforeTheCut(Case format) throws IOException {
    EventBatch stream = format.stream(5, 60);
    byte[] recording = format.record(stream);
    int data = (int) Recordings.read(recording, format.options(), 10).header().dataOffset();
    int before = 0;
    for (int cut = Math.max(1, data); cut < recording.length; cut++) {
      Content content = Recordings.read(Arrays.copyOf(recording, cut), format.options(), 10);
      EventBatch events = content.events();
      int whole = format.unitBytes() == 0 ? Math.max(0, events.size() - 1) : events.size();
      EventBatch prefix = new EventBatch(64);
      prefix.append(stream, 0, whole);
      events.size(whole);
      assertThat(events).isEqualTo(prefix);
      assertThat(whole).isGreaterThanOrEqualTo(before);
      before = whole;
      if (format.unitBytes() > 0) {
        assertThat(content.violations().get(Violation.TRUNCATED_TAIL))
            .isEqualTo((cut - data) % format.unitBytes());
      }
    }
    // A packet of AEDAT 4 is whole or not at all.
    int packet = format.name().startsWith("aedat4") ? stream.size() : 2;
    assertThat(before).isGreaterThanOrEqualTo(stream.size() - packet);
  }

  /** The formats that have a way to say that time goes back. */
  static List<Case> casesWithBackwardTime() {
    return EventFormatCases.all().stream().filter(format -> format.backMicros() > 0).toList();
  }

  @ParameterizedTest
  @MethodSource("casesWithBackwardTime")
  void backwardTimeIsDroppedClampedOrPassed(Case format) throws IOException {
    EventBatch stream = new EventBatch(4);
    stream.add(1000, 1, 1, 1);
    stream.add(900, 2, 1, 0);
    stream.add(1000, 3, 1, 1);
    byte[] recording = format.record(stream);

    Content passed = read(recording, format, BackwardTime.PASS);
    assertThat(passed.events()).isEqualTo(stream);
    assertThat(passed.violations().get(Violation.TIME_BACKWARD)).isEqualTo(1);

    Content dropped = read(recording, format, BackwardTime.DROP);
    assertThat(times(dropped.events())).containsExactly(1000L, 1000L);
    assertThat(dropped.violations().get(Violation.TIME_BACKWARD)).isEqualTo(1);

    Content clamped = read(recording, format, BackwardTime.CLAMP);
    assertThat(times(clamped.events())).containsExactly(1000L, 1000L, 1000L);
    assertThat(clamped.violations().get(Violation.TIME_BACKWARD)).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource(CASES)
  void eventsOutOfTheFrameAreDroppedOrFail(Case format) throws IOException {
    EventBatch stream = new EventBatch(100);
    for (int i = 0; i < 100; i++) {
      stream.add(i, i % 30, i % 20, 1);
    }
    byte[] recording = format.record(stream);
    ReadOptions small = format.options().withGeometry(25, 20);
    RecordingHeader header = Recordings.read(recording, small, 1).header();
    // Where the recording itself states a larger frame, nothing is outside.
    long outside = header.width() == 25 ? 15 : 0;
    Content dropped = Recordings.read(recording, small, 1);
    assertThat(dropped.events().size()).isEqualTo(100 - (int) outside);
    assertThat(dropped.violations().get(Violation.OUT_OF_FRAME)).isEqualTo(outside);
    assertThat(dropped.violations().total()).isEqualTo(outside);
    ReadOptions failing = small.withPolicies(BackwardTime.PASS, OutOfFrame.FAIL);
    if (outside > 0) {
      assertThatThrownBy(() -> Recordings.read(recording, failing, 7))
          .isInstanceOf(OutOfFrameException.class)
          .hasMessageContaining("x=25");
    } else {
      assertThat(Recordings.read(recording, failing, 7).events()).isEqualTo(stream);
    }
  }

  @ParameterizedTest
  @MethodSource(CASES)
  void aStateThatIsNoneIsRefused(Case format) throws IOException {
    RecordingReader reader =
        RecordingReader.open(format.record(format.stream(6, 50)), format.options());
    RecordingReader.Position good = reader.position();
    RecordingReader.Position bad =
        new RecordingReader.Position(good.offset(), new byte[63], good.latest());
    assertThatThrownBy(() -> reader.resume(bad)).isInstanceOf(IllegalArgumentException.class);
    assertThat(good.decoderState().length).isBetween(1, 64);
  }

  private static Content read(byte[] recording, Case format, BackwardTime backward)
      throws IOException {
    ReadOptions options = format.options().withPolicies(backward, OutOfFrame.DROP);
    return Recordings.read(recording, options, 2);
  }

  private static List<Long> times(EventBatch events) {
    return Arrays.stream(events.t(), 0, events.size()).boxed().toList();
  }
}
