package org.saccade.connectors.recording;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.saccade.schemas.batch.SampleBatch;
import org.saccade.schemas.codec.ViolationCounts;

/**
 * What one pass over a recording shows to those who write it elsewhere: stretches, markers, bounds
 * of the values.
 *
 * @param stretches where runs without a hole begin
 * @param samples of each channel
 * @param least smallest stored value, by channel; NaN where there is none
 * @param most largest stored value, by channel
 * @param whole whether all stored values of a channel are whole numbers
 * @param missing how many are NaN or infinite, by channel
 * @param markers in the order of their times
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record SampleContents(
    SampleHeader header,
    List<SegmentedRecording.Segment> stretches,
    long samples,
    double[] least,
    double[] most,
    boolean[] whole,
    long[] missing,
    List<RecordingMarker> markers,
    ViolationCounts violations) {

  /** Reads a fresh recording to its end; the caller closes it. */
  public static SampleContents of(SampleRecording recording) throws IOException {
    SampleHeader header = recording.header();
    int channels = header.channels().size();
    double[] least = new double[channels];
    double[] most = new double[channels];
    boolean[] whole = new boolean[channels];
    long[] missing = new long[channels];
    Arrays.fill(least, Double.NaN);
    Arrays.fill(most, Double.NaN);
    Arrays.fill(whole, true);
    List<SegmentedRecording.Segment> stretches = new ArrayList<>();
    List<RecordingMarker> markers = new ArrayList<>();
    SampleBatch batch = new SampleBatch();
    long samples = 0;
    long end = 0;
    boolean more = true;
    while (more) {
      more = recording.read(batch);
      markers.addAll(recording.markers());
      if (!more) {
        break;
      }
      long begin = recording.firstMicros();
      // Half a period of jitter is no hole.
      if (samples == 0 || Math.abs(begin - end) > header.rate().micros(1) / 2 + 1) {
        stretches.add(new SegmentedRecording.Segment(samples, begin));
        end = begin;
      }
      end += header.rate().micros(batch.size());
      samples += batch.size();
      for (int c = 0; c < channels; c++) {
        for (int i = 0; i < batch.size(); i++) {
          double v = batch.channel(c)[i];
          if (Double.isFinite(v)) {
            least[c] = !(least[c] <= v) ? v : least[c];
            most[c] = !(most[c] >= v) ? v : most[c];
            whole[c] &= v == Math.rint(v);
          } else {
            missing[c]++;
          }
        }
      }
    }
    markers.sort(Comparator.comparingLong(RecordingMarker::micros));
    return new SampleContents(
        header, stretches, samples, least, most, whole, missing, markers, recording.violations());
  }

  /** Samples of a stretch. */
  public long length(int stretch) {
    long end = stretch + 1 < stretches.size() ? stretches.get(stretch + 1).sample() : samples;
    return end - stretches.get(stretch).sample();
  }
}
