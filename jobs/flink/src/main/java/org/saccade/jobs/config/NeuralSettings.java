package org.saccade.jobs.config;

import static org.saccade.jobs.config.Setting.choice;
import static org.saccade.jobs.config.Setting.decimal;
import static org.saccade.jobs.config.Setting.number;
import static org.saccade.jobs.config.Setting.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The keys of the neural job. */
public final class NeuralSettings {
  private static final List<Setting<?>> ALL = new ArrayList<>();

  public static final Setting<String> CHANNELS =
      add(
          text(
              "neural.channels",
              "",
              "Names of the channels that are used, commas between. Empty: those of types EEG, MEG"
                  + " and LFP; without any of them all that are no trigger, gaze, motion or"
                  + " temperature. Voltages are taken in microvolts whatever their unit."));
  public static final Setting<Double> FLAT_SECONDS =
      add(
          decimal(
              "neural.flat.seconds",
              0.5,
              0,
              3600,
              "A channel that holds its value for so long is reported to stream-health: FLAT, or"
                  + " RAILED at a limit of its amplifier; so is one that is cut off at its largest"
                  + " or smallest value. 0: none is."));
  public static final Setting<Double> FLAT_MICROVOLTS =
      add(
          decimal(
              "neural.flat.microvolts",
              0.5,
              0,
              1e6,
              "What a channel of a voltage may move and still be flat, peak to peak."));
  public static final Setting<Double> NOISY_RATIO =
      add(
          decimal(
              "neural.noisy.ratio",
              6,
              0,
              1e6,
              "A channel so many times louder than the others of its type is NOISY; above 1, or 0:"
                  + " none is."));
  public static final Setting<Double> NOISY_SECONDS =
      add(
          decimal(
              "neural.noisy.seconds",
              3,
              0.25,
              3600,
              "Once it has been for so long: a tense muscle is as loud, but not for long."));
  public static final Setting<Double> GAIN_RATIO =
      add(
          decimal(
              "neural.gain.jump.ratio",
              1.5,
              0,
              1e6,
              "A gain of all channels that is so many times larger or smaller than usual is"
                  + " reported: GAIN. Above 1, or 0: none is."));
  public static final Setting<Double> GAIN_JUMP_SECONDS =
      add(
          decimal(
              "neural.gain.jump.seconds",
              60,
              0,
              3600,
              "For how long from its begin, at most, what another gain measures is left out, where"
                  + " bad channels are; no features are told of it. Behind it features are those"
                  + " of the new gain, and told as drifts. 0: nothing is."));
  public static final Setting<String> BAD_CHANNELS =
      add(
          choice(
              "neural.bad-channels",
              "leave-out: what a flat, railed or noisy channel measures is missing to the steps"
                  + " below, from when it is known until it is over. keep: it goes on.",
              "leave-out",
              "keep"));
  public static final Setting<List<String>> CHAIN =
      add(
          Setting.names(
              "neural.chain",
              "The order in which samples go through the steps below. A step whose own key is off"
                  + " is left out, wherever it stands here.",
              "resample",
              "filter",
              "reference",
              "gain"));
  public static final Setting<String> RESAMPLE =
      add(
          Setting.offOr(
              "neural.resample",
              "a rate in Hz",
              "resample: another rate, by a polyphase filter.",
              Setting::positive));
  public static final Setting<String> HIGH_PASS =
      add(
          new Setting<>(
              "neural.high-pass",
              "0.5",
              "off or a frequency in Hz",
              "filter: causal Butterworth high-pass.",
              Setting::offOrPositive));
  public static final Setting<Long> HIGH_PASS_ORDER =
      add(number("neural.high-pass.order", 2, 1, 20, "Its order."));
  public static final Setting<String> LOW_PASS =
      add(
          new Setting<>(
              "neural.low-pass",
              "off",
              "off or a frequency in Hz",
              "filter: causal Butterworth low-pass; at or above half of the rate it is left out.",
              Setting::offOrPositive));
  public static final Setting<Long> LOW_PASS_ORDER =
      add(number("neural.low-pass.order", 4, 1, 20, "Its order."));
  public static final Setting<String> NOTCH =
      add(
          text(
              "neural.notch",
              "50, 60",
              "filter: frequencies in Hz that are taken out, commas between; off: none. What the"
                  + " rate cannot hold is left out."));
  public static final Setting<Double> NOTCH_QUALITY =
      add(decimal("neural.notch.quality", 30, 1, 1000, "Frequency over width at -3 dB."));
  public static final Setting<Double> BRIDGE =
      add(
          decimal(
              "neural.bridge.millis",
              20,
              0,
              10_000,
              "A hole of at most so much is crossed with the last value held; behind a longer one"
                  + " the filters of a channel start again from its first sample."));
  public static final Setting<String> REFERENCE =
      add(
          choice(
              "neural.reference",
              "average: the mean of the EEG channels is taken from each, where there are four or"
                  + " more. named: the mean of some channels is taken from all. bipolar:"
                  + " differences of pairs take the place of all channels.",
              "average",
              "off",
              "named",
              "bipolar"));
  public static final Setting<String> REFERENCE_CHANNELS =
      add(
          text(
              "neural.reference.channels",
              "",
              "The channels of a named reference (A1, A2); of bipolar ones the pairs: anode,"
                  + " cathode, anode, cathode, ..."));
  public static final Setting<String> GAIN =
      add(
          choice(
              "neural.gain",
              "Adaptive gain control. each: every channel is brought to one variance. together:"
                  + " the correlation of up to 16 channels is taken out too.",
              "off",
              "each",
              "together"));
  public static final Setting<Double> GAIN_TARGET =
      add(decimal("neural.gain.target", 100, 1e-30, 1e30, "The variance, unit squared."));
  public static final Setting<Double> GAIN_LEAK =
      add(
          decimal(
              "neural.gain.leak",
              0.1,
              1e-6,
              1e6,
              "What passes where nothing is held back is 1 over this; what is quieter than this"
                  + " squared times the target stays so."));
  public static final Setting<Double> GAIN_SECONDS =
      add(decimal("neural.gain.seconds", 10, 1e-3, 1e6, "Time in which a gain follows."));

