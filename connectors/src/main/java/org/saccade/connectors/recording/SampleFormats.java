package org.saccade.connectors.recording;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * All formats of sampled recordings, and which of them a recording is.
 *
 * <p>The formats are the lines of {@code
 * META-INF/services/org.saccade.connectors.recording.SampleFormat}, as with {@link EventFormats}.
 */
public final class SampleFormats {
  private static final List<SampleFormat> ALL =
      ServiceLoader.load(SampleFormat.class, SampleFormat.class.getClassLoader()).stream()
          .map(ServiceLoader.Provider::get)
          .toList();

  private SampleFormats() {}

  public static List<SampleFormat> all() {
    return ALL;
  }

  /** The format with a name, such as {@code eyelink}. */
  public static Optional<SampleFormat> named(String name) {
    return ALL.stream().filter(f -> f.name().equals(name.toLowerCase(Locale.ROOT))).findFirst();
  }

  /**
   * The sampled format that a file is of: the named one, else by content; empty where it is none,
   * or no file that can be read.
   */
  public static Optional<SampleFormat> find(Path path, ReadOptions options) throws IOException {
    if (options.format() != null) {
      return named(options.format());
    }
    if (!Files.isReadable(path) || !Files.isRegularFile(path)) {
      return Optional.empty();
    }
    Head head = head(path);
    SampleFormat best = null;
    int certainty = 0;
    for (SampleFormat format : ALL) {
      int c = format.certainty(path, head);
      if (c > certainty) {
        best = format;
        certainty = c;
      }
    }
    return Optional.ofNullable(best);
  }

  /**
   * Opens a sampled recording.
   *
   * @throws UnreadableRecordingException if it is none, or cannot be used; the message begins with
   *     the path
   */
  public static SampleRecording open(Path path, ReadOptions options) throws IOException {
    if (!Files.exists(path)) {
      throw new UnreadableRecordingException(path + ": no such file; check the path");
    }
    SampleFormat format =
        find(path, options)
            .orElseThrow(
                () ->
                    new UnreadableRecordingException(
                        path + ": is no sampled recording known here; expected one of " + names()));
    SampleRecording recording;
    try {
      recording = format.open(path, head(path), options);
    } catch (UnreadableRecordingException e) {
      throw new UnreadableRecordingException(path + ": " + e.getMessage());
    }
    return SidecarLayouts.with(path, recording);
  }

  private static Head head(Path path) throws IOException {
    try (ReadableByteChannel channel = Files.newByteChannel(path)) {
      return Head.read(channel);
    }
  }

  static String names() {
    return String.join(", ", ALL.stream().map(SampleFormat::name).toList());
  }
}
