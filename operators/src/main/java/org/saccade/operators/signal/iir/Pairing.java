package org.saccade.operators.signal.iir;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Poles and zeros to second-order sections: the pole nearest to the unit circle takes the zero
 * nearest to it and goes last, and so on (the pairing that SciPy calls {@code nearest}, section for
 * section). So a loud resonance comes after what damps it.
 */
final class Pairing {
  private final List<Complex> zeros;
  private final List<Complex> poles;
  private final double gain;

  /** One of every conjugate pair is kept. */
  Pairing(ZeroPoleGain filter) {
    zeros = new ArrayList<>(filter.zeros());
    poles = new ArrayList<>(filter.poles());
    gain = filter.gain();
    if (poles.size() % 2 == 1) {
      zeros.add(Complex.real(0));
      poles.add(Complex.real(0));
    }
    half(zeros);
    half(poles);
  }

  /** Keeps, of complex roots, those above the real axis; they come first. */
  private static void half(List<Complex> roots) {
    List<Complex> upper = new ArrayList<>();
    List<Complex> real = new ArrayList<>();
    for (Complex root : roots) {
      // Conjugates come out of the transforms with the same rounding, real roots exactly real but
      // for those that an even split leaves a rounding off the axis.
      if (Math.abs(root.im()) <= 100 * Math.ulp(1.0) * root.abs()) {
        real.add(Complex.real(root.re()));
      } else if (root.im() > 0) {
        upper.add(root);
      }
    }
    Comparator<Complex> order = Comparator.comparingDouble(Complex::re);
    upper.sort(order.thenComparingDouble(Complex::im));
    real.sort(order);
    roots.clear();
    roots.addAll(upper);
    roots.addAll(real);
  }

  Sections sections() {
    List<double[]> sections = new ArrayList<>();
    while (!poles.isEmpty()) {
      sections.add(0, next());
    }
    double[] first = sections.get(0);
    for (int i = 0; i < 3; i++) {
      first[i] *= gain;
    }
    return Sections.of(sections);
  }

  private double[] next() {
    Complex p1 = poles.remove(worst(poles));
    if (p1.isReal()) {
      List<Complex> real = poles.stream().filter(Complex::isReal).toList();
      Complex p2 = real.get(worst(real));
      poles.remove(p2);
      return withZeros(p1, p2);
    }
    if (realPoles() == 1 && zeros.stream().filter(Complex::isReal).count() == 1) {
      // The last real pole needs the last real zero.
      Complex z = zeros.remove(nearest(p1, Kind.COMPLEX));
      return section(z, conjugate(z), p1, conjugate(p1));
    }
    return withZeros(p1, conjugate(p1));
  }

  private long realPoles() {
    return poles.stream().filter(Complex::isReal).count();
  }

  private double[] withZeros(Complex p1, Complex p2) {
    Complex z1 = zeros.remove(nearest(p1, Kind.ANY));
    Complex z2 = z1.isReal() ? zeros.remove(nearest(p1, Kind.REAL)) : conjugate(z1);
    return section(z1, z2, p1, p2);
  }

  private static double[] section(Complex z1, Complex z2, Complex p1, Complex p2) {
    return new double[] {
      1, -z1.plus(z2).re(), z1.times(z2).re(), -p1.plus(p2).re(), p1.times(p2).re()
    };
  }

  private static Complex conjugate(Complex c) {
    return new Complex(c.re(), -c.im());
  }

  private static int worst(List<Complex> poles) {
    int worst = 0;
    for (int i = 1; i < poles.size(); i++) {
      if (fromCircle(poles.get(i)) < fromCircle(poles.get(worst))) {
        worst = i;
      }
    }
    return worst;
  }

  private static double fromCircle(Complex pole) {
    return Math.abs(1 - pole.abs());
  }

  private enum Kind {
    ANY,
    REAL,
    COMPLEX
  }

  private int nearest(Complex pole, Kind kind) {
    int nearest = -1;
    for (int i = 0; i < zeros.size(); i++) {
      Complex z = zeros.get(i);
      boolean fits = kind == Kind.ANY || z.isReal() == (kind == Kind.REAL);
      if (fits && (nearest < 0 || z.minus(pole).abs() < zeros.get(nearest).minus(pole).abs())) {
        nearest = i;
      }
    }
    return nearest;
  }
}
