package org.saccade.benchmarks.ridge;

import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.saccade.connectors.labelled.ClipEvents;
import org.saccade.connectors.labelled.LabelledClip;
import org.saccade.connectors.labelled.LabelledSet;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.schemas.batch.EventBatch;

/** Windows of clips as counts of events by place and time. */
final class BinnedWindows {
  private static final int LEAST_EVENTS = 101;

  private final int grid;
  private final int bins;
  private final long window;
  private final long step;
  private final Map<LabelledClip, List<float[]>> rows = new IdentityHashMap<>();
  private int width;
  private int height;

  /**
   * @param grid cells along each side of the frame
   * @param bins of time in a window
   * @param window microseconds; 0: a clip is one window
   */
  BinnedWindows(LabelledSet set, int grid, int bins, long window, long step) throws IOException {
    this.grid = grid;
    this.bins = bins;
    this.window = window;
    this.step = step;
    Map<LabelledClip, EventBatch> events = new IdentityHashMap<>();
    ClipEvents.forEach(
        set.clips(),
        ReadOptions.DEFAULT,
        (clip, header, batch) -> {
          for (int i = 0; i < batch.size(); i++) {
            width = Math.max(width, batch.x(i) + 1);
            height = Math.max(height, batch.y(i) + 1);
          }
          width = Math.max(width, header.width());
          height = Math.max(height, header.height());
          events.put(clip, batch);
        });
    events.forEach((clip, batch) -> rows.put(clip, rows(batch)));
  }

  private List<float[]> rows(EventBatch events) {
    List<float[]> all = new ArrayList<>();
    if (events.size() == 0) {
      return all;
    }
    long last = events.t(events.size() - 1);
    if (window == 0) {
      all.add(row(events, events.t(0), last - events.t(0) + 1));
      return all;
    }
    for (long begin = events.t(0); begin + window <= last + 1; begin += step) {
      float[] row = row(events, begin, window);
      if (row != null) {
        all.add(row);
      }
    }
    return all;
  }

  private float[] row(EventBatch events, long begin, long length) {
    float[] row = new float[bins * grid * grid];
    int count = 0;
    for (int i = 0; i < events.size(); i++) {
      long t = events.t(i) - begin;
      if (t >= 0 && t < length) {
        int bin = (int) (t * bins / length);
        row[(bin * grid + events.y(i) * grid / height) * grid + events.x(i) * grid / width]++;
        count++;
      }
    }
    return window > 0 && count < LEAST_EVENTS ? null : row;
  }

  /** Rows of a clip: counts, not yet scaled. */
  List<float[]> of(LabelledClip clip) {
    return rows.get(clip);
  }

  /** ln(1 + counts), of unit length. */
  static float[] scaled(float[] counts) {
    float[] row = new float[counts.length];
    double square = 0;
    for (int i = 0; i < row.length; i++) {
      row[i] = (float) Math.log1p(counts[i]);
      square += (double) row[i] * row[i];
    }
    float factor = square > 0 ? (float) (1 / Math.sqrt(square)) : 0;
    for (int i = 0; i < row.length; i++) {
      row[i] *= factor;
    }
    return row;
  }

  /** Counts over the whole window. */
  float[] withoutTime(float[] counts) {
    float[] sum = new float[grid * grid];
    for (int i = 0; i < counts.length; i++) {
      sum[i % sum.length] += counts[i];
    }
    return sum;
  }
}
