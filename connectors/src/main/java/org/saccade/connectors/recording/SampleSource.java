package org.saccade.connectors.recording;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A sampled recording that may be read several times, each of its streams by itself.
 *
 * @param path where it is
 * @param options how it is read; with a stream, that one alone
 */
public record SampleSource(Path path, ReadOptions options) {
  /** Opens a stream at its start. */
  public SampleRecording open(int stream) throws IOException {
    return SampleFormats.open(path, options.withSamples(options.samples().withStream(stream)));
  }

  /** Numbers of the streams that are wanted: all that have a signal, or the one in the options. */
  public List<Integer> streams() throws IOException {
    try (SampleRecording main = SampleFormats.open(path, options)) {
      if (options.samples().stream() != SampleOptions.MAIN) {
        return List.of(main.stream());
      }
      List<Integer> streams = new ArrayList<>(List.of(main.stream()));
      for (SampleSignal signal : main.signals()) {
        if (!streams.contains(signal.stream())) {
          streams.add(signal.stream());
        }
      }
      return streams;
    }
  }
}
