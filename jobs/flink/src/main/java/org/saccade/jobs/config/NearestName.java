package org.saccade.jobs.config;

/** The known key that is fewest edits away from an unknown one. */
final class NearestName {
  private NearestName() {}

  static String to(String unknown) {
    String nearest = "";
    int fewest = Integer.MAX_VALUE;
    for (Setting<?> setting : Settings.all()) {
      int edits = edits(unknown, setting.key());
      if (edits < fewest) {
        fewest = edits;
        nearest = setting.key();
      }
    }
    return nearest;
  }

  /** Levenshtein distance: insertions, deletions and replacements from one to the other. */
  static int edits(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
