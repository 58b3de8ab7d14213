package org.saccade.connectors.recording.gaze;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.saccade.connectors.recording.RecordingMarker;
import org.saccade.connectors.recording.SampleHeader;
import org.saccade.connectors.recording.SampleRecording;
import org.saccade.schemas.batch.SampleBatch;
import org.saccade.schemas.codec.Violation;
import org.saccade.schemas.codec.ViolationCounts;

/**
 * A recording with a sample a line, each with its time. Where a time is not one sample behind the
 * one before, by half a sample or more, a new stretch begins.
 */
public abstract class LineRecording implements SampleRecording {
  /** Most samples of one read. */
  private static final int CHUNK = 4096;

  /** Most values of one read. */
  private static final int VALUES = 1 << 18;

  private final SampleHeader header;
  private final LineSource lines;
  private final double period;
  private final long size;
  private final List<RecordingMarker> markers = new ArrayList<>();
  private final ViolationCounts violations = new ViolationCounts();

  /** The sample that the last line held; time in microseconds. */
  private final double[] values;

  private long micros;
  private boolean held;
  private long previousMicros;
  private boolean broken = true;
  private long firstSample;
  private long firstMicros;
  private long samples;

  /**
   * @param skipBytes where the first line to read begins
   */
  protected LineRecording(Path path, long skipBytes, SampleHeader header) throws IOException {
    this.header = header;
    values = new double[header.channels().size()];
    period = 1e6 / header.rate().hz();
    size = Math.max(1, Files.size(path));
    lines = new LineSource(Files.newInputStream(path), skipBytes);
  }

  /**
   * Reads one line.
   *
   * @param values where the values of a sample go
   * @return the sample's time in microseconds, or {@link #NO_SAMPLE}
   * @throws NumberFormatException if the line is none of the format: it is counted
   */
  protected abstract long line(String line, double[] values);

  /** What {@link #line} returns for a line that is no sample. */
  protected static final long NO_SAMPLE = Long.MIN_VALUE;

  /** Takes a marker that a line held. */
  protected final void marker(long at, long durationMicros, String text) {
    markers.add(new RecordingMarker(at, durationMicros, text));
  }

  /** Ends the stretch: what follows does not join it, whatever its time. */
  protected final void breakHere() {
    broken = true;
  }

  @Override
  public SampleHeader header() {
    return header;
  }

  @Override
  public boolean read(SampleBatch batch) throws IOException {
    markers.clear();
    int channels = values.length;
    int most = Math.max(1, Math.min(CHUNK, VALUES / Math.max(1, channels)));
    batch.shape(channels, most);
    int n = 0;
    while (n < most && (held || next())) {
      held = false;
      if (n == 0) {
        firstMicros = micros;
        firstSample = samples;
      } else if (!follows()) {
        held = true;
        break;
      }
      for (int c = 0; c < channels; c++) {
        batch.channel(c)[n] = values[c];
      }
      previousMicros = micros;
      broken = false;
      n++;
    }
    samples += n;
    batch.shape(channels, n);
    return n > 0;
  }

  private boolean follows() {
    double step = micros - previousMicros;
    boolean even = step > period / 2 && step < period * 1.5;
    if (!even && !broken) {
      violations.add(Violation.UNEVEN_TIME, 1);
    }
    return even && !broken;
  }

  /** Reads lines up to the next sample. */
  private boolean next() throws IOException {
    for (String line = lines.next(); line != null; line = lines.next()) {
      try {
        micros = line(line, values);
        if (micros != NO_SAMPLE) {
          return true;
        }
      } catch (NumberFormatException e) {
        violations.add(Violation.BAD_LINE, 1);
      }
    }
    return false;
  }

  @Override
  public long firstSample() {
    return firstSample;
  }

  @Override
  public long firstMicros() {
    return firstMicros;
  }

  @Override
  public List<RecordingMarker> markers() {
    return List.copyOf(markers);
  }

  @Override
  public ViolationCounts violations() {
    ViolationCounts all = new ViolationCounts();
    all.add(violations);
    if (lines.tooLong() > 0) {
      all.add(Violation.BAD_LINE, lines.tooLong());
    }
    return all;
  }

  @Override
  public double fraction() {
    return Math.min(1, (double) lines.position() / size);
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
