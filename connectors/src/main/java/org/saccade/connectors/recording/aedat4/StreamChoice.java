package org.saccade.connectors.recording.aedat4;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which streams are read: of one camera, the first of each kind. Where the header declares none,
 * all are.
 */
final class StreamChoice {
  private final List<Stream> declared;
  private final List<Stream> chosen = new ArrayList<>();

  /**
   * @param camera source or number of a stream of it; null: the first with events, else the first
   * @throws IllegalArgumentException if there is no such camera; one line that names those there
   *     are
   */
  StreamChoice(List<Stream> declared, String camera) {
    this.declared = declared;
    Stream first = first(camera);
    if (first == null) {
      return;
    }
    chosen.add(first);
    for (Stream stream : declared) {
      boolean have = chosen.stream().anyMatch(c -> c.kind() == stream.kind());
      if (!have && stream.source().equals(first.source())) {
        chosen.add(stream);
      }
    }
  }

  private Stream first(String camera) {
    Stream best = null;
    for (Stream stream : declared) {
      boolean meant =
          camera == null
              || stream.source().equalsIgnoreCase(camera)
              || String.valueOf(stream.number()).equals(camera);
      boolean better = best == null || best.kind() != Kind.EVTS && stream.kind() == Kind.EVTS;
      best = meant && better ? stream : best;
    }
    if (best == null && camera != null) {
      throw new IllegalArgumentException(
          "has no camera \"" + camera + "\"; its cameras are " + String.join(", ", cameras()));
    }
    return best;
  }

  /** Sources in their order. */
  Set<String> cameras() {
    Set<String> all = new LinkedHashSet<>();
    declared.forEach(s -> all.add(s.source().isEmpty() ? "not named" : s.source()));
    return all;
  }

  List<Stream> chosen() {
    return chosen;
  }

  boolean isKnown(int number) {
    return declared.isEmpty() ? number < Stream.MAX_NUMBER : find(declared, number) != null;
  }

  boolean isLeftOut(int number) {
    return !declared.isEmpty() && find(chosen, number) == null;
  }

  /** Kind that is declared of a stream; null: nothing is. */
  Kind kind(int number) {
    Stream stream = find(declared, number);
    return stream == null ? null : stream.kind();
  }

  private static Stream find(List<Stream> streams, int number) {
    for (int i = 0; i < streams.size(); i++) {
      if (streams.get(i).number() == number) {
        return streams.get(i);
      }
    }
    return null;
  }
}
