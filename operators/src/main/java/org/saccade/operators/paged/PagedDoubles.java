package org.saccade.operators.paged;

import java.util.Arrays;

/**
 * A fixed number of doubles, worked on in place, in pages of {@value #PAGE}. New, all are 0; a page
 * of nothing but positive zeros is not kept.
 */
public final class PagedDoubles implements Paged {
  private static final int PAGE = 1024;
  private static final int VERSION = 1;

  private final String what;
  private final double[] values;
  private final boolean[] changed;
  private final boolean[] kept;

  /**
   * @param what they are, for messages
   * @param length at least 0
   */
  public PagedDoubles(String what, int length) {
    this.what = what;
    values = new double[length];
    changed = new boolean[(length + PAGE - 1) / PAGE];
    kept = new boolean[changed.length];
  }

  /** The values themselves; whoever writes into them says so with {@link #changed}. */
  public double[] values() {
    return values;
  }

  /** Values from one place up to, not including, another were written. */
  public void changed(int from, int to) {
    for (int p = from / PAGE; p * PAGE < to; p++) {
      changed[p] = true;
    }
  }

  /** Any of them may have been written. */
  public void changed() {
    Arrays.fill(changed, true);
  }

  /** All are 0 again. */
  public void clear() {
    Arrays.fill(values, 0);
    changed();
  }

  @Override
  public long bytes() {
    return 64 + 8L * values.length;
  }

  @Override
  public void restore(int number, Page page) {
    if (number >= changed.length) {
      throw new IllegalArgumentException(
          what
              + ": page "
              + number
              + " in state, but "
              + values.length
              + " values have "
              + changed.length
              + " pages; the state is of other parameters or channels");
    }
    int from = number * PAGE;
    int count = Math.min(PAGE, values.length - from);
    PageForm.read(
        what,
        page,
        VERSION,
        in -> {
          int written = in.readInt();
          if (written != count) {
            throw new IllegalArgumentException(
                what
                    + ": page "
                    + number
                    + " has "
                    + written
                    + " values, not "
                    + count
                    + "; the state is of other parameters or channels");
          }
          for (int i = from; i < from + count; i++) {
            values[i] = in.readDouble();
          }
        });
    changed[number] = false;
    kept[number] = true;
  }

  @Override
  public void flush(PageSink sink) {
    for (int p = 0; p < changed.length; p++) {
      if (changed[p]) {
        flush(p, sink);
      }
    }
  }

  private void flush(int p, PageSink sink) {
    int from = p * PAGE;
    int to = Math.min(values.length, from + PAGE);
    boolean zero = true;
    for (int i = from; i < to && zero; i++) {
      zero = Double.doubleToRawLongBits(values[i]) == 0;
    }
    if (!zero) {
      sink.put(
          p,
          PageForm.page(
              VERSION,
              out -> {
                out.writeInt(to - from);
                for (int i = from; i < to; i++) {
                  out.writeDouble(values[i]);
                }
              }));
    } else if (kept[p]) {
      sink.remove(p);
    }
    kept[p] = !zero;
    changed[p] = false;
  }
}
