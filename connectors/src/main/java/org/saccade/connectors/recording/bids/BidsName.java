package org.saccade.connectors.recording.bids;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of a file says: {@code sub-01_task-rest_eeg.edf}.
 *
 * @param entities such as {@code sub} → {@code 01}, in their order
 * @param suffix such as {@code eeg}
 * @param ending with the dot, lower case
 */
record BidsName(Map<String, String> entities, String suffix, String ending) {
  private static final int MAX_LENGTH = 255;
  private static final Pattern NAME =
      Pattern.compile("((?:[a-zA-Z]+-[a-zA-Z0-9+]+_)*)([a-zA-Z0-9]+)(\\.[a-zA-Z0-9.]+)");

  static Optional<BidsName> of(Path file) {
    String name = String.valueOf(file.getFileName());
    Matcher m = NAME.matcher(name);
    if (name.length() > MAX_LENGTH || !m.matches()) {
      return Optional.empty();
    }
    Map<String, String> entities = new LinkedHashMap<>();
    for (String part : m.group(1).split("_")) {
      int dash = part.indexOf('-');
      if (dash > 0) {
        entities.put(part.substring(0, dash), part.substring(dash + 1));
      }
    }
    return Optional.of(new BidsName(entities, m.group(2), m.group(3).toLowerCase(Locale.ROOT)));
  }

  /** Whether a sidecar of this name applies to a recording of that: it has all its entities. */
  boolean appliesTo(BidsName recording) {
    return recording.entities.entrySet().containsAll(entities.entrySet());
  }
}
