package org.saccade.operators.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.saccade.operators.drift.FeatureHarness.QUIET;
import static org.saccade.operators.drift.FeatureHarness.SMALL;
import static org.saccade.operators.drift.Features.STEP;
import static org.saccade.operators.drift.Features.command;
import static org.saccade.operators.drift.Features.noise;
import static org.saccade.operators.drift.Features.value;
import static org.saccade.operators.drift.Features.values;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.saccade.schemas.Anomaly;
import org.saccade.schemas.Command;
import org.saccade.schemas.Direction;
import org.saccade.schemas.Drift;
import org.saccade.schemas.HealthKind;
import org.saccade.schemas.StreamHealth;
import org.saccade.schemas.packet.ControlCommand;
import org.saccade.schemas.packet.FeatureSample;

class KeyedFeatureOperatorTest {
  private static final long MONTH = 30L * 86_400_000_000L;

  private static List<HealthKind> kinds(FeatureHarness harness) {
    return harness.health().stream().map(StreamHealth::getKind).toList();
  }

  private static List<String> details(FeatureHarness harness) {
    return harness.health().stream().map(StreamHealth::getDetail).toList();
  }

  @Test
  void aSingleOddValueIsAnAnomalyAndNoDrift() throws Exception {
    try (FeatureHarness harness = FeatureHarness.of(QUIET)) {
      harness.offer(values("cam", 0, 800, i -> i == 500 ? 400 : noise(i)));
      assertThat(harness.anomalies())
          .filteredOn(a -> a.getTime() == 500 * STEP)
          .singleElement()
          .satisfies(
              anomaly -> {
                assertThat(anomaly.getFeature()).isEqualTo("event_rate");
                assertThat(anomaly.getValue()).isEqualTo(400);
                assertThat(anomaly.getPrediction()).isCloseTo(100, within(5.0));
                assertThat(anomaly.getLogLikelihood()).isBetween(0.5, 1.0);
                assertThat(anomaly.getLikelihood()).isBetween(0.99999, 1.0);
              });
      assertThat(harness.drifts()).isEmpty();
    }
  }

  @Test
  void aLastingChangeIsADriftWithItsBeginItsSizeAndItsEvidence() throws Exception {
    try (FeatureHarness harness = FeatureHarness.of(QUIET)) {
      harness.offer(values("cam", 0, 800, i -> i >= 500 ? noise(i) + 8 : noise(i)));
      assertThat(harness.drifts()).isNotEmpty();
      Drift drift = harness.drifts().get(0);
      assertThat(drift.getFeature()).isEqualTo("event_rate");
      assertThat(drift.getDirection()).isEqualTo(Direction.UP);
      assertThat(drift.getBegan()).isBetween(495 * STEP, 505 * STEP);
      assertThat(drift.getDecided()).isBetween(500 * STEP, 600 * STEP);
      assertThat(drift.getMagnitude()).isCloseTo(8, within(3.0));
      assertThat(drift.getStatistic()).isGreaterThanOrEqualTo(drift.getThreshold());
      assertThat(drift.getExpectedRunLength()).isEqualTo(1_000_000);
      assertThat(drift.getProvenance().getStart()).isEqualTo(drift.getBegan());
      assertThat(drift.getProvenance().getModel()).isEqualTo("small:event_rate@events");
    }
  }

  @Test
  void nothingIsToldOfTheWarmUp() throws Exception {
    try (FeatureHarness harness = FeatureHarness.of(SMALL)) {
      harness.offer(values("cam", 0, 60, i -> i % 7 == 0 ? 1000 * i : noise(i)));
      assertThat(harness.records()).isZero();
    }
  }

  @Test
  void lateValuesAndThoseSentAgainAreDroppedAndToldOfOnceARun() throws Exception {
    List<FeatureSample> clean = values("cam", 0, 300, Features::noise);
    List<FeatureSample> disturbed = new ArrayList<>(clean.subList(0, 200));
    disturbed.addAll(clean.subList(150, 200));
    disturbed.addAll(clean.subList(200, 300));
    try (FeatureHarness without = FeatureHarness.of(SMALL);
        FeatureHarness with = FeatureHarness.of(SMALL)) {
      without.offer(clean).end();
      with.offer(disturbed).end();
      assertThat(with.anomalies()).hasSameSizeAs(without.anomalies());
      assertThat(with.health().get(0))
          .satisfies(
              late -> {
                assertThat(late.getKind()).isEqualTo(HealthKind.LATE);
                assertThat(late.getCount()).isEqualTo(50);
                assertThat(late.getProvenance().getStart()).isEqualTo(150 * STEP);
                assertThat(late.getProvenance().getEnd()).isEqualTo(199 * STEP);
              });
      assertThat(details(with).get(1)).contains("values=300 ", "late=50 ");
    }
  }

