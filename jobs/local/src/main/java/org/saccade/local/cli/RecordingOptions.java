package org.saccade.local.cli;

import java.util.Locale;
import org.saccade.connectors.recording.GazeOptions;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.connectors.recording.Screen;
import org.saccade.connectors.recording.TextLayout;
import org.saccade.schemas.codec.BackwardTime;
import org.saccade.schemas.codec.OutOfFrame;
import picocli.CommandLine.Option;

/** What a user can say of a recording that it may not say itself. */
final class RecordingOptions {
  @Option(
      names = "--input-format",
      paramLabel = "NAME",
      description = "Format of the recording, where its content does not tell.")
  String format;

  @Option(
      names = "--geometry",
      paramLabel = "WxH",
      description = "Columns and rows of the sensor, where the recording does not tell.")
  String geometry;

  @Option(
      names = "--backward-time",
      paramLabel = "pass|clamp|drop",
      defaultValue = "pass",
      description = "What becomes of events that go back in time (${DEFAULT-VALUE}).")
  BackwardTime backwardTime;

  @Option(
      names = "--out-of-frame",
      paramLabel = "drop|fail",
      defaultValue = "drop",
      description = "What becomes of events outside of the frame (${DEFAULT-VALUE}).")
  OutOfFrame outOfFrame;

  @Option(
      names = "--columns",
      paramLabel = "txyp",
      defaultValue = "",
      description =
          "Text: order of the columns, - for one to skip; default: by the header line, or txyp.")
  String columns;

  @Option(
      names = "--unit",
      paramLabel = "s|ms|us|ns",
      description = "Text: unit of t; default: seconds where it has a decimal point, else us.")
  String unit;

  @Option(
      names = "--separator",
      paramLabel = "CHAR",
      description = "Text: character between columns; default: as found.")
  String separator;

  @Option(
      names = "--rate",
      paramLabel = "HZ",
      description = "Gaze: samples a second, where the recording does not tell.")
  double rate;

  @Option(
      names = "--gaze-unit",
      paramLabel = "deg|px",
      description = "Gaze: unit of the positions, where the recording does not tell.")
  String gazeUnit;

  @Option(
      names = "--screen",
      paramLabel = "WxH",
      description = "Gaze in pixels: columns and rows of the screen.")
  String screen;

  @Option(
      names = "--screen-mm",
      paramLabel = "WxH",
      description = "Gaze in pixels: width and height of the screen, millimetres.")
  String screenMillimetres;

  @Option(
      names = "--distance-mm",
      paramLabel = "D",
      description = "Gaze in pixels: from the eye to the screen, millimetres.")
  double distance;

  ReadOptions toReadOptions() {
    int[] size = geometry == null ? new int[] {0, 0} : geometry(geometry);
    return new ReadOptions(
        format == null ? null : format.toLowerCase(Locale.ROOT),
        size[0],
        size[1],
        backwardTime,
        outOfFrame,
        new TextLayout(columns, unit(), separator()),
        gaze());
  }

  private GazeOptions gaze() {
    GazeOptions.Unit gaze =
        switch (gazeUnit == null ? "" : gazeUnit) {
          case "" -> GazeOptions.Unit.STATED;
          case "deg" -> GazeOptions.Unit.DEGREES;
          case "px" -> GazeOptions.Unit.PIXELS;
          default ->
              throw new Errors.UnusableException(
                  "--gaze-unit " + gazeUnit + ": expected deg or px");
        };
    return new GazeOptions(rate, gaze, screen());
  }

  private Screen screen() {
    if (screen == null && screenMillimetres == null && distance == 0) {
      return null;
    }
    if (screen == null || screenMillimetres == null || distance == 0) {
      throw new Errors.UnusableException(
          "--screen, --screen-mm and --distance-mm belong together: pixels become degrees by all"
              + " three");
    }
    double[] pixels = size("--screen", screen);
    double[] millimetres = size("--screen-mm", screenMillimetres);
    return new Screen(pixels[0], pixels[1], millimetres[0], millimetres[1], distance);
  }

  private static double[] size(String option, String text) {
    String[] parts = text.toLowerCase(Locale.ROOT).split("x", -1);
    try {
      if (parts.length == 2) {
        return new double[] {Double.parseDouble(parts[0]), Double.parseDouble(parts[1])};
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    throw new Errors.UnusableException(
        option + " " + text + ": expected width x height, such as 1920x1080");
  }

  private static int[] geometry(String text) {
    String[] parts = text.toLowerCase(Locale.ROOT).split("x", -1);
    try {
      if (parts.length == 2) {
        int[] size = {Integer.parseInt(parts[0].trim()), Integer.parseInt(parts[1].trim())};
        if (size[0] > 0 && size[1] > 0) {
          return size;
        }
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    throw new Errors.UnusableException(
        "--geometry " + text + ": expected columns x rows, such as 640x480");
  }

  private TextLayout.Unit unit() {
    if (unit == null) {
      return TextLayout.Unit.GUESS;
    }
    return switch (unit) {
      case "s" -> TextLayout.Unit.SECONDS;
      case "ms" -> TextLayout.Unit.MILLISECONDS;
      case "us" -> TextLayout.Unit.MICROSECONDS;
      case "ns" -> TextLayout.Unit.NANOSECONDS;
      default ->
          throw new Errors.UnusableException("--unit " + unit + ": expected s, ms, us or ns");
    };
  }

  private char separator() {
    if (separator == null) {
      return '\0';
    }
    String s = separator.equals("\\t") || separator.equals("tab") ? "\t" : separator;
    if (s.length() != 1) {
      throw new Errors.UnusableException("--separator " + separator + ": expected one character");
    }
    return s.charAt(0);
  }
}
