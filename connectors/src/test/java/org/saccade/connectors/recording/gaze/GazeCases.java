package org.saccade.connectors.recording.gaze;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** A recording of gaze in each format: 500 Hz from 10 s on, an eye lost for a while. */
final class GazeCases {
  /** A format, and how a recording of so many samples looks in it. */
  record Case(String format, String head, String line, String lost, String foot) {
    byte[] recording(int samples) {
      StringBuilder text = new StringBuilder(head);
      for (int i = 0; i < samples; i++) {
        boolean seen = i % 40 < 35;
        text.append(
            String.format(
                Locale.ROOT,
                seen ? line : lost,
                10_000 + 2 * i,
                xLeft(i),
                yLeft(i),
                xLeft(i) + 0.25,
                yLeft(i) - 0.5));
      }
      return text.append(foot).toString().getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public String toString() {
      return format;
    }
  }

  private GazeCases() {}

  static double xLeft(int sample) {
    return sample % 17 / 8.0;
  }

  static double yLeft(int sample) {
    return -1 - sample % 5 / 4.0;
  }

  static List<Case> all() {
    return List.of(
        new Case(
            "gaze-dat", "", "%d\t%.4f\t%.4f\t%.4f\t%.4f\n", "%d\tnan\tnan\t%4$.4f\t%5$.4f\n", ""),
        new Case(
            "gaze-csv",
            "time_ms,x_left_deg,y_left_deg,x_right_deg,y_right_deg\n",
            "%d,%.4f,%.4f,%.4f,%.4f\n",
            "%d,,,%4$.4f,%5$.4f\n",
            ""),
        new Case(
            "eyelink",
            """
            ** CONVERTED FROM trial.edf
            ** VERSION: EYELINK II 1
            MSG\t9990 GAZE_COORDS 0.00 0.00 1919.00 1079.00
            START\t10000\tLEFT\tRIGHT\tSAMPLES\tEVENTS
            PRESCALER\t1
            SAMPLES\tGAZE\tLEFT\tRIGHT\tRATE\t 500.00\tTRACKING\tCR\tFILTER\t2
            """,
            "%d\t%.4f\t%.4f\t1000.0\t%.4f\t%.4f\t1000.0\t.....\n",
            "%d\t.\t.\t0.0\t%4$.4f\t%5$.4f\t1000.0\t.....\n",
            "END\t20000\tSAMPLES\tEVENTS\tRES\t26.0\t26.0\n"));
  }
}
