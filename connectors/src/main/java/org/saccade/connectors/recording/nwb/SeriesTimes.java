package org.saccade.connectors.recording.nwb;

import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.saccade.connectors.recording.SegmentedRecording.Segment;
import org.saccade.connectors.recording.UnreadableRecordingException;
import org.saccade.schemas.codec.Violation;
import org.saccade.schemas.codec.ViolationCounts;
import org.saccade.schemas.packet.SampleRate;

/**
 * When the samples of a series are: its rate, and where stretches begin.
 *
 * @param rate samples a second
 * @param segments the first at sample 0
 * @param violations stamps that go back
 */
record SeriesTimes(SampleRate rate, List<Segment> segments, ViolationCounts violations) {
  private static final int BLOCK = 1 << 16;
  private static final int MAX_SEGMENTS = 1 << 20;
  private static final int LOOKED_AT = 1 << 12;

  /** Seconds: beyond that microseconds are none. */
  private static final double MAX_SECONDS = 1e12;

  /**
   * @param samples of the series
   */
  static SeriesTimes of(Group series, String path, long samples) throws IOException {
    Optional<Dataset> start = Hdf.dataset(series, "starting_time");
    Optional<Dataset> stamps = Hdf.dataset(series, "timestamps");
    if (stamps.isPresent()) {
      return ofStamps(stamps.get(), path, samples);
    }
    double rate = start.map(s -> Hdf.number(s, "rate", 0)).orElse(0.0);
    Object first = start.map(Hdf::column).map(Hdf::single).orElse(0.0);
    double seconds = first instanceof Number n ? n.doubleValue() : 0;
    if (!(rate > 1e-6 && rate <= SampleRate.MAX)) {
      throw new UnreadableRecordingException(
          path + " says no rate and has no timestamps (its rate is " + rate + ")");
    }
    return new SeriesTimes(
        SampleRate.of(rate), List.of(new Segment(0, micros(path, seconds))), new ViolationCounts());
  }

  private static long micros(String path, double seconds) throws UnreadableRecordingException {
    if (!(Math.abs(seconds) < MAX_SECONDS)) {
      throw new UnreadableRecordingException(path + " has a time of " + seconds + " s");
    }
    return Math.round(seconds * 1e6);
  }

  private static SeriesTimes ofStamps(Dataset stamps, String path, long samples)
      throws IOException {
    if (stamps.getDimensionsAsLong().length != 1 || stamps.getDimensionsAsLong()[0] < samples) {
      throw new UnreadableRecordingException(
          path
              + " has "
              + samples
              + " samples, but timestamps of "
              + Arrays.toString(stamps.getDimensionsAsLong()));
    }
    Object head = block(stamps, 0, samples, LOOKED_AT);
    int n = (int) Math.min(samples, LOOKED_AT);
    double[] steps = new double[Math.max(0, n - 1)];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = Hdf.element(head, i + 1) - Hdf.element(head, i);
    }
    Arrays.sort(steps);
    double step = steps.length == 0 ? 1 : steps[steps.length / 2];
    if (!(step > 1e-9 && step < 1e6)) {
      throw new UnreadableRecordingException(
          path + " has timestamps whose steps are " + step + " s in the middle");
    }
    return segments(stamps, path, samples, rate(stamps, samples, step));
  }

  /** The rate over the longest run of which no step is half a step too short or too long. */
  private static SampleRate rate(Dataset stamps, long samples, double step) {
    double best = step;
    long longest = 0;
    double previous = Double.NaN;
    double from = 0;
    long run = 0;
    Object block = null;
    for (long i = 0; i < samples; i++) {
      int at = (int) (i % BLOCK);
      block = at == 0 ? block(stamps, i, samples, BLOCK) : block;
      double t = Hdf.element(block, at);
      if (Math.abs(t - previous - step) < step / 2) {
        run++;
        if (run > longest) {
          longest = run;
          best = (t - from) / run;
        }
      } else {
        from = t;
        run = 0;
      }
      previous = t;
    }
    double hz = 1 / best;
    double whole = Math.rint(hz);
    // Stamps of a few samples tell no more than that.
    boolean isWhole = whole > 0 && Math.abs(hz - whole) * longest < 0.5 * hz;
    return SampleRate.of(isWhole ? whole : Math.min(SampleRate.MAX, Math.max(1e-6, hz)));
  }

  private static SeriesTimes segments(Dataset stamps, String path, long samples, SampleRate rate)
      throws UnreadableRecordingException {
    ViolationCounts violations = new ViolationCounts();
    List<Segment> segments = new ArrayList<>();
    Segment last = null;
    Object block = null;
    double half = 0.5e6 / rate.hz() + 1;
    for (long i = 0; i < samples; i++) {
      int at = (int) (i % BLOCK);
      block = at == 0 ? block(stamps, i, samples, BLOCK) : block;
      long t = micros(path, Hdf.element(block, at));
      long off = last == null ? 0 : t - last.micros() - rate.micros(i - last.sample());
      if (last == null || Math.abs(off) > half) {
        violations.add(Violation.TIME_BACKWARD, off < 0 ? 1 : 0);
        last = new Segment(i, t);
        segments.add(last);
        if (segments.size() > MAX_SEGMENTS) {
          throw new UnreadableRecordingException(
              path + " has timestamps of no rate: more than " + MAX_SEGMENTS + " holes");
        }
      }
    }
    if (segments.isEmpty()) {
      segments.add(new Segment(0, 0));
    }
    return new SeriesTimes(rate, segments, violations);
  }

  private static Object block(Dataset stamps, long first, long samples, int most) {
    int n = (int) Math.min(most, samples - first);
    return n <= 0 ? new double[0] : stamps.getData(new long[] {first}, new int[] {n});
  }
}
