package org.saccade.jobs.config;

import static org.saccade.jobs.config.Setting.choice;
import static org.saccade.jobs.config.Setting.names;
import static org.saccade.jobs.config.Setting.number;
import static org.saccade.jobs.config.Setting.offOr;
import static org.saccade.jobs.config.Setting.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.saccade.operators.filter.DecimationParameters;
import org.saccade.operators.filter.DownsampleParameters;
import org.saccade.operators.filter.Rectangle;

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
              "region",
              "crop",
              "flip",
              "downsample",
              "polarity",
              "hot-pixels",
              "flicker",
              "trail",
              "refractory",
              "background",
              "correlation",
              "decimation",
              "rate-limit",
              "time-surface",
              "frames",
              "flow",
              "tracks",
              "corners"));

  public static final Setting<String> REGION =
      add(
          choice(
              "events.region",
              "Region of interest: keep the events inside of the rectangles, or drop them.",
              "off",
              "keep",
              "drop"));
  public static final Setting<String> REGION_RECTANGLES =
      add(
          text(
              "events.region.rectangles",
              "",
              "Up to 4096 of WIDTHxHEIGHT+LEFT+TOP, commas between; 1x1+X+Y is one pixel."));
  public static final Setting<String> CROP =
      add(
          offOr(
              "events.crop",
              "WIDTHxHEIGHT+LEFT+TOP",
              "Makes a part of the frame the frame: places count from its corner.",
              Rectangle::parse));
  public static final Setting<String> FLIP =
      add(
          choice(
              "events.flip",
              "Turns the frame over: left and right (x), up and down (y), or both.",
              "off",
              "x",
              "y",
              "both"));
  public static final Setting<String> DOWNSAMPLE =
      add(
          offOr(
              "events.downsample",
              "a whole number from 1 to 64",
              "Makes one pixel of so many columns and as many rows.",
              s -> new DownsampleParameters(Integer.parseInt(s))));
  public static final Setting<String> POLARITY =
      add(
          choice(
              "events.polarity",
              "Keeps ON events, keeps OFF events, or makes one of the other.",
              "off",
              "keep-on",
              "keep-off",
              "invert"));
  public static final Setting<String> HOT_PIXELS =
      add(
          choice(
              "events.hot-pixels",
              "Pixels that fire by themselves: at least so often, and so many times more than their"
                  + " second most active neighbour, over the window. mask: their events are dropped"
                  + " from the next window on. Both report them to stream-health (HOT_PIXELS).",
              "off",
              "mask",
              "report"));
  public static final Setting<Long> HOT_PIXELS_HZ =
      add(number("events.hot-pixels.hz", 100, 1, 1_000_000, "Events a second."));
  public static final Setting<Long> HOT_PIXELS_RATIO =
      add(number("events.hot-pixels.ratio", 5, 2, 1000, "How many times more."));
  public static final Setting<Long> HOT_PIXELS_MILLIS =
      add(number("events.hot-pixels.window.millis", 1000, 1, 3_600_000, "The window."));
  public static final Setting<String> FLICKER =
      add(
          choice(
              "events.flicker",
              "Pixels whose light comes and goes at a frequency of the band: remove their events,"
                  + " or keep theirs alone.",
              "off",
              "remove",
              "keep"));
  public static final Setting<Long> FLICKER_FROM =
      add(number("events.flicker.from.hz", 50, 1, 100_000, "Lower end of the band."));
  public static final Setting<Long> FLICKER_TO =
      add(number("events.flicker.to.hz", 500, 1, 100_000, "Upper end of the band."));
  public static final Setting<Long> FLICKER_PERIODS =
      add(
          number(
              "events.flicker.periods",
              3,
              1,
              100,
              "Periods in the band, one after the other, that make a pixel flicker."));
  public static final Setting<String> TRAIL =
      add(
          choice(
              "events.trail",
              "Of a burst, events of a pixel of one polarity close in time: keeps the first (Trail),"
                  + " all but the first (STC, trail kept), or the second until the polarity changes"
                  + " (STC, trail cut).",
              "off",
              "first",
              "second-and-later",
              "second"));
  public static final Setting<Long> TRAIL_MICROS =
      add(number("events.trail.micros", 10_000, 1, 3_600_000_000L, "How close."));

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
                  + " (-first-passes). twenty-four-neighbours: the 5x5. four-neighbours: left,"
                  + " right, up, down.",
              "eight-neighbours",
              "eight-neighbours-first-passes",
              "eight-neighbours-and-self",
              "eight-neighbours-and-self-first-passes",
              "twenty-four-neighbours",
              "twenty-four-neighbours-first-passes",
              "twenty-four-neighbours-and-self",
              "twenty-four-neighbours-and-self-first-passes",
              "four-neighbours",
              "off"));
  public static final Setting<Long> BACKGROUND_MICROS =
      add(number("events.background.micros", 10_000, 1, 3_600_000_000L, "How recent."));
  public static final Setting<String> CORRELATION =
      add(
          choice(
              "events.correlation",
              "Spatio-temporal correlation: keeps an event if so many pixels of the 3x3"
                  + " (eight-neighbours) or the 5x5 (twenty-four-neighbours) around fired recently;"
                  + " -and-self: the pixel itself counts too.",
              "off",
              "eight-neighbours",
              "eight-neighbours-and-self",
              "twenty-four-neighbours",
              "twenty-four-neighbours-and-self"));
  public static final Setting<Long> CORRELATION_SUPPORT =
      add(number("events.correlation.support", 2, 1, 25, "How many pixels."));
  public static final Setting<Long> CORRELATION_MICROS =
      add(number("events.correlation.micros", 10_000, 1, 3_600_000_000L, "How recently."));
  public static final Setting<String> CORRELATION_POLARITY =
      add(
          choice(
              "events.correlation.polarity",
              "Whether only events of the same polarity count.",
              "any",
              "same"));
  public static final Setting<String> DECIMATION =
      add(
          offOr(
              "events.decimation",
              "a whole number from 1 to 1000000000",
              "Keeps the first of so many events.",
              s -> new DecimationParameters(Long.parseLong(s))));
  public static final Setting<String> RATE_LIMIT =
      add(
          choice(
              "events.rate-limit",
              "Drops events so that no window of sensor time, wherever it begins, holds more than"
                  + " the rate allows. What is dropped is reported to stream-health (RATE).",
              "off",
              "drop"));
  public static final Setting<Long> RATE_LIMIT_RATE =
      add(
          number(
              "events.rate-limit.per.second",
              10_000_000,
              1,
              1_000_000_000_000L,
              "The rate, events a second; at most 262144 events in the window."));
  public static final Setting<Long> RATE_LIMIT_MICROS =
      add(number("events.rate-limit.window.micros", 1_000, 1, 3_600_000_000L, "The window."));
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
