package org.saccade.operators.signal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The first channel of a sleep recording (EDF): just enough of the format for it. */
public final class Psg {
  private static final Path FILE =
      Path.of(
          System.getProperty("saccade.recordings", "recordings"), "neuro", "edf", "short_psg.edf");

  private Psg() {}

  /** Physical values of EEG Fpz-Cz, µV, 100 Hz; null, said in one line, where it is absent. */
  public static double[] microvolts() throws IOException {
    if (!Files.isRegularFile(FILE)) {
      System.out.println("no sleep recording at " + FILE + ": not read in this run");
      return null;
    }
    byte[] file = Files.readAllBytes(FILE);
    int headers = (int) number(file, 184, 8);
    int records = (int) number(file, 236, 8);
    int signals = (int) number(file, 252, 4);
    // A field of all signals, then the next: label 16, transducer 80, unit 8, four bounds of 8,
    // filter 80, samples 8.
    double[] bounds = new double[4];
    for (int k = 0; k < 4; k++) {
      bounds[k] = number(file, 256 + signals * (104 + 8 * k), 8);
    }
    int[] samples = new int[signals];
    int all = 0;
    for (int s = 0; s < signals; s++) {
      samples[s] = (int) number(file, 256 + signals * 216 + 8 * s, 8);
      all += samples[s];
    }
    ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    double[] x = new double[records * samples[0]];
    for (int i = 0; i < x.length; i++) {
      int record = i / samples[0];
      int d = in.getShort(headers + 2 * (record * all + i % samples[0]));
      x[i] = bounds[0] + (d - bounds[2]) * (bounds[1] - bounds[0]) / (bounds[3] - bounds[2]);
    }
    return x;
  }

  private static double number(byte[] file, int at, int width) {
    return Double.parseDouble(new String(file, at, width, StandardCharsets.US_ASCII).trim());
  }
}
