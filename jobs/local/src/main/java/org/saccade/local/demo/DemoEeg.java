package org.saccade.local.demo;

import java.util.List;
import org.saccade.simulators.eeg.EegEpisode;
import org.saccade.simulators.eeg.EegEpisode.Kind;
import org.saccade.simulators.eeg.EegParameters;
import org.saccade.simulators.eeg.EegSimulation;
import org.saccade.simulators.eeg.Montage;
import org.saccade.simulators.eeg.SimulatedEeg;

/**
 * Two minutes of simulated EEG: blinks, muscles and electrodes that jump, of which nothing is to be
 * told; a gap, a channel that goes flat, eyes that close for good, and a gain that jumps.
 */
final class DemoEeg {
  /** Name of its stream. */
  static final String STREAM = "eeg";

  /** How much faster than the events it is replayed: it is longer, and it begins with a warm-up. */
  static final double HASTE = 8;

  private static final int RATE = 250;
  private static final int SECONDS = 120;

  private DemoEeg() {}

  static SimulatedEeg make() {
    EegParameters person = EegParameters.DEFAULTS;
    EegParameters eyesOpen =
        new EegParameters(
            person.background(),
            person.noise(),
            person.line(),
            person.lineHertz(),
            person.rhythmHertz(),
            0,
            person.blinksPerMinute(),
            person.musclePerMinute(),
            person.popsPerMinute(),
            person.resolution(),
            person.limit());
    return new EegSimulation(
            eyesOpen,
            Montage.tenTwenty(),
            RATE,
            SECONDS,
            5,
            List.of(
                new EegEpisode(Kind.GAP, -1, at(52), at(53.2), 0),
                new EegEpisode(Kind.DEAD, 3, at(55.5), at(62), 0),
                new EegEpisode(Kind.RHYTHM, -1, at(68), at(SECONDS), 40),
                new EegEpisode(Kind.GAIN, -1, at(108.3), at(114), 2)))
        .run();
  }

  private static int at(double seconds) {
    return (int) Math.round(RATE * seconds);
  }
}
