package org.saccade.local.cli;

import java.util.Locale;
import org.saccade.connectors.recording.GazeOptions;
import org.saccade.connectors.recording.Screen;
import picocli.CommandLine.Option;

/** What a user can say of a recording of gaze that it may not say itself. */
final class GazeArguments {
  @Option(
      names = "--rate",
      paramLabel = "HZ",
      description = "Samples a second, where the recording does not tell (gaze, npy).")
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

  GazeOptions toGazeOptions() {
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
}
