package org.saccade.operators.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.saccade.operators.stage.RandomEvents;
import org.saccade.operators.stage.StageRun;
import org.saccade.schemas.batch.EventBatch;

class ClusterTrackerTest {
  private static final int WIDTH = 200;
  private static final int HEIGHT = 100;
  private static final TrackParameters PARAMETERS =
      TrackParameters.DEFAULTS.withClusters(20, 8).withLives(3, 5);

  /** A spot of 5x5 pixels, each of which fires ON and OFF once a millisecond. */
  private static void spot(EventBatch out, long millisecond, double x, double y) {
    for (int i = 0; i < 25; i++) {
      int column = (int) Math.floor(x) + i % 5 - 2;
      int row = (int) Math.floor(y) + i / 5 - 2;
      out.add(1_000 * millisecond + 40L * i, column, row, i % 2);
    }
  }

  private static List<TrackOutput> track(EventBatch events) {
    List<TrackOutput> all = new ArrayList<>();
    ClusterTracker tracker = new ClusterTracker(PARAMETERS);
    tracker.open(WIDTH, HEIGHT);
    tracker.process(events, events.t(events.size() - 1), o -> all.add((TrackOutput) o));
    tracker.close(o -> all.add((TrackOutput) o));
    return all;
  }

  /** From (30, 40), 100 pixels a second to the right and 50 up, for so long. */
  private static EventBatch steady(int milliseconds) {
    EventBatch batch = new EventBatch(1 << 12);
    for (int ms = 0; ms < milliseconds; ms++) {
      spot(batch, ms, 30 + 0.1 * ms, 60 - 0.05 * ms);
    }
    return batch;
  }

  @Test
  void aTrackIsBornAfterItsWindowsAndEndsWithTheStream() {
    List<TrackOutput> tracks = track(steady(100));
    assertThat(tracks).hasSize(8);
    assertThat(tracks.get(0).state()).isEqualTo(TrackState.BORN);
    assertThat(tracks.get(0).end()).isEqualTo(30_000);
    assertThat(tracks.get(0).born()).isZero();
    assertThat(tracks.subList(1, 7)).allMatch(t -> t.state() == TrackState.TRACKED);
    assertThat(tracks.get(7).state()).isEqualTo(TrackState.ENDED);
    assertThat(tracks).allMatch(t -> t.track() == 1 && t.events() == 250);
  }

  @Test
  void placeAndVelocityAreThoseOfTheSpot() {
    for (TrackOutput t : track(steady(300)).subList(10, 28)) {
      double ms = t.end() / 1e3;
      assertThat(t.x()).isCloseTo(30 + 0.1 * ms, within(0.6));
      assertThat(t.y()).isCloseTo(60 - 0.05 * ms, within(0.6));
      assertThat(t.vx()).isCloseTo(100, within(10.0));
      assertThat(t.vy()).isCloseTo(-50, within(10.0));
      // Five columns at equal shares: √2 pixels, and what the spot moves in a window.
      assertThat(t.spreadX()).isCloseTo(Math.sqrt(2), within(0.15));
    }
  }

  @Test
  void oneSidedPolaritiesDoNotPullThePlace() {
    EventBatch batch = new EventBatch(1 << 12);
    for (int ms = 0; ms < 50; ms++) {
      for (int i = 0; i < 9; i++) {
        batch.add(1_000L * ms + i, 110, 50, 1);
      }
      batch.add(1_000L * ms + 10, 100, 50, 0);
    }
    TrackOutput last = track(batch).get(2);
    assertThat(last.x()).isCloseTo(105.5, within(1e-9));
    assertThat(last.spreadX())
        .as("nine events at one end, one at the other")
        .isCloseTo(3, within(1e-9));
  }

  @Test
  void aTrackCoastsWithItsVelocityAndThenEnds() {
    EventBatch batch = steady(100);
    batch.add(300_000, 5, 5, 1);
    List<TrackOutput> tracks = track(batch);
    List<TrackOutput> coasting =
        tracks.stream().filter(t -> t.state() == TrackState.COASTED).toList();
    assertThat(coasting).hasSize(5).allMatch(t -> t.events() == 0);
    TrackOutput first = coasting.get(0);
    TrackOutput last = coasting.get(4);
    assertThat(last.x() - first.x()).isCloseTo(first.vx() * 0.04, within(1e-9));
    TrackOutput end = tracks.get(tracks.size() - 1);
    assertThat(end.state()).isEqualTo(TrackState.ENDED);
    assertThat(end.end()).isEqualTo(160_000);
  }

