package org.saccade.jobs.config;

import static org.saccade.jobs.config.Setting.choice;
import static org.saccade.jobs.config.Setting.decimal;
import static org.saccade.jobs.config.Setting.number;
import static org.saccade.jobs.config.Setting.text;

import java.util.List;

/** The keys of the drift job. */
public final class DriftSettings {
  public static final Setting<String> MODEL =
      choice(
          "drift.model",
          "The sequence memory of a series. values: 2048 columns of 32 cells, 5 MB, up to some"
              + " thousand values a second. small: 512 of 8, 1 MB, for high rates. numenta,"
              + " numenta-tm: the sets that Numenta published, which see the time of day too.",
          "values",
          "small",
          "numenta",
          "numenta-tm");
  public static final Setting<Long> WARM_UP =
      number(
          "drift.warm.up",
          500,
          30,
          100_000,
          "Values from which it is learnt what is normal for a series; nothing is told of them.");
  public static final Setting<Double> RUN_LENGTH =
      decimal(
          "drift.run.length",
          10_000,
          1,
          1e9,
          "Values between false alarms of drift, on average. Beyond a twentieth of the warm-up the"
              + " thresholds follow the law of a CUSUM's run length.");
  public static final Setting<Double> THRESHOLD =
      decimal(
          "drift.anomaly.threshold",
          0.5,
          0.001,
          1,
          "Anomaly score from which an anomaly is told: n tenths are odds of one in 10^n.");
  public static final Setting<Double> GAP_INTERVALS =
      decimal(
          "drift.gap.intervals",
          10,
          1.5,
          1e9,
          "A step in time of so many usual intervals between two values is a gap.");
  public static final Setting<Long> CLOCK_RESET_SECONDS =
      number(
          "drift.clock.reset.seconds",
          3600,
          0,
          31_536_000,
          "A step back in time, inside a session, that counts as a reset of the clock; what steps"
              + " back less is late, or sent again, and dropped.");

  public static final Setting<String> JOINT =
      text(
          "drift.joint",
          "",
          "Features of a stream, with commas between them, that are watched together too, each"
              + " moment of time at once; *: all that a stream has when its first is scored. What"
              + " is told of them has the feature joint:NAME, NAME deviating most. Empty: none.");
  public static final Setting<String> JOINT_MODEL =
      text(
          "drift.joint.model",
          "",
          "File of `saccade train joint`, read where the job is submitted: the features that it"
              + " was trained on are watched together by it, an anomaly from"
              + " drift.anomaly.threshold on. Empty: by the rule that needs no training.");

  private DriftSettings() {}

  static List<Setting<?>> all() {
    return List.of(
        MODEL,
        WARM_UP,
        RUN_LENGTH,
        THRESHOLD,
        GAP_INTERVALS,
        CLOCK_RESET_SECONDS,
        JOINT,
        JOINT_MODEL);
  }
}
