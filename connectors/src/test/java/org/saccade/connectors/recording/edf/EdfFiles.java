package org.saccade.connectors.recording.edf;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Builds small EDF and BDF files. */
final class EdfFiles {
  private static final int TEXT_BYTES = 60;
  private final EdfKind kind;
  private final String variant;
  private final String duration;
  private final List<String[]> signals = new ArrayList<>();
  private final List<Integer> samples = new ArrayList<>();
  private final ByteArrayOutputStream records = new ByteArrayOutputStream();
  private int count;
  private String declared;

  EdfFiles(EdfKind kind, String variant, String duration) {
    this.kind = kind;
    this.variant = variant;
    this.duration = duration;
  }

  /** A signal whose physical values are 0.5 of the stored ones. */
  EdfFiles signal(String label, int perRecord) {
    return signal(label, "uV", "-500", "500", "-1000", "1000", perRecord);
  }

  EdfFiles signal(
      String label, String unit, String pMin, String pMax, String dMin, String dMax, int n) {
    signals.add(new String[] {label, "", unit, pMin, pMax, dMin, dMax, "", String.valueOf(n), ""});
    samples.add(n);
    return this;
  }

  EdfFiles texts() {
    return signal(kind.annotations(), "", "-1", "1", "-1000", "1000", TEXT_BYTES / kind.width());
  }

  /**
   * A record: stored samples of the data signals in turn, then its texts (\24 and \25 as they are).
   */
  EdfFiles record(String texts, int... stored) {
    int at = 0;
    for (int s = 0; s < samples.size(); s++) {
      if (signals.get(s)[0].equals(kind.annotations())) {
        byte[] bytes = new byte[TEXT_BYTES];
        byte[] utf8 = texts.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(utf8, 0, bytes, 0, utf8.length);
        records.writeBytes(bytes);
        continue;
      }
      for (int i = 0; i < samples.get(s); i++) {
        int value = stored[at++];
        for (int b = 0; b < kind.width(); b++) {
          records.write(value >> 8 * b);
        }
      }
    }
    count++;
    return this;
  }

  /** Writes another number of records than there are. */
  EdfFiles declare(String number) {
    declared = number;
    return this;
  }

  byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StringBuilder head = new StringBuilder();
    field(head, kind == EdfKind.EDF ? "0" : "\u00ffBIOSEMI", 8);
    field(head, "P-77 F 02-MAY-1951 Haagse_Harry", 80);
    field(head, "Startdate 02-MAR-2002 EMG561 BK/JOP Sony", 80);
    field(head, "02.03.02", 8);
    field(head, "14.15.16", 8);
    field(head, String.valueOf(256 * (1 + signals.size())), 8);
    field(head, variant, 44);
    field(head, declared == null ? String.valueOf(count) : declared, 8);
    field(head, duration, 8);
    field(head, String.valueOf(signals.size()), 4);
    int[] lengths = {16, 80, 8, 8, 8, 8, 8, 80, 8, 32};
    for (int f = 0; f < lengths.length; f++) {
      for (String[] signal : signals) {
        field(head, signal[f], lengths[f]);
      }
    }
    out.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
    out.writeBytes(records.toByteArray());
    return out.toByteArray();
  }

  private static void field(StringBuilder head, String text, int length) {
    head.append(text).append(" ".repeat(length - text.length()));
  }
}
