package org.saccade.jobs.config;

import static org.saccade.jobs.config.Setting.choice;
import static org.saccade.jobs.config.Setting.decimal;
import static org.saccade.jobs.config.Setting.flag;
import static org.saccade.jobs.config.Setting.number;
import static org.saccade.jobs.config.Setting.text;

import java.util.List;

/** The keys of the spikepoint job. */
public final class SpikePointSettings {
  public static final Setting<String> MODEL =
      text(
          "spikepoint.model",
          "",
          "The model's file (safetensors), a path or URI. It says window, step, crop and polarity"
              + " too. A control record LOAD_MODEL brings another while the job runs.");
  public static final Setting<String> WINDOWS =
      choice(
          "spikepoint.windows",
          "What is classified. model: windows by time or count, as the model's file says. markers:"
              + " what lies between a marker and the next.",
          "model",
          "markers");
  public static final Setting<Long> STEPS =
      number(
          "spikepoint.steps",
          0,
          0,
          256,
          "Time steps that the network runs; 0: all that the model has. Fewer are faster.");
  public static final Setting<Double> SURE =
      decimal(
          "spikepoint.sure",
          0,
          0,
          1,
          "Confidence that ends a window early, looked at from spikepoint.steps, or a quarter of"
              + " the model's steps, on; 0: never.");
  public static final Setting<Boolean> VOTES =
      flag(
          "spikepoint.votes",
          false,
          "When a session ends, tell what all of its windows say together, as operator"
              + " spikepoint-votes.");
  public static final Setting<Boolean> STAGGER =
      flag(
          "spikepoint.stagger",
          true,
          "Move each sensor's windows, from the second on, by a part of a step that is drawn from"
              + " its name, so that not all are due at once.");
  public static final Setting<Long> EVENTS =
      number(
          "spikepoint.events",
          1 << 18,
          4096,
          1 << 24,
          "Events of a window that are kept, 12 bytes each; of more, the oldest are lost.");

  public static final Setting<Long> THREADS =
      number(
          "spikepoint.threads",
          0,
          0,
          1024,
          "Threads on which a process classifies the windows of all its sensors; 0: one a"
              + " processor.");

  private SpikePointSettings() {}

  static List<Setting<?>> all() {
    return List.of(MODEL, WINDOWS, STEPS, SURE, VOTES, STAGGER, EVENTS, THREADS);
  }
}
