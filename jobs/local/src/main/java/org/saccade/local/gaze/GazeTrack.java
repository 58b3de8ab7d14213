package org.saccade.local.gaze;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.connectors.recording.SampleFormats;
import org.saccade.connectors.recording.SampleHeader;
import org.saccade.connectors.recording.SampleRecording;
import org.saccade.connectors.recording.UnreadableRecordingException;
import org.saccade.operators.gaze.EyeChannels;
import org.saccade.schemas.batch.SampleBatch;
import org.saccade.schemas.codec.ViolationCounts;

/**
 * A whole recording of gaze in memory: the positions of both eyes, degrees, one array each. Between
 * stretches that do not join lies one sample that nobody saw.
 */
public final class GazeTrack {
  private static final long NO_SAMPLE = -1;

  private final EyeChannels eyes;
  private final SampleHeader header;
  private ViolationCounts violations;
  private final double[][] positions = new double[4][1 << 14];
  private long[] numbers = new long[1 << 14];
  private int size;

  private GazeTrack(SampleHeader header, EyeChannels eyes) {
    this.header = header;
    this.eyes = eyes;
  }

  /**
   * Reads a recording to its end.
   *
   * @throws UnreadableRecordingException if it holds no gaze in degrees; the message begins with
   *     the path
   */
  public static GazeTrack read(Path file, ReadOptions options) throws IOException {
    try (SampleRecording recording = SampleFormats.open(file, options)) {
      SampleHeader header = recording.header();
      EyeChannels eyes = EyeChannels.of(header.channels());
      if (!eyes.any()) {
        throw new UnreadableRecordingException(file + ": holds no gaze (x and y of an eye)");
      }
      String unit = header.channels().get(eyes.left() ? eyes.xLeft() : eyes.xRight()).unit();
      if (!unit.equals("deg")) {
        throw new UnreadableRecordingException(
            file
                + ": its gaze is in "
                + unit
                + ", expected degrees; tell the screen (--screen WxH --screen-mm WxH"
                + " --distance-mm D), or --gaze-unit deg if they are degrees");
      }
      GazeTrack track = new GazeTrack(header, eyes);
      track.fill(recording);
      return track;
    }
  }

  private void fill(SampleRecording recording) throws IOException {
    SampleBatch batch = new SampleBatch();
    int[] channels = {eyes.xLeft(), eyes.yLeft(), eyes.xRight(), eyes.yRight()};
    long period = header.rate().micros(1);
    long end = 0;
    while (recording.read(batch)) {
      long begin = recording.firstMicros();
      if (size > 0 && Math.abs(begin - end) > period / 2 + 1) {
        grow(1);
        for (double[] component : positions) {
          component[size] = Double.NaN;
        }
        numbers[size++] = NO_SAMPLE;
      }
      end = begin + header.rate().micros(batch.size());
      grow(batch.size());
      for (int i = 0; i < batch.size(); i++) {
        for (int k = 0; k < 4; k++) {
          positions[k][size] = value(batch, channels[k], i);
        }
        numbers[size++] = recording.firstSample() + i;
      }
    }
    violations = recording.violations();
  }

  private double value(SampleBatch batch, int channel, int i) {
    return channel < 0
        ? Double.NaN
        : header.channels().get(channel).physical(batch.channel(channel)[i]);
  }

  private void grow(int more) {
    if (size + more > numbers.length) {
      int length = Math.max(size + more, 2 * numbers.length);
      numbers = Arrays.copyOf(numbers, length);
      for (int k = 0; k < 4; k++) {
        positions[k] = Arrays.copyOf(positions[k], length);
      }
    }
  }

  /**
   * Takes what was seen shortly before and after a blink away: the lid moves the measured pupil.
   *
   * @param millis to either side of every stretch of missing samples of an eye of at least 20 ms
   */
  public void padBlinks(double millis) {
    int pad = (int) Math.round(millis / 1e3 * rate());
    int least = (int) Math.max(1, Math.ceil(0.020 * rate()));
    for (int eye = 0; eye < 4; eye += 2) {
      double[] x = positions[eye];
      double[] y = positions[eye + 1];
      boolean[] missing = new boolean[size];
      for (int i = 0; i < size; i++) {
        missing[i] = Double.isNaN(x[i]) || Double.isNaN(y[i]);
      }
      for (int i = 0; i < size; i++) {
        int from = i;
        while (i < size && missing[i]) {
          i++;
        }
        if (i - from >= least) {
          Arrays.fill(x, Math.max(0, from - pad), Math.min(size, i + pad), Double.NaN);
        }
      }
    }
  }

  /** Samples, those between stretches included. */
  public int size() {
    return size;
  }

  /** Number in the recording of the sample at a place, from 0. */
  public long number(int place) {
    return numbers[place];
  }

  /** Samples a second. */
  public double rate() {
    return header.rate().hz();
  }

  public SampleHeader header() {
    return header;
  }

  public EyeChannels eyes() {
    return eyes;
  }

  public ViolationCounts violations() {
    return violations;
  }

  public double[] xLeft() {
    return Arrays.copyOf(positions[0], size);
  }

  public double[] yLeft() {
    return Arrays.copyOf(positions[1], size);
  }

  public double[] xRight() {
    return Arrays.copyOf(positions[2], size);
  }

  public double[] yRight() {
    return Arrays.copyOf(positions[3], size);
  }

  /** Seconds in which an eye was seen. */
  public double seenSeconds(boolean left) {
    double[] x = positions[left ? 0 : 2];
    double[] y = positions[left ? 1 : 3];
    long seen = 0;
    for (int i = 0; i < size; i++) {
      seen += Double.isNaN(x[i]) || Double.isNaN(y[i]) ? 0 : 1;
    }
    return seen / rate();
  }
}
