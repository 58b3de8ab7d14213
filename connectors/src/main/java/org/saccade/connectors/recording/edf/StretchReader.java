package org.saccade.connectors.recording.edf;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import org.saccade.connectors.recording.SampleRecording;
import org.saccade.schemas.batch.SampleBatch;

/** The samples of a recording one after the other, in pieces of any length. */
final class StretchReader implements Closeable {
  private final SampleRecording recording;
  private final SampleBatch batch = new SampleBatch();
  private int taken;
  private long next;

  StretchReader(SampleRecording recording) {
    this.recording = recording;
  }

  /**
   * The next samples, as stored.
   *
   * @param first number of the first of them in the recording: what was left before is passed over
   * @param count how many; where there are fewer, or none, the last is there again
   * @return {@code [channel][sample]}
   */
  double[][] take(long first, long count) throws IOException {
    int channels = recording.header().channels().size();
    double[][] values = new double[channels][(int) Math.max(1, count)];
    while (next < first) {
      need();
      int skipped = (int) Math.min(first - next, batch.size() - taken);
      taken += skipped;
      next += skipped;
    }
    for (int done = 0; done < count; ) {
      need();
      int n = (int) Math.min(count - done, batch.size() - taken);
      for (int c = 0; c < channels; c++) {
        System.arraycopy(batch.channel(c), taken, values[c], done, n);
      }
      done += n;
      taken += n;
      next += n;
    }
    if (count <= 0) {
      for (int c = 0; c < channels; c++) {
        values[c][0] = taken > 0 ? batch.channel(c)[taken - 1] : 0;
      }
    }
    return values;
  }

  private void need() throws IOException {
    if (taken == batch.size()) {
      taken = 0;
      if (!recording.read(batch)) {
        throw new EOFException(
            "sample " + next + ": the recording became shorter while it was read");
      }
    }
  }

  @Override
  public void close() throws IOException {
    recording.close();
  }
}
