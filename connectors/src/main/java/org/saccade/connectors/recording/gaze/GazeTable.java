package org.saccade.connectors.recording.gaze;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.saccade.connectors.recording.GazeOptions;
import org.saccade.connectors.recording.SampleHeader;
import org.saccade.connectors.recording.Screen;
import org.saccade.schemas.ChannelType;
import org.saccade.schemas.SampleEncoding;

/** A table of gaze: a sample a line, columns as told. */
final class GazeTable extends LineRecording {
  private final GazeColumns columns;
  private final char separator;
  private final Screen[] screens;

  private GazeTable(
      Path path,
      GazeHead head,
      SampleHeader header,
      GazeColumns columns,
      char separator,
      Screen[] screens)
      throws IOException {
    super(path, head.dataOffset(), header);
    this.columns = columns;
    this.separator = separator;
    this.screens = screens;
  }

  static GazeTable open(String format, Path path, GazeHead head, GazeOptions options)
      throws IOException {
    GazeColumns columns = head.columns();
    Screen[] screens = new Screen[columns.channels().size()];
    for (int c = 0; c < screens.length; c++) {
      boolean pixels = GazeColumns.isPixels(columns.channels().get(c).unit(), options);
      boolean position = columns.channels().get(c).type() != ChannelType.PUPIL;
      screens[c] = pixels && position ? options.screen() : null;
    }
    SampleHeader header =
        new SampleHeader(
            format,
            columns.channels(options),
            head.rate(options),
            SampleEncoding.FLOAT64,
            null,
            Map.of());
    return new GazeTable(path, head, header, columns, head.separator(), screens);
  }

  @Override
  protected long line(String line, double[] values) {
    if (line.isBlank() || line.startsWith("#")) {
      return NO_SAMPLE;
    }
    List<String> fields = Fields.split(line, separator);
    int[] at = columns.columns();
    int most = columns.time();
    for (int column : at) {
      most = Math.max(most, column);
    }
    if (fields.size() <= most) {
      throw new NumberFormatException(line);
    }
    for (int c = 0; c < at.length; c++) {
      double value = Fields.position(fields.get(at[c]));
      values[c] = screens[c] == null ? value : degrees(c, value);
    }
    return Fields.micros(fields.get(columns.time()), columns.timeMicros());
  }

  private double degrees(int c, double pixel) {
    boolean x = columns.channels().get(c).type() == ChannelType.GAZE_X;
    return x ? screens[c].degreesX(pixel) : screens[c].degreesY(pixel);
  }
}