  @Test
  void anotherSessionGoesOnWithWhatWasLearntAndTheOldOneIsLateFromThen() throws Exception {
    try (FeatureHarness harness = FeatureHarness.of(SMALL)) {
      harness.offer(values("cam", 0, 300, Features::noise));
      for (int i = 300; i < 500; i++) {
        harness.offer(List.of(value("cam", "two", (i - 300) * STEP, i == 400 ? 500 : noise(i))));
      }
      harness.offer(List.of(value("cam", "one", 300 * STEP, 100)));
      harness.end();
      assertThat(kinds(harness))
          .containsExactly(HealthKind.SUMMARY, HealthKind.LATE, HealthKind.SUMMARY);
      assertThat(details(harness).get(0)).contains("values=300", "ended_by=session");
      assertThat(harness.anomalies())
          .as("no second warm-up")
          .extracting(Anomaly::getTime)
          .contains(100 * STEP);
    }
  }

  @Test
  void aGapOfAMonthIsAGapAndNoDrift() throws Exception {
    try (FeatureHarness harness = FeatureHarness.of(QUIET)) {
      harness.offer(values("cam", 0, 400, Features::noise));
      List<FeatureSample> after = new ArrayList<>();
      for (int i = 400; i < 800; i++) {
        after.add(value("cam", "one", MONTH + i * STEP, noise(i)));
      }
      harness.offer(after);
      assertThat(kinds(harness)).containsExactly(HealthKind.GAP);
      assertThat(harness.health().get(0).getCount()).isEqualTo(MONTH / STEP);
      assertThat(harness.drifts()).isEmpty();
    }
  }

  @Test
  void timeRunningBackFarIsAResetOfTheClockAndAllBehindItIsUsed() throws Exception {
    try (FeatureHarness harness = FeatureHarness.of(SMALL)) {
      List<FeatureSample> values = new ArrayList<>();
      for (int i = 0; i < 400; i++) {
        values.add(value("cam", "one", (i < 200 ? MONTH : 0) + i * STEP, noise(i)));
      }
      harness.offer(values).end();
      assertThat(kinds(harness)).containsExactly(HealthKind.CLOCK_RESET, HealthKind.SUMMARY);
      assertThat(details(harness).get(1)).contains("values=400", "late=0");
    }
  }

