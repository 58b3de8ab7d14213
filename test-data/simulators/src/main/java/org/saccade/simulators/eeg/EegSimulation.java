package org.saccade.simulators.eeg;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.saccade.simulators.eeg.EegEpisode.Kind;
import org.saccade.simulators.random.CounterRandom;

/**
 * A recording of some time. Same values, same recording, on every machine.
 *
 * @param rate samples a second, 100 to 10,000
 * @param seconds how long, at most an hour
 * @param seed of everything that is drawn
 * @param scheduled what goes wrong; what a person does is drawn by the parameters
 */
public record EegSimulation(
    EegParameters parameters,
    Montage montage,
    double rate,
    double seconds,
    long seed,
    List<EegEpisode> scheduled) {
  private static final double[] FOREHEAD = {0, 1, -0.2};
  private static final double[] BACK = {0, -0.9, 0.3};
  private static final double EYE_SPREAD = 0.55;
  private static final double RHYTHM_SPREAD = 0.8;
  private static final double MUSCLE_SPREAD = 0.35;
  private static final double POP_SECONDS = 0.7;
  private static final double RAMP_SECONDS = 0.4;

  /** Who draws. */
  private enum Drawer {
    BACKGROUND,
    RHYTHM,
    PHASE,
    BLINK,
    MUSCLE,
    POP,
    LINE,
    OFFSET,
    NOISE,
    TENSE,
    LOOSE
  }

  public EegSimulation {
    if (!(rate >= 100 && rate <= 10_000)) {
      throw new IllegalArgumentException("rate=" + rate + " must be between 100 and 10000 Hz");
    }
    if (!(seconds > 0 && seconds <= 3600)) {
      throw new IllegalArgumentException("seconds=" + seconds + " must be above 0, at most 3600");
    }
    scheduled = List.copyOf(scheduled);
  }

  private long key(Drawer drawer) {
    return CounterRandom.key(seed, drawer.ordinal());
  }

  private double uniform(Drawer drawer, long counter) {
    return CounterRandom.uniform(key(drawer), counter);
  }

  /** The recording and its truth. */
  public SimulatedEeg run() {
    int n = (int) Math.round(rate * seconds);
    List<EegEpisode> all = new ArrayList<>(scheduled);
    all.addAll(drawn(Drawer.RHYTHM, parameters.rhythmsPerMinute(), 2, 5, n));
    all.addAll(drawn(Drawer.BLINK, parameters.blinksPerMinute(), 0.3, 0.3, n));
    all.addAll(drawn(Drawer.MUSCLE, parameters.musclePerMinute(), 0.5, 2, n));
    all.addAll(drawn(Drawer.POP, parameters.popsPerMinute(), 3, 3, n));
    all.sort(Comparator.comparingInt(EegEpisode::from));
    double[][] at = new double[montage.size()][n];
    Background background =
        new Background(montage, rate, parameters.background(), key(Drawer.BACKGROUND));
    double[] live = new double[montage.size()];
    double phase = 0;
    for (int i = 0; i < n; i++) {
      background.step(i);
      double jitter = CounterRandom.roughGaussian(CounterRandom.bits(key(Drawer.PHASE), i));
      phase += 2 * Math.PI * parameters.rhythmHertz() / rate + jitter * StrictMath.sqrt(1 / rate);
      for (int c = 0; c < live.length; c++) {
        live[c] = background.at(c) + instrument(c, i);
      }
      double gain = 1;
      for (EegEpisode episode : all) {
        if (episode.covers(i)) {
          gain *= episode.kind() == Kind.GAIN ? episode.size() : 1;
          add(episode, i, StrictMath.cos(phase), live);
        }
      }
      for (int c = 0; c < live.length; c++) {
        at[c][i] = recorded(gain * live[c]);
      }
      for (EegEpisode episode : all) {
        if (episode.covers(i)) {
          spoil(episode, i, at);
        }
      }
    }
    return new SimulatedEeg(rate, montage.names(), at, List.copyOf(all));
  }

  /** Line, white noise and the electrode's offset. */
  private double instrument(int c, int i) {
    double t = i / rate;
    double line = parameters.line() * uniform(Drawer.LINE, 2L * c);
    double shift = 2 * Math.PI * uniform(Drawer.LINE, 2L * c + 1);
    double turn = 2 * Math.PI * parameters.lineHertz() * t + shift;
    double noise =
        CounterRandom.roughGaussian(
            CounterRandom.bits(key(Drawer.NOISE), (long) i * montage.size() + c));
    return line * (StrictMath.cos(turn) + 0.2 * StrictMath.cos(3 * turn))
        + parameters.noise() * noise
        + 20 * (2 * uniform(Drawer.OFFSET, c) - 1);
  }

  /** What an episode puts onto the electrodes. */
  private void add(EegEpisode e, int i, double cosine, double[] live) {
    double s = (double) (i - e.from()) / (e.to() - e.from());
    switch (e.kind()) {
      case RHYTHM -> {
        double ramp = Math.min(1, Math.min(i - e.from(), e.to() - i) / (RAMP_SECONDS * rate));
        double envelope = StrictMath.sin(Math.PI / 2 * ramp);
        for (int c = 0; c < live.length; c++) {
          live[c] += e.size() * envelope * cosine * montage.nearness(c, BACK, RHYTHM_SPREAD);
        }
      }
      case BLINK -> {
        double lid = StrictMath.sin(Math.PI * s);
        for (int c = 0; c < live.length; c++) {
          live[c] += e.size() * lid * lid * montage.nearness(c, FOREHEAD, EYE_SPREAD);
        }
      }
      case MUSCLE -> {
        double draw = rough(Drawer.TENSE, i) - rough(Drawer.TENSE, i - 1L);
        double envelope = StrictMath.sin(Math.PI * s);
        for (int c = 0; c < live.length; c++) {
          double near = montage.nearness(c, montage.places()[e.channel()], MUSCLE_SPREAD);
          live[c] += e.size() / StrictMath.sqrt(2) * envelope * near * draw;
        }
      }
      case POP ->
          live[e.channel()] += e.size() * StrictMath.exp((e.from() - i) / (POP_SECONDS * rate));
      case NOISY -> live[e.channel()] += e.size() * rough(Drawer.LOOSE, i);
      default -> {
        // The others spoil what is recorded.
      }
    }
  }

  private double rough(Drawer drawer, long counter) {
    return CounterRandom.roughGaussian(CounterRandom.bits(key(drawer), counter));
  }

  private void spoil(EegEpisode e, int i, double[][] at) {
    if (e.kind() == Kind.DEAD) {
      at[e.channel()][i] = i == 0 ? 0 : at[e.channel()][i - 1];
    } else if (e.kind() == Kind.RAILED) {
      at[e.channel()][i] = recorded(parameters.limit());
    }
  }

  /** Whole steps within the limits; divided, so that a number of tenths prints as one. */
  private double recorded(double microvolts) {
    double steps = StrictMath.rint(1 / parameters.resolution());
    double limited = Math.max(-parameters.limit(), Math.min(parameters.limit(), microvolts));
    return StrictMath.rint(limited * steps) / steps;
  }

  /** Episodes of a kind as a Poisson process, one after the other. */
  private List<EegEpisode> drawn(
      Drawer drawer, double perMinute, double shortest, double longest, int n) {
    List<EegEpisode> drawn = new ArrayList<>();
    if (perMinute <= 0) {
      return drawn;
    }
    double t = 0;
    for (int k = 0; ; k++) {
      t += 0.2 + 60 / perMinute * CounterRandom.exponential(key(drawer), 4L * k);
      double length = shortest + (longest - shortest) * uniform(drawer, 4L * k + 1);
      int from = (int) Math.round(t * rate);
      int to = (int) Math.round((t + length) * rate);
      if (to > n) {
        break;
      }
      int channel = (int) (montage.size() * uniform(drawer, 4L * k + 2));
      double some = 0.75 + 0.5 * uniform(drawer, 4L * k + 3);
      drawn.add(
          switch (drawer) {
            case RHYTHM -> new EegEpisode(Kind.RHYTHM, -1, from, to, 30 * some);
            case BLINK -> new EegEpisode(Kind.BLINK, -1, from, to, 120 * some);
            case MUSCLE -> new EegEpisode(Kind.MUSCLE, lowest(channel), from, to, 25 * some);
            default ->
                new EegEpisode(Kind.POP, channel, from, to, (k % 2 == 0 ? 150 : -150) * some);
          });
      t += length;
    }
    return drawn;
  }

  /** Muscles are around the head, not on it: of three electrodes that of the lowest place. */
  private int lowest(int channel) {
    int lowest = channel;
    for (int k = 1; k < 3; k++) {
      int other = (channel + 5 * k) % montage.size();
      lowest = montage.places()[other][2] < montage.places()[lowest][2] ? other : lowest;
    }
    return lowest;
  }
}
