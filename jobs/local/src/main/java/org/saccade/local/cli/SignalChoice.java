package org.saccade.local.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.connectors.recording.SampleFormats;
import org.saccade.connectors.recording.SampleRecording;
import org.saccade.connectors.recording.SampleSignal;

/** Which signal of a file is meant: by its label, else by its number among the data signals. */
final class SignalChoice {
  private SignalChoice() {}

  /** Opens the stream that the signal belongs to. */
  static SampleRecording open(Path file, ReadOptions options, String signal) throws IOException {
    SampleRecording main = SampleFormats.open(file, options);
    int stream;
    try {
      stream = of(main.signals(), signal).stream();
      if (stream == main.stream()) {
        return main;
      }
    } catch (IllegalArgumentException e) {
      main.close();
      throw e;
    }
    main.close();
    return SampleFormats.open(file, options.withSamples(options.samples().withStream(stream)));
  }

  /**
   * The signal with this label, or this number.
   *
   * @throws IllegalArgumentException if there is none, or the label is that of several
   */
  static SampleSignal of(List<SampleSignal> signals, String signal) {
    SampleSignal found = null;
    for (SampleSignal s : signals) {
      if (s.channel().name().equals(signal)) {
        if (found != null) {
          throw new IllegalArgumentException(
              "several signals are labelled " + signal + "; choose by number: " + told(signals));
        }
        found = s;
      }
    }
    if (found != null) {
      return found;
    }
    for (int i = 0; i < signals.size(); i++) {
      if (String.valueOf(i).equals(signal)) {
        return signals.get(i);
      }
    }
    throw new IllegalArgumentException("no signal " + signal + "; there are: " + told(signals));
  }

  /**
   * @throws IllegalArgumentException if signals have several rates and none is chosen
   */
  static void requireOneRate(SampleRecording recording, String signal) {
    if (signal == null && recording.signals().size() > recording.header().channels().size()) {
      throw new IllegalArgumentException(
          "its signals have several rates; choose one by --signal: " + told(recording.signals()));
    }
  }

  private static String told(List<SampleSignal> signals) {
    return java.util.stream.IntStream.range(0, signals.size())
        .mapToObj(
            i -> i + " " + signals.get(i).channel().name() + " (" + signals.get(i).rate() + ")")
        .collect(Collectors.joining(", "));
  }
}
