package org.saccade.simulators.eeg;

import java.util.ArrayList;
import java.util.List;

/**
 * Electrodes on the unit sphere: x to the right, y to the front, z up.
 *
 * @param names of the electrodes
 * @param places {@code [electrode][x, y, z]}
 */
public record Montage(List<String> names, double[][] places) {
  /**
   * The ten-twenty system's 19: name, angle from the vertex and azimuth from the right, degrees.
   */
  private static final Object[][] TEN_TWENTY = {
    {"Fp1", 90, 108}, {"Fp2", 90, 72}, {"F7", 90, 144}, {"F3", 60, 129}, {"Fz", 45, 90},
    {"F4", 60, 51}, {"F8", 90, 36}, {"T7", 90, 180}, {"C3", 45, 180}, {"Cz", 0, 0},
    {"C4", 45, 0}, {"T8", 90, 0}, {"P7", 90, 216}, {"P3", 60, 231}, {"Pz", 45, 270},
    {"P4", 60, 309}, {"P8", 90, 324}, {"O1", 90, 252}, {"O2", 90, 288}
  };

  public Montage {
    names = List.copyOf(names);
  }

  /** The 19 electrodes of the ten-twenty system. */
  public static Montage tenTwenty() {
    List<String> names = new ArrayList<>();
    double[][] places = new double[TEN_TWENTY.length][];
    for (int c = 0; c < places.length; c++) {
      names.add((String) TEN_TWENTY[c][0]);
      double polar = StrictMath.toRadians((Integer) TEN_TWENTY[c][1]);
      double azimuth = StrictMath.toRadians((Integer) TEN_TWENTY[c][2]);
      places[c] = place(polar, azimuth);
    }
    return new Montage(names, places);
  }

  /** So many electrodes {@code E1, E2, …} spread over the upper half of the head. */
  public static Montage of(int electrodes) {
    List<String> names = new ArrayList<>();
    double[][] places = new double[electrodes][];
    double golden = Math.PI * (3 - StrictMath.sqrt(5));
    for (int c = 0; c < electrodes; c++) {
      names.add("E" + (c + 1));
      places[c] = place(StrictMath.acos(1 - (c + 0.5) / electrodes), golden * c);
    }
    return new Montage(names, places);
  }

  private static double[] place(double polar, double azimuth) {
    return new double[] {
      StrictMath.sin(polar) * StrictMath.cos(azimuth),
      StrictMath.sin(polar) * StrictMath.sin(azimuth),
      StrictMath.cos(polar)
    };
  }

  /** How many. */
  public int size() {
    return names.size();
  }

  /** {@code exp(−d²/2σ²)} of an electrode and a place. */
  double nearness(int electrode, double[] place, double sigma) {
    double squares = 0;
    for (int k = 0; k < 3; k++) {
      double d = places[electrode][k] - place[k];
      squares += d * d;
    }
    return StrictMath.exp(-squares / (2 * sigma * sigma));
  }
}
