package org.saccade.connectors.recording;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/**
 * All formats of event recordings, and which of them a recording is.
 *
 * <p>The formats are the lines of {@code
 * META-INF/services/org.saccade.connectors.recording.EventFormat}: so this package does not depend
 * on those of the formats, which depend on it.
 */
public final class EventFormats {
  private static final List<EventFormat> ALL =
      ServiceLoader.load(EventFormat.class, EventFormat.class.getClassLoader()).stream()
          .map(ServiceLoader.Provider::get)
          .toList();

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
   * The format that a recording is of, by content: the most certain one that recognises it. Where
   * the caller names a format, only that one is asked, and it takes what it can read at all.
   *
   * @throws UnreadableRecordingException if none does
   */
  public static Found find(Head head, ReadOptions options) throws IOException {
    if (options.format() != null && named(options.format()).isEmpty()) {
      throw new UnreadableRecordingException(
          "format \"" + options.format() + "\" is not known; name one of " + names());
    }
    Found best = null;
    int certainty = 0;
    for (EventFormat format : ALL) {
      if (options.format() != null && !format.name().equalsIgnoreCase(options.format())) {
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
          ForeignContent.describe(head)
              + (options.format() == null
                  ? "; expected a recording of " + names() + "; name its format if it is one"
                  : "; expected " + options.format() + "; leave the format to be found"));
    }
    return best;
  }

  /** Whether a format needs more than these first bytes to recognise its recording. */
  static boolean headerGoesOn(Head head) {
    return ALL.stream().anyMatch(format -> format.headerGoesOn(head));
  }

  private static String names() {
    return ALL.stream().map(EventFormat::name).collect(Collectors.joining(", "));
  }
}
