package org.saccade.connectors.recording;

import java.io.IOException;
import java.util.List;
import org.saccade.schemas.batch.SampleBatch;
import org.saccade.schemas.codec.ViolationCounts;

/**
 * A recording of which is known from the start where its stretches begin and what its markers are:
 * what is left is to fill in the samples.
 */
public abstract class SegmentedRecording implements SampleRecording {
  /** Most samples of one read, of all channels. */
  private static final int CHUNK = 1 << 17;

  /**
   * Where a stretch begins.
   *
   * @param sample number of its first sample, from 0
   * @param micros sensor time of that
   */
  public record Segment(long sample, long micros) {}

  private final SampleHeader header;
  private final long samples;
  private final List<Segment> segments;
  private final List<RecordingMarker> all;
  private final ViolationCounts violations;
  private int segment;
  private int given;
  private int from;
  private long next;
  private long firstSample;
  private long firstMicros;

  /**
   * @param samples of each channel
   * @param segments in the order of their samples, the first at sample 0
   * @param markers in the order in which they are given
   * @param violations met so far
   */
  protected SegmentedRecording(
      SampleHeader header,
      long samples,
      List<Segment> segments,
      List<RecordingMarker> markers,
      ViolationCounts violations) {
    this.header = header;
    this.samples = samples;
    this.segments = segments;
    all = markers;
    this.violations = violations;
  }

  /**
   * Reads samples as stored, the next ones of the recording.
   *
   * @param batch shaped to {@code n} samples
   * @param first number of the first of them
   */
  protected abstract void fill(SampleBatch batch, long first, int n) throws IOException;

  /** Time of a sample, by the segment that it lies in. */
  public static long micros(SampleHeader header, List<Segment> segments, long sample) {
    int s = 0;
    int to = segments.size();
    while (to - s > 1) {
      int mid = (s + to) >>> 1;
      if (segments.get(mid).sample <= sample) {
        s = mid;
      } else {
        to = mid;
      }
    }
    Segment in = segments.get(s);
    return in.micros + header.rate().micros(sample - in.sample);
  }

  @Override
  public SampleHeader header() {
    return header;
  }

  @Override
  public boolean read(SampleBatch batch) throws IOException {
    from = given;
    int channels = header.channels().size();
    if (next >= samples || channels == 0) {
      given = all.size();
      batch.shape(channels, 0);
      return false;
    }
    while (segment + 1 < segments.size() && segments.get(segment + 1).sample <= next) {
      segment++;
    }
    long end = segment + 1 < segments.size() ? segments.get(segment + 1).sample : samples;
    int n = (int) Math.min(Math.max(1, CHUNK / channels), Math.min(end, samples) - next);
    batch.shape(channels, n);
    fill(batch, next, n);
    firstSample = next;
    Segment in = segments.get(segment);
    firstMicros = in.micros + header.rate().micros(next - in.sample);
    next += n;
    long until = firstMicros + header.rate().micros(n);
    while (given < all.size() && all.get(given).micros() < until) {
      given++;
    }
    return true;
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
    return List.copyOf(all.subList(from, given));
  }

  @Override
  public ViolationCounts violations() {
    ViolationCounts copy = new ViolationCounts();
    copy.add(violations);
    return copy;
  }

  @Override
  public double fraction() {
    return samples == 0 ? 1 : (double) next / samples;
  }
}
