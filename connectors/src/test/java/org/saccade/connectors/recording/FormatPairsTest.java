package org.saccade.connectors.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.saccade.connectors.recording.EventFormatCases.Case;
import org.saccade.schemas.batch.EventBatch;

/** From any format it reads to any format it writes: the same stream, or a refusal. */
class FormatPairsTest {
  /** Formats whose times cannot go back. */
  private static final Set<String> FORWARD = Set.of("es");

  /** As the command does it: what has no geometry gets the smallest that holds the events. */
  private static RecordingHeader sized(RecordingHeader header) {
    return header.hasGeometry() ? header : header.withGeometry(34, 34);
  }

  private static EventBatch ascending(EventBatch stream) {
    for (int i = 1; i < stream.size(); i++) {
      stream.t()[i] = Math.max(stream.t(i), stream.t(i - 1));
    }
    return stream;
  }

  static Stream<Arguments> pairs() {
    List<Case> cases = EventFormatCases.all();
    return cases.stream()
        .flatMap(
            from ->
                EventFormats.all().stream()
                    .filter(EventFormat::writable)
                    .map(to -> Arguments.of(from, to.name())));
  }

  @ParameterizedTest(name = "{0} to {1}")
  @MethodSource("pairs")
  void aStreamThatBothHoldIsTheSameBehindThem(Case from, String to) throws IOException {
    boolean forward = from.backMicros() == 0 || FORWARD.contains(to);
    EventBatch stream = forward ? ascending(small(7, 3000)) : small(7, 3000);
    byte[] source = from.record(stream);
    Recordings.Content read = Recordings.read(source, from.options(), 500);
    byte[] target =
        EventFormatCases.write(to, sized(read.header()), read.events(), WriteOptions.DEFAULT);
    ReadOptions options = ReadOptions.DEFAULT.withFormat(to);
    assertThat(Recordings.events(target, options)).isEqualTo(stream);
    // And it is found by its content alone.
    assertThat(RecordingReader.open(target, ReadOptions.DEFAULT).format().name()).isEqualTo(to);
  }

  @ParameterizedTest
  @MethodSource("org.saccade.connectors.recording.EventFormatCases#all")
  void geometryGoesAlongWhereTheFormatHasAPlaceForIt(Case from) throws IOException {
    RecordingHeader header =
        Recordings.read(from.record(ascending(small(8, 100))), from.options(), 10).header();
    for (String to : List.of("evt2", "evt21", "evt21-legacy", "evt3", "dat")) {
      byte[] target = EventFormatCases.write(to, header, small(8, 100), WriteOptions.DEFAULT);
      RecordingHeader copy = RecordingReader.open(target, ReadOptions.DEFAULT).header();
      assertThat(copy.width()).isEqualTo(header.width());
      assertThat(copy.height()).isEqualTo(header.height());
    }
  }

  @Test
  void whatAFormatCannotHoldIsRefusedByEventFieldAndBound() {
    assertRefused(
        "evt2", "evt2 cannot hold event 2: x=2048 must be between 0 and 2047", 5, 2048, 1);
    assertRefused(
        "evt21", "evt21 cannot hold event 2: x=2048 must be between 0 and 2047", 5, 2048, 1);
    assertRefused(
        "evt3", "evt3 cannot hold event 2: y=2048 must be between 0 and 2047", 5, 1, 2048);
    assertRefused("dat", "dat cannot hold event 2: x=16384 must be at most 16383", 5, 16384, 1);
    assertRefused(
        "dat",
        "dat cannot hold event 2: t=-1 must be a time that its low 32 bits tell behind t=4",
        -1,
        1,
        1);
    assertRefused(
        "aedat3", "aedat3 cannot hold event 2: x=32768 must be at most 32767", 5, 32768, 1);
    assertRefused(
        "aedat3", "aedat3 cannot hold event 2: t=-1 must be 0 to 2251799813685247", -1, 1, 1);
    assertRefused("nmnist", "nmnist cannot hold event 2: x=256 must be at most 255", 5, 256, 1);
    assertRefused("nmnist", "nmnist cannot hold event 2: y=240 must be at most 239", 5, 1, 240);
    assertRefused("es", "es cannot hold event 2: x=64 must be less than width=64", 5, 64, 1);
    assertRefused(
        "aedat4", "aedat4 cannot hold event 2: y=48 must be less than height=48", 5, 1, 48);
    assertRefused("es", "es cannot hold event 2: y=48 must be less than height=48", 5, 1, 48);
    assertRefused(
        "nmnist", "nmnist cannot hold event 2: t=8388608 must be 0 to 8388607", 8_388_608, 1, 1);
    assertRefused("csv", "csv cannot hold event 2: y=32768 must be at most 32767", 5, 1, 32768);
    assertRefused("evt2", "evt2 cannot hold event 2: t=-1 must be between 0 and 2^60 µs", -1, 1, 1);
    assertRefused(
        "csv",
        "csv cannot hold event 2: t=2305843009213693952 must be within ±1152921504606846976",
        1L << 61,
        1,
        1);
  }

  @Test
  void timeThatGoesBackIsRefusedWhereTimesAreSteps() {
    assertRefused(
        "es",
        "es cannot hold event 2: t=3 must be at least t=4 of the event before: time cannot go back",
        3,
        1,
        1);
    assertRefused(
        "es",
        "es cannot hold event 2: t=4294967301 must be at most 2^32 µs behind t=4",
        (1L << 32) + 5,
        1,
        1);
  }

  @Test
  void aWrapThatLowTimeBitsDoNotShowIsRefused() {
    assertRefused(
        "dat",
        "dat cannot hold event 2: t=4294967300 must be a time that its low 32 bits tell behind t=4",
        (1L << 32) + 4,
        1,
        1);
    assertRefused("evt3", "evt3 cannot hold event 2", 40_000_000_000_000L, 1, 1);
  }

  /** Writes two events that all formats hold and one more; reads the two back. */
  private static void assertRefused(String format, String message, long t, int x, int y) {
    EventBatch stream = new EventBatch(3);
    stream.add(3, 1, 1, 0);
    stream.add(4, 2, 2, 1);
    EventBatch held = new EventBatch(2);
    held.append(stream, 0, 2);
    stream.add(t, x, y, 1);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThatThrownBy(
            () -> {
              try (EventWriter writer =
                  EventFormats.named(format)
                      .orElseThrow()
                      .writer(out, RecordingHeader.of(format, 64, 48), WriteOptions.DEFAULT)) {
                writer.write(stream);
              }
            })
        .isInstanceOf(CannotHoldException.class)
        .hasMessageStartingWith(message);
    try {
      ReadOptions options = ReadOptions.DEFAULT.withFormat(format);
      assertThat(Recordings.events(out.toByteArray(), options)).isEqualTo(held);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** A stream that every format holds: 34 x 34, eight seconds, some steps back. */
  private static EventBatch small(long seed, int events) {
    return EventFormatCases.all().stream()
        .filter(c -> c.name().equals("nmnist"))
        .findFirst()
        .orElseThrow()
        .stream(seed, events);
  }
}
