package org.saccade.operators.signal.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saccade.simulators.eeg.EegEpisode;
import org.saccade.simulators.eeg.EegEpisode.Kind;
import org.saccade.simulators.eeg.EegParameters;
import org.saccade.simulators.eeg.EegSimulation;
import org.saccade.simulators.eeg.Montage;
import org.saccade.simulators.eeg.SimulatedEeg;

/** What is told of simulated recordings, against what is true of them. */
class SignalWatchTest {
  private static final int RATE = 250;

  private static SimulatedEeg eeg(int channels, int seconds, long seed, EegEpisode... wrong) {
    Montage montage = channels == 19 ? Montage.tenTwenty() : Montage.of(channels);
    return new EegSimulation(EegParameters.DEFAULTS, montage, RATE, seconds, seed, List.of(wrong))
        .run();
  }

  private static List<Found.Interval> told(SimulatedEeg eeg) {
    return Found.in(eeg, WatchParameters.DEFAULTS);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4, 19, 64})
  void nothingIsToldOfAHealthyRecordingWithBlinksMusclesPopsAndRhythms(int channels) {
    SimulatedEeg eeg = eeg(channels, 120, channels);
    assertThat(eeg.of(Kind.BLINK)).isNotEmpty();
    assertThat(eeg.of(Kind.MUSCLE)).isNotEmpty();
    assertThat(eeg.of(Kind.RHYTHM)).isNotEmpty();
    assertThat(told(eeg)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 2, 5})
  void aJumpOfTheGainIsKnownWithinASecondAndClosedWhereItEnds(double factor) {
    for (int channels : new int[] {4, 19}) {
      for (int seed = 1; seed <= 3; seed++) {
        int from = 12 * RATE + 37 * seed;
        int to = 20 * RATE + 11 * seed;
        SimulatedEeg eeg = eeg(channels, 30, seed, new EegEpisode(Kind.GAIN, -1, from, to, factor));
        assertThat(told(eeg)).hasSize(1);
        Found.Interval gain = told(eeg).get(0);
        assertThat(gain.what()).isEqualTo(Condition.GAIN);
        assertThat(gain.known()).isLessThanOrEqualTo(from + RATE);
        assertThat((double) gain.start()).isCloseTo(from, within(5.0));
        assertThat((double) gain.end()).isCloseTo(to, within(5.0));
        assertThat(gain.size()).isCloseTo(factor, within(0.25 * factor));
        assertThat(gain.ended()).isFalse();
      }
    }
  }

  @Test
  void oneChannelOfTwoIsDeadAndTheOtherAtItsLimit() {
    SimulatedEeg eeg =
        eeg(
            2,
            20,
            5,
            new EegEpisode(Kind.DEAD, 0, 1003, 2011, 0),
            new EegEpisode(Kind.RAILED, 1, 3000, 5000, 0));
    List<Found.Interval> told = told(eeg);
    assertThat(told).hasSize(2);
    assertThat(told.get(0).what()).isEqualTo(Condition.FLAT);
    // A step or two of the amplifier before may be within the half microvolt already.
    assertThat(told.get(0).start()).isBetween(1000L, 1002L);
    assertThat(told.get(0).known() - told.get(0).start()).isEqualTo(RATE / 2);
    assertThat(told.get(0).end()).isEqualTo(2011);
    assertThat(told.get(1))
        .isEqualTo(new Found.Interval(Condition.RAILED, 1, 3000, 3125, 0, 5000, true));
  }

  @Test
  void aChannelThatIsCutOffAtAValueAgainAndAgainIsRailed() {
    SimulatedEeg eeg = eeg(4, 20, 6);
    double[] x = eeg.microvolts()[2];
    for (int i = 1500; i < 3500; i++) {
      // Twenty times as loud as before, but no more than 300 µV.
      x[i] = Math.max(-300, Math.min(300, 20 * x[i]));
    }
    assertThat(told(eeg))
        .filteredOn(t -> t.what() == Condition.RAILED)
        .singleElement()
        .satisfies(
            t -> {
              assertThat(t.channel()).isEqualTo(2);
              assertThat(t.start()).isBetween(1500L, 1650L);
              assertThat(t.known()).isLessThanOrEqualTo(1500 + RATE);
              assertThat(t.end()).isBetween(3400L, 3500L);
            });
  }

  @Test
  void aLooseElectrodeIsNoisyAndAClenchedJawIsNot() {
    SimulatedEeg eeg =
        eeg(
            19,
            40,
            7,
            new EegEpisode(Kind.MUSCLE, 2, 1250, 1700, 60),
            new EegEpisode(Kind.NOISY, 9, 4000, 7000, 60));
    assertThat(told(eeg)).hasSize(1);
    Found.Interval noisy = told(eeg).get(0);
    assertThat(noisy.what()).isEqualTo(Condition.NOISY);
    assertThat(noisy.channel()).isEqualTo(9);
    assertThat(noisy.start()).isBetween(4000L, 4000L + RATE / 8);
    assertThat(noisy.known()).isBetween(4000L + 3 * RATE, 4000L + 3 * RATE + RATE / 4);
    assertThat((double) noisy.end()).isCloseTo(7000, within(RATE / 8.0));
    assertThat(noisy.size()).isGreaterThan(6);
  }

  @Test
  void flatChannelsAndHolesDoNotHideAJumpOfTheGain() {
    SimulatedEeg eeg =
        eeg(
            8,
            40,
            8,
            new EegEpisode(Kind.DEAD, 0, 1000, 9000, 0),
            new EegEpisode(Kind.DEAD, 1, 1500, 9000, 0),
            new EegEpisode(Kind.GAP, -1, 3000, 4200, 0),
            new EegEpisode(Kind.GAIN, -1, 5000, 8000, 0.4));
    List<Found.Interval> told = new ArrayList<>(told(eeg));
    assertThat(told)
        .extracting(Found.Interval::what)
        .containsExactlyInAnyOrder(Condition.FLAT, Condition.FLAT, Condition.GAIN);
    told.removeIf(t -> t.what() == Condition.FLAT);
    assertThat((double) told.get(0).start()).isCloseTo(5000, within(6.0));
    assertThat((double) told.get(0).end()).isCloseTo(8000, within(6.0));
  }

  @Test
  void limitsOfConvertersAreKnown() {
    for (double limit : new double[] {2047, -2048, 32767, -32767, -32768, 8388607, -8388608}) {
      assertThat(StuckWatch.isLimit(limit)).as("%f", limit).isTrue();
    }
    for (double none : new double[] {0, 1, -1, 255, 2046, 32766, 2047.5, 1e12}) {
      assertThat(StuckWatch.isLimit(none)).as("%f", none).isFalse();
    }
  }
}
