package org.saccade.operators.signal.iir;

/** A complex number, for designs. */
record Complex(double re, double im) {
  static final Complex ONE = new Complex(1, 0);

  static Complex real(double re) {
    return new Complex(re, 0);
  }

  boolean isReal() {
    return im == 0;
  }

  double abs() {
    return StrictMath.hypot(re, im);
  }

  Complex plus(Complex o) {
    return new Complex(re + o.re, im + o.im);
  }

  Complex minus(Complex o) {
    return new Complex(re - o.re, im - o.im);
  }

  Complex times(Complex o) {
    return new Complex(re * o.re - im * o.im, re * o.im + im * o.re);
  }

  Complex times(double factor) {
    return new Complex(re * factor, im * factor);
  }

  Complex over(Complex o) {
    double d = o.re * o.re + o.im * o.im;
    return new Complex((re * o.re + im * o.im) / d, (im * o.re - re * o.im) / d);
  }

  /** The root with a real part that is not negative; the imaginary part has the sign of ours. */
  Complex sqrt() {
    double m = abs();
    double a = StrictMath.sqrt((m + Math.abs(re)) / 2);
    double b = a == 0 ? 0 : Math.abs(im) / (2 * a);
    return re >= 0 ? new Complex(a, Math.copySign(b, im)) : new Complex(b, Math.copySign(a, im));
  }
}
