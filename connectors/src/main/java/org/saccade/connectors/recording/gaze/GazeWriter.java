package org.saccade.connectors.recording.gaze;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.saccade.connectors.recording.CannotHoldException;
import org.saccade.connectors.recording.SampleHeader;
import org.saccade.connectors.recording.SampleWriter;
import org.saccade.schemas.ChannelType;
import org.saccade.schemas.batch.SampleBatch;
import org.saccade.schemas.packet.SampleChannel;

/**
 * Writes gaze as a table. Positions have as many digits as give the same double back; a missing one
 * is {@code NaN}.
 */
final class GazeWriter implements SampleWriter {
  private static final List<String> PUBLISHED = List.of("x_left", "y_left", "x_right", "y_right");

  private final OutputStream out;
  private final SampleHeader header;
  private final int[] order;
  private final char separator;
  private final boolean millis;

  private GazeWriter(
      OutputStream out, SampleHeader header, int[] order, char separator, boolean millis) {
    this.out = out;
    this.header = header;
    this.order = order;
    this.separator = separator;
    this.millis = millis;
  }

  static GazeWriter named(OutputStream out, SampleHeader header) throws IOException {
    List<SampleChannel> channels = header.channels();
    if (channels.isEmpty()) {
      throw new CannotHoldException("gaze-csv", "a recording without gaze");
    }
    StringBuilder names = new StringBuilder("time_us");
    for (SampleChannel channel : channels) {
      if (!isGaze(channel.type())) {
        throw new CannotHoldException("gaze-csv", "channel " + channel.name() + ": it is no gaze");
      }
      String unit = channel.unit().isEmpty() ? "" : "_" + channel.unit();
      names.append(',').append(channel.name()).append(unit);
    }
    out.write(names.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    return new GazeWriter(out, header, IntStream.range(0, channels.size()).toArray(), ',', false);
  }

  static GazeWriter published(OutputStream out, SampleHeader header) throws IOException {
    int[] order = new int[PUBLISHED.size()];
    for (int i = 0; i < order.length; i++) {
      String name = PUBLISHED.get(i);
      order[i] =
          IntStream.range(0, header.channels().size())
              .filter(c -> header.channels().get(c).name().equals(name))
              .findFirst()
              .orElseThrow(
                  () ->
                      new CannotHoldException(
                          "gaze-dat",
                          "a recording without " + name + ": it has both eyes' x and y"));
      if (!header.channels().get(order[i]).unit().equals(GazeColumns.DEGREES)) {
        throw new CannotHoldException("gaze-dat", name + " in pixels: it has degrees");
      }
    }
    return new GazeWriter(out, header, order, '\t', true);
  }

  /** Whether the channels are all of gaze. */
  static boolean areGaze(SampleHeader header) {
    return header.channels().stream().allMatch(c -> isGaze(c.type()));
  }

  private static boolean isGaze(ChannelType type) {
    return type == ChannelType.GAZE_X || type == ChannelType.GAZE_Y || type == ChannelType.PUPIL;
  }

  @Override
  public void write(SampleBatch batch, long firstMicros) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < batch.size(); i++) {
      long micros = firstMicros + header.rate().micros(i);
      if (millis) {
        text.append(micros / 1000.0);
      } else {
        text.append(micros);
      }
      for (int c : order) {
        double value = header.channels().get(c).physical(batch.channel(c)[i]);
        text.append(separator).append(value);
      }
      text.append('\n');
    }
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
