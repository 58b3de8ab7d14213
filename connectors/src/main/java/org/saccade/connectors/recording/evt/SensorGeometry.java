package org.saccade.connectors.recording.evt;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.saccade.connectors.recording.ReadOptions;

/**
 * Columns and rows of a Prophesee sensor, from what its header says.
 *
 * <p>First the lines that state it ({@code geometry}, {@code format}, {@code Width} and {@code
 * Height}), then the caller, then the sensor that the header names, by generation, name, system id
 * or plug-in. Source of the ids: OpenEB, {@code system_id.h} and its table for RAW files.
 *
 * @param width columns; 0 unknown
 * @param height rows; 0 unknown
 */
public record SensorGeometry(int width, int height) {
  private static final SensorGeometry UNKNOWN = new SensorGeometry(0, 0);
  private static final SensorGeometry VGA = new SensorGeometry(640, 480);
  private static final SensorGeometry HD = new SensorGeometry(1280, 720);
  private static final SensorGeometry GENX320 = new SensorGeometry(320, 320);
  private static final int MAX = 1 << 14;
  private static final Pattern GEOMETRY = Pattern.compile("(\\d{1,5})x(\\d{1,5})");
  private static final Pattern FORMAT_WIDTH = Pattern.compile("width=(\\d{1,5})");
  private static final Pattern FORMAT_HEIGHT = Pattern.compile("height=(\\d{1,5})");
  private static final Pattern NUMBER = Pattern.compile("(\\d{1,5})");

  /** Gen3 and Gen3.1: 21, 23, 25, 28, 29, 33, 34, 35, 40, 41; with 128 added on a proxy. */
  private static final long VGA_IDS = bits(21, 23, 25, 28, 29, 33, 34, 35, 40, 41);

  /** Gen4, Gen4.1, IMX636 and IMX646: 26, 30, 31, 32, 39, 46, 48, 49, 50, 53, 58. */
  private static final long HD_IDS = bits(26, 30, 31, 32, 39, 46, 48, 49, 50, 53, 58);

  private static long bits(int... ids) {
    long bits = 0;
    for (int id : ids) {
      bits |= 1L << id;
    }
    return bits;
  }

  public static SensorGeometry of(PropheseeHeader header, ReadOptions options) {
    SensorGeometry stated = stated(header);
    if (stated.width > 0) {
      return stated;
    }
    if (options.width() > 0 && options.height() > 0) {
      return new SensorGeometry(options.width(), options.height());
    }
    return named(header.fields());
  }

  /** What the header states; of two statements that differ the larger, so that no event is lost. */
  private static SensorGeometry stated(PropheseeHeader header) {
    Matcher geometry = GEOMETRY.matcher(header.field("geometry"));
    SensorGeometry lines = geometry.matches() ? of(geometry.group(1), geometry.group(2)) : UNKNOWN;
    SensorGeometry format =
        of(
            first(FORMAT_WIDTH, header.field("format")),
            first(FORMAT_HEIGHT, header.field("format")));
    SensorGeometry dat =
        of(first(NUMBER, header.field("Width")), first(NUMBER, header.field("Height")));
    return new SensorGeometry(
        Math.max(lines.width, Math.max(format.width, dat.width)),
        Math.max(lines.height, Math.max(format.height, dat.height)));
  }

  private static String first(Pattern pattern, String value) {
    Matcher m = pattern.matcher(value);
    return m.find() ? m.group(1) : "0";
  }

  private static SensorGeometry of(String width, String height) {
    int w = Integer.parseInt(width);
    int h = Integer.parseInt(height);
    return w > 0 && h > 0 && w <= MAX && h <= MAX ? new SensorGeometry(w, h) : UNKNOWN;
  }

  private static SensorGeometry named(Map<String, String> fields) {
    String name = fields.getOrDefault("sensor_name", "").toLowerCase(Locale.ROOT);
    String plugin = fields.getOrDefault("plugin_name", "").toLowerCase(Locale.ROOT);
    if (name.contains("genx320") || plugin.contains("genx320")) {
      return GENX320;
    }
    String generation = fields.getOrDefault("sensor_generation", "");
    if (generation.matches("3(\\.[01])?")) {
      return VGA;
    }
    if (generation.matches("4(\\.[01])?") || name.equals("imx636") || name.equals("imx646")) {
      return HD;
    }
    Matcher id = NUMBER.matcher(fields.getOrDefault("system_ID", ""));
    if (id.matches()) {
      return bySystemId(Integer.parseInt(id.group(1)));
    }
    if (plugin.contains("gen3")) {
      return VGA;
    }
    return plugin.contains("gen4") || plugin.contains("imx636") ? HD : UNKNOWN;
  }

  static SensorGeometry bySystemId(int id) {
    int board = id & ~128;
    if (board == 59 || board == 64) {
      return GENX320;
    }
    if (board >= 64) {
      return UNKNOWN;
    }
    return (VGA_IDS >>> board & 1) == 1 ? VGA : (HD_IDS >>> board & 1) == 1 ? HD : UNKNOWN;
  }
}
