package org.saccade.jobs.config;

import static org.saccade.jobs.config.Setting.choice;
import static org.saccade.jobs.config.Setting.names;
import static org.saccade.jobs.config.Setting.number;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The keys of the chain that events go through: {@code events.chain} is its order, and each stage
 * has a key of its own name, which is {@code off} or says which variant it is, and below that its
 * numbers.
 */
public final class EventSettings {
  private static final List<Setting<?>> ALL = new ArrayList<>();

  public static final Setting<List<String>> CHAIN =
      add(
          names(
              "events.chain",
              "The order in which events go through the stages below. A stage whose own key is off"
                  + " is left out, wherever it stands here.",
              "refractory",
              "background"));

  public static final Setting<String> REFRACTORY =
      add(
          choice(
              "events.refractory",
              "Refractory filter: drops an event within the period after the last one of its"
                  + " pixel. last-event: every event starts the period; last-kept: kept ones do.",
              "last-kept",
              "last-event",
              "off"));
  public static final Setting<Long> REFRACTORY_MICROS =
      add(number("events.refractory.micros", 100, 1, 3_600_000_000L, "Its period."));
  public static final Setting<String> BACKGROUND =
      add(
          choice(
              "events.background",
              "Background-activity filter: keeps an event with a recent neighbour."
                  + " eight-neighbours: the 3x3 around it, without the pixel itself or with it"
                  + " (-and-self); an event with no past at all is dropped, or passes"
                  + " (-first-passes). four-neighbours: left, right, up, down.",
              "eight-neighbours",
              "eight-neighbours-first-passes",
              "eight-neighbours-and-self",
              "eight-neighbours-and-self-first-passes",
              "four-neighbours",
              "off"));
  public static final Setting<Long> BACKGROUND_MICROS =
      add(number("events.background.micros", 10_000, 1, 3_600_000_000L, "How recent."));
  public static final Setting<String> RATES =
      add(
          choice(
              "features.rates",
              "Rates of events (event_rate, on_rate, off_rate, events a second) to the topic"
                  + " features: of what the filters kept, of what the sensor sent, or none.",
              "after-filters",
              "before-filters",
              "off"));
  public static final Setting<Long> FEATURE_MILLIS =
      add(
          number(
              "features.window.millis",
              100,
              1,
              3_600_000,
              "Sensor time over which rates are counted."));

  private EventSettings() {}

  static List<Setting<?>> all() {
    return Collections.unmodifiableList(ALL);
  }

  private static <T> Setting<T> add(Setting<T> setting) {
    ALL.add(setting);
    return setting;
  }
}
