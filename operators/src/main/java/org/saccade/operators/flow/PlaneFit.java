package org.saccade.operators.flow;

/**
 * A plane t = a x + b y + c through points, by least squares, with outliers left out.
 *
 * <p>x, y and t are whole numbers, so all sums are exact and only the last few operations round:
 * points on one line are known as such, and points on a plane of a slope of up to some ten
 * milliseconds a pixel give it to the last bit.
 */
public final class PlaneFit {
  /** Fits after which what is left is taken as it is. */
  private static final int MOST_FITS = 10;

  private final int[] x;
  private final int[] y;
  private final long[] t;
  private int n;
  private double a;
  private double b;
  private double c;
  private double residual;

  /**
   * @param points most points
   */
  public PlaneFit(int points) {
    x = new int[points];
    y = new int[points];
    t = new long[points];
  }

  /** Forgets all points. */
  public void clear() {
    n = 0;
  }

  /**
   * Adds a point.
   *
   * @param px within ±64, as py
   * @param pt within ±2^40
   */
  public void add(int px, int py, long pt) {
    x[n] = px;
    y[n] = py;
    t[n] = pt;
    n++;
  }

  /**
   * Keeps the points of the newest edge, given that time ends at 0: in the order of their age, all
   * up to the first that is further behind the one before it than that one is behind the newest.
   *
   * @param sure points that are kept in any case: more than may lie side by side on the edge
   */
  public void keepNewestEdge(int sure) {
    sortByAge();
    for (int i = Math.max(1, sure); i < n; i++) {
      if (t[i - 1] - t[i] > t[0] - t[i - 1]) {
        n = i;
      }
    }
  }

  /** Newest first; by insertion, for the points are few. */
  private void sortByAge() {
    for (int i = 1; i < n; i++) {
      long time = t[i];
      int px = x[i];
      int py = y[i];
      int j = i;
      for (; j > 0 && t[j - 1] < time; j--) {
        t[j] = t[j - 1];
        x[j] = x[j - 1];
        y[j] = y[j - 1];
      }
      t[j] = time;
      x[j] = px;
      y[j] = py;
    }
  }

  /** Points: after a fit, those that were kept. */
  public int size() {
    return n;
  }

  /**
   * Fits until no point lies further than {@code reject} pixels from the plane.
   *
   * @param reject |t − plane| / √(a² + b²) of a point that is still kept
   * @param least fewest points of a plane, at least 3
   * @return whether there is a plane that is not flat: else {@link #a} and the others mean nothing
   */
  public boolean fit(double reject, int least) {
    for (int fits = 1; ; fits++) {
      if (n < least || !solve()) {
        return false;
      }
      double bound = reject * Math.sqrt(a * a + b * b);
      if (keepWithin(bound) || fits == MOST_FITS) {
        return n >= least;
      }
    }
  }

  /** Least squares over all points; false if they lie on a line or the plane is flat. */
  private boolean solve() {
    long sx = 0;
    long sy = 0;
    long st = 0;
    long sxx = 0;
    long sxy = 0;
    long syy = 0;
    long sxt = 0;
    long syt = 0;
    for (int i = 0; i < n; i++) {
      sx += x[i];
      sy += y[i];
      st += t[i];
      sxx += x[i] * x[i];
      sxy += x[i] * y[i];
      syy += y[i] * y[i];
      sxt += x[i] * t[i];
      syt += y[i] * t[i];
    }
    // n² times the covariances: still whole numbers.
    long xx = n * sxx - sx * sx;
    long xy = n * sxy - sx * sy;
    long yy = n * syy - sy * sy;
    long xt = n * sxt - sx * st;
    long yt = n * syt - sy * st;
    long det = xx * yy - xy * xy;
    if (det == 0) {
      return false;
    }
    a = ((double) xt * yy - (double) yt * xy) / det;
    b = ((double) yt * xx - (double) xt * xy) / det;
    c = (st - a * sx - b * sy) / n;
    return a != 0 || b != 0;
  }

  /** Leaves out points beyond the bound; true if there was none. */
  private boolean keepWithin(double bound) {
    int kept = 0;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double r = t[i] - (a * x[i] + b * y[i] + c);
      if (Math.abs(r) <= bound) {
        x[kept] = x[i];
        y[kept] = y[i];
        t[kept] = t[i];
        kept++;
        squares += r * r;
      }
    }
    boolean all = kept == n;
    n = kept;
    residual = kept == 0 ? 0 : Math.sqrt(squares / kept);
    return all;
  }

  /** Slope along x: microseconds a pixel. */
  public double a() {
    return a;
  }

  /** Slope along y: microseconds a pixel. */
  public double b() {
    return b;
  }

  /** Root mean square distance in time of the points that were kept, microseconds. */
  public double residual() {
    return residual;
  }
}
