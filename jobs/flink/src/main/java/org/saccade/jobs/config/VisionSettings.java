package org.saccade.jobs.config;

import static org.saccade.jobs.config.Setting.choice;
import static org.saccade.jobs.config.Setting.number;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The keys of the stages of the chain that see: frames, time surfaces, flow, tracks, corners. */
public final class VisionSettings {
  private static final long LONGEST = 1_000_000_000_000L;
  private static final String SLICE = "Sensor time of a slice; 0: its events alone end it.";
  private static final String COUNT =
      "Events of a slice; 0: its time alone ends it. With both: whichever is first.";
  private static final String POLARITIES =
      "OFF and ON together in one picture, or apart, in one each.";
  private static final String BINNING =
      "Pixels of the sensor along a side of a pixel: 1, 2, 4, 8, 16, 32 or 64.";

  private static final List<Setting<?>> ALL = new ArrayList<>();

  public static final Setting<String> SURFACE =
      add(
          choice(
              "events.time-surface",
              "Time surface at the end of each slice, to the topic frames: last-time (microseconds"
                  + " since the last event) or exponential (how much is left of it).",
              "off",
              "last-time",
              "exponential"));
  public static final Setting<Long> SURFACE_MICROS =
      add(number("events.time-surface.micros", 10_000, 0, LONGEST, SLICE));
  public static final Setting<Long> SURFACE_COUNT =
      add(number("events.time-surface.count", 0, 0, Integer.MAX_VALUE, COUNT));
  public static final Setting<String> SURFACE_POLARITIES =
      add(choice("events.time-surface.polarities", POLARITIES, "together", "apart"));
  public static final Setting<Long> SURFACE_TAU =
      add(
          number(
              "events.time-surface.tau.micros",
              30_000,
              1,
              100_000_000,
              "Time in which an event falls to 1/e."));
  public static final Setting<Long> SURFACE_BINNING =
      add(number("events.time-surface.binning", 1, 1, 64, BINNING));

  public static final Setting<String> FRAMES =
      add(
          choice(
              "events.frames",
              "A frame of each slice, to the topic frames: polarity (of the last event), histogram"
                  + " (counts of events) or decay (counts that fade).",
              "off",
              "polarity",
              "histogram",
              "decay"));
  public static final Setting<Long> FRAMES_MICROS =
      add(number("events.frames.micros", 20_000, 0, LONGEST, SLICE));
  public static final Setting<Long> FRAMES_COUNT =
      add(number("events.frames.count", 0, 0, Integer.MAX_VALUE, COUNT));
  public static final Setting<String> FRAMES_POLARITIES =
      add(choice("events.frames.polarities", POLARITIES, "together", "apart"));
  public static final Setting<Long> FRAMES_TAU =
      add(
          number(
              "events.frames.tau.micros",
              30_000,
              1,
              100_000_000,
              "Time in which an event falls to 1/e."));
  public static final Setting<Long> FRAMES_BINNING =
      add(number("events.frames.binning", 1, 1, 64, BINNING));

  public static final Setting<String> FLOW =
      add(
          choice(
              "events.flow",
              "Optical flow by planes through the time surface, to the topic flow; its means to"
                  + " features (flow_x, flow_y, flow_speed, flow_residual).",
              "off",
              "plane"));
  public static final Setting<Long> FLOW_RADIUS =
      add(number("events.flow.radius", 3, 1, 7, "Of the square of 2 radius + 1 pixels."));
  public static final Setting<Long> FLOW_WINDOW =
      add(number("events.flow.window.micros", 100_000, 1, 100_000_000, "Oldest event of a plane."));
  public static final Setting<Long> FLOW_REFRACTORY =
      add(
          number(
              "events.flow.refractory.micros",
              20_000,
              0,
              100_000_000,
              "Time in which the events of a pixel and polarity are of one edge."));
  public static final Setting<Long> FLOW_LEAST =
      add(number("events.flow.least.events", 8, 4, 225, "Fewest events of a plane."));
  public static final Setting<Long> FLOW_MOST =
      add(
          number(
              "events.flow.most.speed",
              20_000,
              1,
              1_000_000_000,
              "Pixels a second beyond which a plane counts as flat."));
  public static final Setting<Long> FLOW_MICROS =
      add(number("events.flow.micros", 10_000, 0, LONGEST, SLICE));
  public static final Setting<Long> FLOW_COUNT =
      add(number("events.flow.count", 65_536, 1, 1 << 20, "Most events of a slice."));

  public static final Setting<String> TRACKS =
      add(
          choice(
              "events.tracks",
              "Tracks of things that move, as clusters of events, to the topic tracks.",
              "off",
              "clusters"));
  public static final Setting<Long> TRACKS_RADIUS =
      add(
          number(
              "events.tracks.radius",
              30,
              1,
              4096,
              "Pixels around its centre from which a cluster attracts events: a little more than"
                  + " the size of the largest thing."));
  public static final Setting<Long> TRACKS_WINDOW =
      add(number("events.tracks.window.micros", 10_000, 100, 1_000_000_000, "Time of a window."));
  public static final Setting<Long> TRACKS_LEAST =
      add(number("events.tracks.least.events", 10, 1, 1_000_000, "Fewest events in a window."));
  public static final Setting<Long> TRACKS_BIRTH =
      add(
          number(
              "events.tracks.birth.windows", 3, 1, 1000, "Windows after which a track is born."));
  public static final Setting<Long> TRACKS_COAST =
      add(
          number(
              "events.tracks.coast.windows",
              10,
              0,
              1000,
              "Windows without enough events that a track lives through."));
  public static final Setting<Long> TRACKS_MOST =
      add(number("events.tracks.most.clusters", 64, 1, 256, "Most clusters at a time."));
  public static final Setting<Long> TRACKS_ACCELERATION =
      add(
          number(
              "events.tracks.acceleration",
              1000,
              1,
              1_000_000_000,
              "Standard deviation of the acceleration, pixels/s²."));
  public static final Setting<Long> TRACKS_MEASUREMENT =
      add(
          number(
              "events.tracks.measurement",
              2,
              1,
              1000,
              "Standard deviation of a measured place, pixels."));

  public static final Setting<String> CORNERS =
      add(
          choice(
              "events.corners",
              "Corner detector: by the newest arc around an event (arc, Arc*), or by an arc that is"
                  + " newer than all the rest (fast, eFAST).",
              "off",
              "arc",
              "fast"));
  public static final Setting<String> CORNERS_OUTPUT =
      add(
          choice(
              "events.corners.output",
              "Events at corners alone go on, and what stands before the detector in the chain sees"
                  + " all (filter); or all go on, and those at corners are packets on the topic"
                  + " dvs.corners too (beside).",
              "filter",
              "beside"));
  public static final Setting<Long> CORNERS_KAPPA =
      add(
          number(
              "events.corners.kappa.micros",
              50_000,
              0,
              100_000_000,
              "Time in which the events of a pixel and polarity are of one edge; of fast 0 unless"
                  + " set."));

  private VisionSettings() {}

  static List<Setting<?>> all() {
    return Collections.unmodifiableList(ALL);
  }

  private static <T> Setting<T> add(Setting<T> setting) {
    ALL.add(setting);
    return setting;
  }
}
