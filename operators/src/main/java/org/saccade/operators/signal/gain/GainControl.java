package org.saccade.operators.signal.gain;

import org.saccade.operators.paged.Page;
import org.saccade.operators.paged.PageSink;
import org.saccade.operators.paged.PagedDoubles;
import org.saccade.operators.signal.Samples;
import org.saccade.operators.signal.SignalOperator;
import org.saccade.schemas.batch.SampleBatch;

/**
 * Adaptive gain control in place of the samples. Where a channel is missing all are, and the gains
 * stay.
 *
 * <p>The state is a gain a vector, 0 at first; gains may be negative. No pivot of the matrix falls
 * below α, and where one would no gain falls further: so the response is always there, and a
 * silence winds nothing up.
 */
public final class GainControl implements SignalOperator {
  private static final double MOST = 1e12;

  private final double leak;
  private final double target;
  private final double eta;
  private final double[][] frame;
  private final int channels;
  private final PagedDoubles state;
  private final double[] gains;
  private final double[][] factor;
  private final double[] y;
  private boolean atFloor;

  public GainControl(GainParameters parameters) {
    leak = parameters.leak();
    target = parameters.target();
    eta = parameters.eta();
    frame = parameters.frame();
    channels = parameters.channels();
    state = new PagedDoubles("gains", frame.length);
    gains = state.values();
    factor = new double[channels][channels];
    y = new double[channels];
  }

  @Override
  public void process(SampleBatch batch) {
    Samples.requireChannels(batch, channels);
    for (int i = 0; i < batch.size(); i++) {
      boolean measured = true;
      for (int c = 0; c < channels; c++) {
        y[c] = batch.channel(c)[i];
        measured &= Samples.measured(y[c]);
      }
      if (measured) {
        respond();
        adapt();
      }
      for (int c = 0; c < channels; c++) {
        batch.channel(c)[i] = measured ? y[c] : Double.NaN;
      }
    }
    state.changed();
  }

  /** {@code y ← (αI + W diag(g) Wᵀ)⁻¹ y}, by Cholesky's factor. */
  private void respond() {
    factorize();
    for (int r = 0; r < channels; r++) {
      double sum = y[r];
      for (int c = 0; c < r; c++) {
        sum -= factor[r][c] * y[c];
      }
      y[r] = sum / factor[r][r];
    }
    for (int r = channels - 1; r >= 0; r--) {
      double sum = y[r];
      for (int c = r + 1; c < channels; c++) {
        sum -= factor[c][r] * y[c];
      }
      y[r] = sum / factor[r][r];
    }
  }

  private void factorize() {
    atFloor = false;
    for (int r = 0; r < channels; r++) {
      for (int c = 0; c <= r; c++) {
        double sum = r == c ? leak : 0;
        for (int k = 0; k < gains.length; k++) {
          sum += gains[k] * frame[k][r] * frame[k][c];
        }
        for (int j = 0; j < c; j++) {
          sum -= factor[r][j] * factor[c][j];
        }
        if (r == c) {
          atFloor |= sum < leak;
          factor[r][r] = Math.sqrt(Math.max(leak, sum));
        } else {
          factor[r][c] = sum / factor[c][c];
        }
      }
    }
  }

  /** {@code g ← g + η (z²/target − 1)}, z = Wᵀy. */
  private void adapt() {
    for (int k = 0; k < gains.length; k++) {
      double z = 0;
      for (int c = 0; c < channels; c++) {
        z += frame[k][c] * y[c];
      }
      double change = eta * (z * z / target - 1);
      if (change > 0 || !atFloor) {
        gains[k] = Math.max(-MOST, Math.min(MOST, gains[k] + change));
      }
    }
  }

  /** Gains now, a copy. */
  public double[] gains() {
    return gains.clone();
  }

  @Override
  public void gap(long missing) {
    Samples.requireMissing(missing);
  }

  @Override
  public void clear() {
    state.clear();
  }

  @Override
  public long bytes() {
    return state.bytes() + 8L * channels * (channels + frame.length + 1);
  }

  @Override
  public void restore(int number, Page page) {
    state.restore(number, page);
  }

  @Override
  public void flush(PageSink sink) {
    state.flush(sink);
  }
}
