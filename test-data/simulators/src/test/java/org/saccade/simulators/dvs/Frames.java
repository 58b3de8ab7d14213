package org.saccade.simulators.dvs;

import java.util.Arrays;
import org.saccade.schemas.batch.EventBatch;

/** Small words for tests of pixels: frames, exact pixels, counts. */
final class Frames {
  static final double THETA = 0.2;

  private Frames() {}

  /** Thresholds of 0.2 at every pixel and nothing else. */
  static PixelParameters exact() {
    return PixelParameters.clean().withThresholds(THETA, THETA, 0);
  }

  static float[] uniform(int pixels, double luminance) {
    float[] frame = new float[pixels];
    Arrays.fill(frame, (float) luminance);
    return frame;
  }

  /** Luminance that lies a number of log units above 100. */
  static double above100(double logUnits) {
    return 100 * Math.exp(logUnits);
  }

  static long count(EventBatch batch, int polarity) {
    long n = 0;
    for (int i = 0; i < batch.size(); i++) {
      n += batch.p(i) == polarity ? 1 : 0;
    }
    return n;
  }

  static int[] perPixel(EventBatch batch, int width, int height) {
    int[] counts = new int[width * height];
    for (int i = 0; i < batch.size(); i++) {
      counts[batch.y(i) * width + batch.x(i)]++;
    }
    return counts;
  }

  /** Runs constant light from 0 in equal steps. */
  static EventBatch constantLight(PixelModel model, double luminance, long stepMicros, int steps) {
    EventBatch out = new EventBatch(1024);
    float[] frame = uniform(model.width() * model.height(), luminance);
    for (int i = 0; i <= steps; i++) {
      model.step(i * stepMicros, frame, out);
    }
    return out;
  }

  static long[] times(EventBatch batch) {
    return Arrays.copyOf(batch.t(), batch.size());
  }
}