  public static final Setting<String> FEATURES_OF =
      add(
          choice(
              "neural.features",
              "Features to the topic features: averages over the channels of a type (eeg_alpha),"
                  + " of each channel (alpha:Fp1), both, or none.",
              "average",
              "channels",
              "both",
              "off"));
  public static final Setting<String> FEATURES_CHANNELS =
      add(
          text(
              "neural.features.channels",
              "",
              "Channels that have features of their own, commas between; empty: all of them."));
  public static final Setting<Long> FEATURES_MOST =
      add(
          number(
              "neural.features.most",
              128,
              0,
              4096,
              "Most features of single channels of a stream; where there would be more, only"
                  + " averages are told, and that is reported."));
  public static final Setting<String> BANDS =
      add(
          text(
              "neural.bands",
              "delta=1-4, theta=4-8, alpha=8-13, beta=13-30, gamma=30-45",
              "Bands of which the power is told, NAME=LOW-HIGH in Hz, commas between; off: none."
                  + " What the rate cannot hold is left out."));
  public static final Setting<Boolean> HJORTH =
      add(
          Setting.flag(
              "neural.hjorth", false, "Hjorth's parameters too: activity, mobility, complexity."));
  public static final Setting<String> SCALE =
      add(
          choice(
              "neural.features.scale",
              "decibel: powers as 10 log10 of their unit squared. power: as they are.",
              "decibel",
              "power"));
  public static final Setting<Double> WINDOW =
      add(decimal("neural.window.seconds", 2, 0.01, 600, "Sensor time of a window of features."));
  public static final Setting<Double> STEP =
      add(decimal("neural.step.seconds", 1, 0.01, 3600, "From one window's start to the next's."));
  public static final Setting<Double> SEGMENT =
      add(
          decimal(
              "neural.segment.seconds",
              1,
              0.01,
              600,
              "Segment of Welch's spectrum in a window: 1 over it is the width of a value."));
  public static final Setting<String> DETECT =
      add(
          choice(
              "neural.detect",
              "drift: features go through the detectors of anomalies and drifts in this job, by the"
                  + " keys drift.…; commands reach them as operator neural-drift.",
              "drift",
              "off"));

  public static final Setting<String> EPOCHS =
      add(
          Setting.offOr(
              "neural.epochs",
              "all, or texts or codes of markers, commas between",
              "The cleaned samples around each of these markers, of the topic markers, to the topic"
                  + " epochs; a marker without an epoch is reported with the reason (MARKER).",
              s -> s));
  public static final Setting<Double> EPOCHS_FROM =
      add(
          decimal(
              "neural.epochs.from.seconds",
              -0.2,
              -3600,
              3600,
              "First sample of an epoch, from its marker."));
  public static final Setting<Double> EPOCHS_TO =
      add(decimal("neural.epochs.to.seconds", 0.5, -3600, 3600, "Its last sample."));
  public static final Setting<String> EPOCHS_BASELINE =
      add(
          choice(
              "neural.epochs.baseline",
              "mean: the mean of the baseline is taken from each channel of an epoch.",
              "mean",
              "off"));
  public static final Setting<Double> EPOCHS_BASELINE_FROM =
      add(
          decimal(
              "neural.epochs.baseline.from.seconds",
              -0.2,
              -3600,
              3600,
              "First sample of the baseline, from the marker; in the epoch."));
  public static final Setting<Double> EPOCHS_BASELINE_TO =
      add(
          decimal(
              "neural.epochs.baseline.to.seconds", 0, -3600, 3600, "Its last sample, in it too."));
  public static final Setting<Double> EPOCHS_REJECT =
      add(
          decimal(
              "neural.epochs.reject.microvolts",
              0,
              0,
              1e6,
              "An epoch is rejected if a channel of a voltage moves more, peak to peak; 0: never."));
  public static final Setting<Double> EPOCHS_FLAT =
      add(
          decimal(
              "neural.epochs.flat.microvolts",
              0,
              0,
              1e6,
              "Or if one moves less, peak to peak; 0: never."));
  public static final Setting<Double> EPOCHS_STEP =
      add(
          decimal(
              "neural.epochs.step.microvolts",
              0,
              0,
              1e6,
              "Or if one moves more from one sample to the next; 0: never."));
  public static final Setting<Double> EPOCHS_LATE =
      add(
          decimal(
              "neural.epochs.late.seconds",
              10,
              0,
              3600,
              "How far samples may be ahead of a marker, seconds of samples behind its epoch. A"
                  + " marker that comes later is reported (MARKER)."));

  private NeuralSettings() {}

  static List<Setting<?>> all() {
    return Collections.unmodifiableList(ALL);
  }

  private static <T> Setting<T> add(Setting<T> setting) {
    ALL.add(setting);
    return setting;
  }
}
