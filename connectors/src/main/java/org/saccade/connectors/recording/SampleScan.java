package org.saccade.connectors.recording;

import java.io.IOException;
import org.saccade.schemas.batch.SampleBatch;
import org.saccade.schemas.codec.ViolationCounts;

/**
 * What one pass over a sampled recording shows.
 *
 * @param header what the recording says of itself
 * @param samples of each channel
 * @param missing how many of them are NaN, by channel
 * @param stretches runs without a hole
 * @param markers annotations
 * @param firstMicros sensor time of the first sample; 0 where there is none
 * @param endMicros sensor time at the end of the last sample
 * @param sampledMicros time that the samples cover, holes left out
 * @param violations what was wrong
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record SampleScan(
    SampleHeader header,
    long samples,
    long[] missing,
    long stretches,
    long markers,
    long firstMicros,
    long endMicros,
    long sampledMicros,
    ViolationCounts violations) {

  /** Reads a fresh recording to its end; the caller closes it. */
  public static SampleScan of(SampleRecording recording) throws IOException {
    SampleBatch batch = new SampleBatch();
    SampleHeader header = recording.header();
    long[] missing = new long[header.channels().size()];
    long samples = 0;
    long stretches = 0;
    long markers = 0;
    long first = 0;
    long end = 0;
    boolean more = true;
    while (more) {
      more = recording.read(batch);
      markers += recording.markers().size();
      if (!more) {
        break;
      }
      long begin = recording.firstMicros();
      first = samples == 0 ? begin : first;
      // Half a period of jitter is no hole.
      boolean hole = samples == 0 || Math.abs(begin - end) > header.rate().micros(1) / 2 + 1;
      stretches += hole ? 1 : 0;
      end = begin + header.rate().micros(batch.size());
      samples += batch.size();
      for (int c = 0; c < missing.length; c++) {
        missing[c] += missing(batch.channel(c), batch.size());
      }
    }
    return new SampleScan(
        header,
        samples,
        missing,
        stretches,
        markers,
        first,
        end,
        header.rate().micros(samples),
        recording.violations());
  }

  private static long missing(double[] values, int n) {
    long missing = 0;
    for (int i = 0; i < n; i++) {
      missing += Double.isNaN(values[i]) ? 1 : 0;
    }
    return missing;
  }
}
