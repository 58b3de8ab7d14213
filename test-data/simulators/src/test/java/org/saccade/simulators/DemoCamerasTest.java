package org.saccade.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.saccade.schemas.batch.EventBatch;

class DemoCamerasTest {
  private static final Map<String, SimulatedCamera> CAMERAS =
      DemoCameras.all().stream()
          .collect(Collectors.toMap(SimulatedCamera::name, Function.identity()));
  private static final Map<String, EventBatch> EVENTS = new HashMap<>();

  @BeforeAll
  static void runAll() {
    CAMERAS.forEach((name, camera) -> EVENTS.put(name, camera.simulation().run()));
  }

  static Stream<String> names() {
    return CAMERAS.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("names")
  void givesEventsInTimeOrderWithinItsFrameAndItsTime(String name) {
    SimulatedCamera camera = CAMERAS.get(name);
    EventBatch events = EVENTS.get(name);
    long origin = camera.simulation().originMicros();
    long previous = origin + 1;
    for (int i = 0; i < events.size(); i++) {
      assertThat(events.t(i)).isGreaterThanOrEqualTo(previous);
      assertThat(events.x(i)).isLessThan(camera.width());
      assertThat(events.y(i)).isLessThan(camera.height());
      previous = events.t(i);
    }
    assertThat(previous).isLessThanOrEqualTo(origin + camera.simulation().durationMicros());
  }

  @ParameterizedTest
  @MethodSource("names")
  void givesEnoughEventsOfBothPolarities(String name) {
    EventBatch events = EVENTS.get(name);
    int on = 0;
    for (int i = 0; i < events.size(); i++) {
      on += events.p(i);
    }
    assertThat(events.size()).isBetween(50_000, 120_000);
    assertThat(on / (double) events.size()).isBetween(0.25, 0.75);
  }

  /** At 8 bytes an event, the size of DAT, the largest of the formats they are written in. */
  @Test
  void fitsIntoFourMegabytesAltogether() {
    int total = EVENTS.values().stream().mapToInt(EventBatch::size).sum();
    assertThat(total * 8L).isLessThan(4_000_000);
  }

  @Test
  void startsClocksAtPowerOnAnHourTenYearsAndJustBeforeAWrap() {
    assertThat(CAMERAS.get("bars").simulation().originMicros()).isZero();
    assertThat(CAMERAS.get("fan").simulation().originMicros()).isEqualTo(3_600_000_000L);
    assertThat(CAMERAS.get("dots").simulation().originMicros()).isEqualTo(315_576_000_000_000L);
    EventBatch events = EVENTS.get("lamp-box");
    assertThat(events.t(0)).isLessThan(1L << 24);
    assertThat(events.t(events.size() - 1)).isGreaterThan(1L << 24);
  }

  @ParameterizedTest
  @CsvSource({"burst,false", "change,true"})
  void hurriesFromTwelveSecondsOn(String name, boolean lasts) {
    EventBatch events = EVENTS.get(name);
    double before = rate(events, 8_000_000, DemoCameras.HURRY);
    double first = rate(events, DemoCameras.HURRY, DemoCameras.HURRY + 30_000);
    double after = rate(events, 14_000_000, 16_000_000);
    assertThat(first).isGreaterThan(1.4 * before);
    assertThat(after > 1.4 * before).isEqualTo(lasts);
  }

  private static double rate(EventBatch events, long from, long to) {
    int n = 0;
    for (int i = 0; i < events.size(); i++) {
      n += events.t(i) >= from && events.t(i) < to ? 1 : 0;
    }
    return n / ((to - from) / 1e6);
  }

  /** The bits that every machine must give; a change here changes the recordings that ship. */
  @ParameterizedTest
  @CsvSource({
    "bars,84135,099969ea",
    "fan,91450,4ce19f6e",
    "dots,63007,1f3072cc",
    "lamp-box,87473,78d2c0aa",
    "burst,64209,22f25c09",
    "change,73985,8faac84c"
  })
  void givesTheSameBitsOnEveryMachine(String name, int count, String crc32) {
    EventBatch events = EVENTS.get(name);
    CRC32 crc = new CRC32();
    for (int i = 0; i < events.size(); i++) {
      long word = events.t(i) << 1 ^ (long) events.x(i) << 48 ^ (long) events.y(i) << 32;
      for (int b = 0; b < 64; b += 8) {
        crc.update((int) (word >>> b) & 0xFF);
      }
      crc.update(events.p(i));
    }
    assertThat(String.format("%d %08x", events.size(), crc.getValue()))
        .isEqualTo(count + " " + crc32);
  }
}
