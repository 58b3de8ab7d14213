package org.saccade.operators.signal.iir;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A rational transfer function {@code H(s) = k · ∏(s − z) / ∏(s − p)}, analogue until {@link
 * #bilinear}.
 */
record ZeroPoleGain(List<Complex> zeros, List<Complex> poles, double gain) {
  /** Half the rate at which {@link #bilinear} samples; the design is in units of it. */
  static final double TWO_RATE = 4;

  /** Butterworth's low-pass of cut-off 1 rad/s: poles evenly on the left half of the circle. */
  static ZeroPoleGain butterworth(int order) {
    List<Complex> poles = new ArrayList<>();
    for (int m = 1 - order; m < order; m += 2) {
      double angle = StrictMath.PI * m / (2 * order);
      poles.add(new Complex(-StrictMath.cos(angle), m == 0 ? 0 : -StrictMath.sin(angle)));
    }
    return new ZeroPoleGain(List.of(), poles, 1);
  }

  /** {@code s → s/w}. */
  ZeroPoleGain lowPass(double w) {
    double k = gain * StrictMath.pow(w, degree());
    return new ZeroPoleGain(map(zeros, z -> z.times(w)), map(poles, p -> p.times(w)), k);
  }

  /** {@code s → w/s}. */
  ZeroPoleGain highPass(double w) {
    List<Complex> z = map(zeros, v -> Complex.real(w).over(v));
    for (int i = 0; i < degree(); i++) {
      z.add(Complex.real(0));
    }
    return new ZeroPoleGain(z, map(poles, p -> Complex.real(w).over(p)), gain * inverseAtZero());
  }

  /** {@code s → (s² + w²)/(bw·s)}. */
  ZeroPoleGain bandPass(double w, double bw) {
    List<Complex> z = split(zeros, v -> v.times(bw / 2), w);
    for (int i = 0; i < degree(); i++) {
      z.add(Complex.real(0));
    }
    double k = gain * StrictMath.pow(bw, degree());
    return new ZeroPoleGain(z, split(poles, p -> p.times(bw / 2), w), k);
  }

  /** {@code s → bw·s/(s² + w²)}. */
  ZeroPoleGain bandStop(double w, double bw) {
    List<Complex> z = split(zeros, v -> Complex.real(bw / 2).over(v), w);
    for (int i = 0; i < degree(); i++) {
      z.add(new Complex(0, w));
      z.add(new Complex(0, -w));
    }
    List<Complex> p = split(poles, v -> Complex.real(bw / 2).over(v), w);
    return new ZeroPoleGain(z, p, gain * inverseAtZero());
  }

  /** {@code s = 4 (z − 1)/(z + 1)}: zeros at infinity go to −1. */
  ZeroPoleGain bilinear() {
    Complex four = Complex.real(TWO_RATE);
    List<Complex> z = map(zeros, v -> four.plus(v).over(four.minus(v)));
    for (int i = 0; i < degree(); i++) {
      z.add(Complex.real(-1));
    }
    List<Complex> p = map(poles, v -> four.plus(v).over(four.minus(v)));
    Complex k = product(zeros, four::minus).over(product(poles, four::minus));
    return new ZeroPoleGain(z, p, gain * k.re());
  }

  private int degree() {
    return poles.size() - zeros.size();
  }

  private double inverseAtZero() {
    return product(zeros, z -> z.times(-1)).over(product(poles, p -> p.times(-1))).re();
  }

  private static Complex product(List<Complex> roots, Function<Complex, Complex> factor) {
    Complex product = Complex.ONE;
    for (Complex root : roots) {
      product = product.times(factor.apply(root));
    }
    return product;
  }

  private static List<Complex> map(List<Complex> roots, Function<Complex, Complex> f) {
    List<Complex> mapped = new ArrayList<>();
    for (Complex root : roots) {
      mapped.add(f.apply(root));
    }
    return mapped;
  }

  /** Both roots of {@code s² − 2·f(root)·s + w²}. */
  private static List<Complex> split(List<Complex> roots, Function<Complex, Complex> f, double w) {
    List<Complex> both = new ArrayList<>();
    List<Complex> minus = new ArrayList<>();
    for (Complex root : roots) {
      Complex half = f.apply(root);
      Complex d = half.times(half).minus(Complex.real(w * w)).sqrt();
      both.add(half.plus(d));
      minus.add(half.minus(d));
    }
    both.addAll(minus);
    return both;
  }
}
