package org.saccade.connectors.recording;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** All formats of event recordings, and which of them a recording is. */
public final class EventFormats {
  private static final List<EventFormat> ALL = List.of();

  private EventFormats() {}

  public static List<EventFormat> all() {
    return ALL;
  }

  /** The format with a name, such as {@code evt3}. */
  public static Optional<EventFormat> named(String name) {
    return ALL.stream().filter(f -> f.name().equals(name.toLowerCase(Locale.ROOT))).findFirst();
  }

  /** A format and what it read of the recording's head. */
  public record Found(EventFormat format, RecordingHeader header) {}

  /**
   * The format that a recording is of, by content: the most certain one that recognises it.
   *
   * @throws UnreadableRecordingException if none does
   */
  public static Found find(Head head, ReadOptions options) throws IOException {
    Found best = null;
    int certainty = 0;
    for (EventFormat format : ALL) {
      if (options.format() != null && !format.name().equals(options.format())) {
        continue;
      }
      Optional<EventFormat.Recognised> match = format.recognise(head, options);
      if (match.isPresent() && match.get().certainty() > certainty) {
        best = new Found(format, match.get().header());
        certainty = match.get().certainty();
      }
    }
    if (best == null) {
      throw new UnreadableRecordingException(
          "its first bytes are of no recording format known here ("
              + ALL.stream().map(EventFormat::name).collect(Collectors.joining(", "))
              + "); name one with --format if it is");
    }
    return best;
  }
}