  @Test
  void twoSpotsAreTwoTracksAndKeepTheirNumbersAsTheyPass() {
    EventBatch batch = new EventBatch(1 << 12);
    for (int ms = 0; ms < 600; ms++) {
      spot(batch, ms, 20 + 0.2 * ms, 30);
      spot(batch, ms, 160 - 0.2 * ms, 60);
    }
    List<TrackOutput> tracks = track(batch);
    assertThat(tracks.stream().map(TrackOutput::track).distinct()).containsExactly(1L, 2L);
    assertThat(tracks.stream().filter(t -> t.track() == 1))
        .allSatisfy(t -> assertThat(t.y()).isCloseTo(30.5, within(1.0)));
  }

  @Test
  void whereTwoTracksMeetTheYoungerEnds() {
    EventBatch batch = new EventBatch(1 << 12);
    for (int ms = 0; ms < 400; ms++) {
      spot(batch, ms, 40, 50);
      if (ms >= 50) {
        spot(batch, ms, Math.max(40, 120 - 0.4 * (ms - 50)), 50);
      }
    }
    List<TrackOutput> tracks = track(batch);
    TrackOutput ended =
        tracks.stream().filter(t -> t.state() == TrackState.ENDED).findFirst().orElseThrow();
    assertThat(ended.track()).isEqualTo(2);
    assertThat(ended.end()).isLessThan(300_000);
    assertThat(tracks.get(tracks.size() - 1).track()).isEqualTo(1);
  }

  @Test
  void noiseIsNoTrack() {
    Random random = new Random(1);
    EventBatch batch = new EventBatch(10_000);
    for (int i = 0; i < 10_000; i++) {
      batch.add(100L * i, random.nextInt(WIDTH), random.nextInt(HEIGHT), random.nextInt(2));
    }
    // 100 events a window on 20,000 pixels: 8 in a square of 41x41 by chance, now and then.
    ClusterTracker tracker = new ClusterTracker(PARAMETERS.withClusters(20, 25));
    tracker.open(WIDTH, HEIGHT);
    List<Object> all = new ArrayList<>();
    tracker.process(batch, 1_000_000, all::add);
    assertThat(all).isEmpty();
  }

  @Test
  void clustersAreBounded() {
    TrackParameters two = new TrackParameters(2, 10_000, 1, 1, 0, 2, 1_000, 1);
    EventBatch batch = new EventBatch(10);
    for (int i = 0; i < 5; i++) {
      batch.add(i, 20 * i, 20, 1);
    }
    List<Object> all = new ArrayList<>();
    ClusterTracker tracker = new ClusterTracker(two);
    tracker.open(WIDTH, HEIGHT);
    tracker.process(batch, 10_000, all::add);
    assertThat(all).hasSize(2);
  }

  @Test
  void theFirstNumbersAreChecked() {
    assertThatThrownBy(() -> TrackParameters.DEFAULTS.withClusters(0, 10))
        .hasMessage("radius=0 must be between 1 and 4096");
    assertThatThrownBy(() -> TrackParameters.DEFAULTS.withNoise(Double.NaN, 1))
        .hasMessage("acceleration=NaN must be above 0 and at most 10^9");
  }

  @Property(tries = 100)
  void packetsAndRestartsDoNotMatter(
      @ForAll @IntRange(min = 2, max = 30) int radius,
      @ForAll @IntRange(min = 1, max = 20) int least,
      @ForAll @IntRange(min = 500, max = 30_000) int micros,
      @ForAll long seed) {
    TrackParameters p =
        TrackParameters.DEFAULTS.withClusters(radius, least).withWindow(micros).withLives(2, 3);
    EventBatch events = RandomEvents.of(seed, 3_000, 60, 40);
    StageRun whole = StageRun.whole(p, 60, 40, events, Object::toString);
    StageRun cut = StageRun.cut(p, 60, 40, events, Object::toString, seed);
    assertThat(cut.outputs()).isEqualTo(whole.outputs());
    assertThat(cut.kept()).as("the events go on").isEqualTo(events);
  }
}
