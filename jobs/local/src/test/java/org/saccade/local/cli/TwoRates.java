package org.saccade.local.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * An EDF+D file of two rates, with a patient in its header. Records at 0.25 s and 5.25 s: three
 * samples of Cz (0.5 uV a stored unit), one of Temp.
 */
final class TwoRates {
  private TwoRates() {}

  static byte[] bytes() {
    StringBuilder head = new StringBuilder();
    field(head, 8, "0");
    field(head, 80, "P-77 F 02-MAY-1951 Haagse_Harry");
    field(head, 80, "Startdate 02-MAR-2002 EMG561 BK/JOP Sony");
    field(head, 8, "02.03.02", "14.15.16", "1024");
    field(head, 44, "EDF+D");
    field(head, 8, "2", "1");
    field(head, 4, "3");
    field(head, 16, "EEG Cz", "Temp", "EDF Annotations");
    field(head, 80, "", "", "");
    field(head, 8, "uV", "degC", "", "-500", "-100", "-1", "500", "100", "1");
    field(head, 8, "-1000", "-1000", "-32768", "1000", "1000", "32767");
    field(head, 80, "", "", "");
    field(head, 8, "3", "1", "20");
    field(head, 32, "", "", "");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
    record(out, "+0.25\24\24\0", 1, 2, 3, 365);
    record(out, "+5.25\24\24\0+5.5\0250.5\24blink, left\24\0", 4, 5, 6, 370);
    return out.toByteArray();
  }

  /** An EDF+C file of annotations alone: "go" at 1 s, "stop" for half a second at 1.2 s. */
  static byte[] textsOnly() {
    StringBuilder head = new StringBuilder();
    field(head, 8, "0");
    field(head, 80, "X X X X", "Startdate X X X X");
    field(head, 8, "02.03.02", "14.15.16", "512");
    field(head, 44, "EDF+C");
    field(head, 8, "1", "0");
    field(head, 4, "1");
    field(head, 16, "EDF Annotations");
    field(head, 80, "");
    field(head, 8, "", "-1", "1", "-32768", "32767");
    field(head, 80, "");
    field(head, 8, "20");
    field(head, 32, "");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
    record(out, "+0\24\24\0+1\24go\24\0+1.2\0250.5\24stop\24\0");
    return out.toByteArray();
  }

  private static void field(StringBuilder head, int length, String... texts) {
    for (String text : texts) {
      head.append(text).append(" ".repeat(length - text.length()));
    }
  }

  private static void record(ByteArrayOutputStream out, String texts, int... samples) {
    for (int sample : samples) {
      out.write(sample);
      out.write(sample >> 8);
    }
    byte[] padded = new byte[40];
    byte[] utf8 = texts.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(utf8, 0, padded, 0, utf8.length);
    out.writeBytes(padded);
  }
}
