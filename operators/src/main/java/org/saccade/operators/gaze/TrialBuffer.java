package org.saccade.operators.gaze;

import java.util.Arrays;
import org.saccade.operators.paged.Page;
import org.saccade.operators.paged.PageForm;
import org.saccade.operators.paged.PageSink;

/** The positions of a trial, up to a bound; in pages of {@value #PAGE} samples from page 1 on. */
final class TrialBuffer {
  private static final int PAGE = 4096;
  private static final int VERSION = 1;

  private final int most;
  private double[][] at = new double[4][0];
  private int size;
  private boolean overflown;
  private int flushed;
  private int pages;

  TrialBuffer(int most) {
    this.most = most;
  }

  void add(double xl, double yl, double xr, double yr) {
    if (size == most) {
      overflown = true;
      return;
    }
    if (size == at[0].length) {
      int length = Math.min(most, Math.max(PAGE, 2 * size));
      for (int k = 0; k < 4; k++) {
        at[k] = Arrays.copyOf(at[k], length);
      }
    }
    at[0][size] = xl;
    at[1][size] = yl;
    at[2][size] = xr;
    at[3][size] = yr;
    size++;
  }

  /** Whether the trial was longer than the bound: it is not whole. */
  boolean overflown() {
    return overflown;
  }

  int size() {
    return size;
  }

  double[] component(int k) {
    return Arrays.copyOf(at[k], size);
  }

  void clear() {
    size = 0;
    overflown = false;
    flushed = 0;
    at = new double[4][0];
  }

  void restore(int samples, boolean over) {
    size = samples;
    overflown = over;
    flushed = samples;
    pages = (samples + PAGE - 1) / PAGE;
    int length = Math.min(most, pages * PAGE);
    for (int k = 0; k < 4; k++) {
      at[k] = Arrays.copyOf(at[k], Math.max(at[k].length, length));
    }
  }

  long bytes() {
    return 32L * at[0].length;
  }

  void flush(PageSink sink) {
    int first = flushed / PAGE;
    int count = (size + PAGE - 1) / PAGE;
    for (int p = first; p < count; p++) {
      int from = p * PAGE;
      int to = Math.min(size, from + PAGE);
      sink.put(
          1 + p,
          PageForm.page(
              VERSION,
              out -> {
                out.writeInt(to - from);
                for (double[] component : at) {
                  for (int i = from; i < to; i++) {
                    out.writeDouble(component[i]);
                  }
                }
              }));
    }
    for (int p = count; p < pages; p++) {
      sink.remove(1 + p);
    }
    pages = count;
    flushed = size;
  }

  /** Takes a page back, in any order. */
  void restorePage(int number, Page page) {
    PageForm.read(
        "trial",
        page,
        VERSION,
        in -> {
          int n = in.readInt();
          int from = (number - 1) * PAGE;
          for (int k = 0; k < 4; k++) {
            if (at[k].length < from + n) {
              at[k] = Arrays.copyOf(at[k], from + n);
            }
            for (int i = 0; i < n; i++) {
              at[k][from + i] = in.readDouble();
            }
          }
        });
  }
}