  @Test
  void whatIsNoNumberChangesNothingAndIsToldOfOnceARun() throws Exception {
    double[] bad = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e300};
    List<FeatureSample> clean = new ArrayList<>();
    List<FeatureSample> fouled = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      clean.add(value("cam", "one", i * STEP, i == 500 ? 300 : noise(i)));
      fouled.add(clean.get(i));
      if (i % 100 == 50) {
        for (int k = 0; k < bad.length; k++) {
          fouled.add(value("cam", "one", i * STEP + 1 + k, bad[k]));
        }
      }
    }
    try (FeatureHarness without = FeatureHarness.of(SMALL);
        FeatureHarness with = FeatureHarness.of(SMALL)) {
      without.offer(clean);
      with.offer(fouled);
      assertThat(with.anomalies().stream().map(a -> a.getTime() + " " + a.getRawScore()))
          .isNotEmpty()
          .isEqualTo(
              without.anomalies().stream().map(a -> a.getTime() + " " + a.getRawScore()).toList());
      assertThat(with.health()).hasSize(6);
      assertThat(with.health()).extracting(StreamHealth::getCount).containsOnly(4L);
    }
  }

  @Test
  void aConstantSeriesAHugeStepAndAKeySeenOnceAreBorne() throws Exception {
    try (FeatureHarness harness = FeatureHarness.of(SMALL)) {
      harness.offer(values("constant", 0, 500, i -> 7));
      assertThat(harness.records()).isZero();
      harness.offer(values("constant", 500, 600, i -> 8));
      assertThat(harness.drifts()).extracting(Drift::getDirection).containsExactly(Direction.UP);

      harness.offer(values("step", 0, 400, i -> i < 300 ? noise(i) : 1e30 + i));
      assertThat(harness.drifts()).hasSizeGreaterThan(1);
      int before = harness.drifts().size();
      harness.offer(values("step", 400, 800, i -> i < 700 ? noise(i) : 3 * noise(i)));
      assertThat(harness.drifts()).as("the state is sound").hasSizeGreaterThan(before + 1);

      harness.offer(values("once", 0, 1, i -> 1));
      harness.setMachineTime(8L * 86_400_000);
      assertThat(details(harness))
          .anySatisfy(d -> assertThat(d).contains("values=1 ", "ended_by=expired"));
    }
  }

  @Test
  void aResetForgetsAndAFreezeStopsLearningFromTheTimeTheySay() throws Exception {
    List<FeatureSample> values = values("cam", 0, 900, i -> i > 500 ? noise(i) + 50 : noise(i));
    ControlCommand reset = command("cam", Command.RESET, 500 * STEP, 3);
    try (FeatureHarness early = FeatureHarness.of(QUIET);
        FeatureHarness justInTime = FeatureHarness.of(QUIET);
        FeatureHarness none = FeatureHarness.of(QUIET)) {
      early.command(reset).offer(values);
      justInTime.offer(values.subList(0, 500)).command(reset).offer(values.subList(500, 900));
      none.offer(values);
      assertThat(early.byId()).isEqualTo(justInTime.byId());
      assertThat(details(early)).containsExactly("event_rate: RESET effective from 5000000");
      assertThat(none.drifts()).isNotEmpty();
      assertThat(early.drifts()).as("the new level is what is learnt").isEmpty();
    }
  }

  @Test
  void commandsOnArrivalSaySoAndThoseForOthersAreNotObeyed() throws Exception {
    long now = ControlCommand.ON_ARRIVAL;
    try (FeatureHarness harness = FeatureHarness.of(SMALL)) {
      harness.offer(values("cam", 0, 100, Features::noise));
      harness
          .command(command("*", Command.FREEZE, now, 1))
          .command(command("dog", Command.RESET, now, 2))
          .command(command("*", Command.LOAD_MODEL, now, 3));
      harness.offer(values("cam", 100, 200, Features::noise));
      assertThat(details(harness)).containsExactly("event_rate: FREEZE on arrival");
      harness.command(command("cam", Command.RESUME, now, 4));
      harness.offer(values("cam", 200, 300, Features::noise));
      assertThat(details(harness).get(1)).isEqualTo("event_rate: RESUME on arrival");
      harness.offer(values("new", 0, 1, Features::noise));
      assertThat(details(harness)).as("a series that comes later is frozen too").hasSize(3);
    }
  }

  @Test
  void featuresOfAStreamAreApartAndSoAreSources() throws Exception {
    List<FeatureSample> two = new ArrayList<>();
    for (FeatureSample s : values("cam", 0, 500, i -> i == 400 ? 500 : noise(i))) {
      two.add(s);
      two.add(
          new FeatureSample(
              s.stream(), s.name(), "", s.session(), s.time(), s.epochMicros(), 1, s.origin()));
    }
    try (FeatureHarness alone = FeatureHarness.of(SMALL);
        FeatureHarness both = FeatureHarness.of(SMALL)) {
      alone.offer(values("cam", 0, 500, i -> i == 400 ? 500 : noise(i)));
      both.offer(two);
      assertThat(both.anomalies()).isNotEmpty().isEqualTo(alone.anomalies());
      both.end();
      assertThat(both.byId()).as("ids differ").hasSize(both.records());
    }
  }

  @Test
  void theOrderOfOtherSeriesChangesNothing() throws Exception {
    List<FeatureSample> a = values("a", 0, 400, i -> i == 300 ? 500 : noise(i));
    List<FeatureSample> b = values("b", 0, 400, i -> i > 300 ? 500 : noise(i));
    List<FeatureSample> behind = new ArrayList<>(b);
    behind.addAll(a);
    List<FeatureSample> mixed = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      Collections.addAll(mixed, a.get(i), b.get(i));
    }
    try (FeatureHarness one = FeatureHarness.of(SMALL);
        FeatureHarness other = FeatureHarness.of(SMALL)) {
      assertThat(one.offer(behind).end().byId()).isEqualTo(other.offer(mixed).end().byId());
    }
  }
}
