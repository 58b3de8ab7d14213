package org.saccade.local.cli;

import java.util.Locale;
import org.saccade.connectors.recording.AddressLayout;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.connectors.recording.SampleOptions;
import org.saccade.connectors.recording.TextLayout;
import org.saccade.schemas.codec.BackwardTime;
import org.saccade.schemas.codec.OutOfFrame;
import picocli.CommandLine.Mixin;
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
      names = "--chip",
      paramLabel = "NAME",
      description =
          "AEDAT 1 and 2: chip whose addresses they are, such as dvs128, davis240, davis346;"
              + " default: as the header says, else dvs128.")
  String chip;

  @Option(
      names = "--polarity",
      paramLabel = "1|0",
      defaultValue = "1",
      description =
          "AEDAT 1 and 2: value of the polarity bit that is ON (${DEFAULT-VALUE}); jAER took 0 of a"
              + " DVS128.")
  int polarity;

  @Option(names = "--flip-x", description = "AEDAT 1 and 2: mirror the columns, as jAER does.")
  boolean flipX;

  @Option(
      names = "--flip-y",
      description = "AEDAT 1 and 2: mirror the rows: they count from below then, as in the file.")
  boolean flipY;

  @Option(
      names = "--camera",
      paramLabel = "NAME_OR_NUMBER",
      description =
          "AEDAT 3 and 4: which camera, where a recording has several; default: the first.")
  String camera;

  @Option(
      names = "--keep-identifiers",
      description = {
        "Samples: give on what the header says of the patient and the recording; by default it does",
        "not leave the reader."
      })
  boolean keepIdentifiers;

  @Mixin GazeArguments gaze;

  ReadOptions toReadOptions() {
    int[] size = geometry == null ? new int[] {0, 0} : geometry(geometry);
    return new ReadOptions(
        format == null ? null : format.toLowerCase(Locale.ROOT),
        size[0],
        size[1],
        backwardTime,
        outOfFrame,
        new TextLayout(columns, unit(), separator()),
        addresses(),
        camera,
        gaze.toGazeOptions(),
        new SampleOptions(SampleOptions.MAIN, keepIdentifiers));
  }

  private AddressLayout addresses() {
    Errors.requireBetween("--polarity", polarity, 0, 1);
    return new AddressLayout(chip, polarity, flipX, flipY);
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
