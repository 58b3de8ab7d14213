package org.saccade.connectors.recording.gaze;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.saccade.connectors.recording.GazeOptions;
import org.saccade.schemas.ChannelType;
import org.saccade.schemas.packet.SampleChannel;

/**
 * Which columns of a table are what.
 *
 * @param time number of the column of times, from 0
 * @param timeMicros microseconds of one unit of time
 * @param channels the channels, in the order of their columns
 * @param columns number of each channel's column
 */
record GazeColumns(int time, double timeMicros, List<SampleChannel> channels, int[] columns) {
  static final String DEGREES = "deg";
  static final String PIXELS = "px";

  private static final Map<String, Double> TIME_UNITS =
      Map.of("s", 1e6, "sec", 1e6, "seconds", 1e6, "ms", 1e3, "us", 1.0, "ns", 1e-3);
  private static final Set<String> TIMES = Set.of("t", "time", "timestamp", "ts", "trackertime");
  private static final Map<String, String> EYES =
      Map.of("left", "left", "l", "left", "right", "right", "r", "right");
  private static final Set<String> UNITS_OF_DEGREES = Set.of("deg", "degree", "degrees", "va");
  private static final Set<String> UNITS_OF_PIXELS = Set.of("px", "pix", "pixel", "pixels");
  private static final Set<String> GAZE = Set.of("gaze", "eye", "pos", "por", "position");
  private static final Set<String> PUPIL = Set.of("pupil", "diameter", "ps", "pupilsize");

  /** Time in ms, x and y of the left eye, x and y of the right eye, as in the published trials. */
  static GazeColumns published() {
    return new GazeColumns(
        0,
        1e3,
        List.of(
            channel("x_left", ChannelType.GAZE_X, DEGREES),
            channel("y_left", ChannelType.GAZE_Y, DEGREES),
            channel("x_right", ChannelType.GAZE_X, DEGREES),
            channel("y_right", ChannelType.GAZE_Y, DEGREES)),
        new int[] {1, 2, 3, 4});
  }

  private static SampleChannel channel(String name, ChannelType type, String unit) {
    return SampleChannel.of(name, type, unit);
  }

  /** What a line of names says; null where it names no gaze. */
  static GazeColumns named(List<String> names) {
    int time = -1;
    double timeMicros = 1e3;
    Map<String, SampleChannel> channels = new LinkedHashMap<>();
    List<Integer> columns = new ArrayList<>();
    boolean gaze = false;
    for (int i = 0; i < names.size(); i++) {
      Name name = Name.of(names.get(i));
      if (time < 0 && name.time) {
        time = i;
        timeMicros = name.timeMicros;
      } else if (name.type != null && !channels.containsKey(name.channel())) {
        channels.put(name.channel(), channel(name.channel(), name.type, name.unitOrDegrees()));
        columns.add(i);
        gaze |= name.type != ChannelType.PUPIL && name.surelyGaze;
      }
    }
    boolean pair =
        channels.values().stream().anyMatch(c -> c.type() == ChannelType.GAZE_X)
            && channels.values().stream().anyMatch(c -> c.type() == ChannelType.GAZE_Y);
    if (time < 0 || !pair || !gaze) {
      return null;
    }
    return new GazeColumns(
        time,
        timeMicros,
        List.copyOf(channels.values()),
        columns.stream().mapToInt(Integer::intValue).toArray());
  }

  /** The channels as they leave the reader: in the caller's unit, in degrees behind a screen. */
  List<SampleChannel> channels(GazeOptions options) {
    return channels.stream()
        .map(
            c ->
                c.type() == ChannelType.PUPIL
                    ? c
                    : channel(c.name(), c.type(), leaves(c.unit(), options)))
        .toList();
  }

  private static String leaves(String stated, GazeOptions options) {
    return isPixels(stated, options) && options.screen() == null ? PIXELS : DEGREES;
  }

  static boolean isPixels(String stated, GazeOptions options) {
    return switch (options.unit()) {
      case PIXELS -> true;
      case DEGREES -> false;
      case STATED -> stated.equals(PIXELS);
    };
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof GazeColumns g
        && time == g.time
        && timeMicros == g.timeMicros
        && channels.equals(g.channels)
        && java.util.Arrays.equals(columns, g.columns);
  }

  @Override
  public int hashCode() {
    return 31 * channels.hashCode() + java.util.Arrays.hashCode(columns);
  }

  @Override
  public String toString() {
    return "GazeColumns[time " + time + ", " + channels + "]";
  }

  /** What the words of one column's name say. */
  private static final class Name {
    private boolean time;
    private double timeMicros = 1e3;
    private ChannelType type;
    private String eye = "";
    private String unit = "";
    private boolean surelyGaze;

    static Name of(String text) {
      Name name = new Name();
      for (String word : text.toLowerCase(Locale.ROOT).split("[^a-z0-9]+")) {
        name.word(word);
      }
      name.surelyGaze |= !name.eye.isEmpty() || !name.unit.isEmpty();
      return name;
    }

    private void word(String word) {
      if (TIMES.contains(word)) {
        time = true;
      } else if (time && TIME_UNITS.containsKey(word)) {
        timeMicros = TIME_UNITS.get(word);
      } else if (EYES.containsKey(word)) {
        eye = EYES.get(word);
      } else if (UNITS_OF_DEGREES.contains(word)) {
        unit = DEGREES;
      } else if (UNITS_OF_PIXELS.contains(word)) {
        unit = PIXELS;
      } else if (PUPIL.contains(word)) {
        type = ChannelType.PUPIL;
      } else if (GAZE.contains(word)) {
        surelyGaze = true;
      } else if (word.equals("x") || word.equals("y")) {
        axis(word);
      } else if (word.matches("[lr][xy]|[xy][lr]")) {
        axis(word.contains("x") ? "x" : "y");
        eye = word.contains("l") ? "left" : "right";
      }
    }

    private void axis(String axis) {
      if (type == null) {
        type = axis.equals("x") ? ChannelType.GAZE_X : ChannelType.GAZE_Y;
      }
    }

    String channel() {
      String what = type == ChannelType.PUPIL ? "pupil" : type == ChannelType.GAZE_X ? "x" : "y";
      return eye.isEmpty() ? what : what + "_" + eye;
    }

    String unitOrDegrees() {
      return type == ChannelType.PUPIL ? "" : unit.isEmpty() ? DEGREES : unit;
    }
  }
}
