package org.saccade.benchmarks.runs;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.saccade.local.driftbench.DriftBenchmark;
import org.saccade.operators.baseline.ChangeStatistic;

/** What programs of {@code src/peers} need of ours on their class path. */
final class Peers {
  private Peers() {}

  /** The jars, or folders, of the drift benchmark and of the operators. */
  static String classPath() {
    return Arrays.stream(new Class<?>[] {DriftBenchmark.class, ChangeStatistic.class})
        .map(Peers::place)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String place(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(type + " lies nowhere in the file system", e);
    }
  }
}
