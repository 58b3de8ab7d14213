package org.saccade.training.run;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What this process takes of the machine. */
final class Usage {
  private static final Path STATUS = Path.of("/proc/self/status");

  private Usage() {}

  /** Processor time so far, seconds over all threads; NaN where the machine does not say. */
  static double processorSeconds() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean bean
        ? bean.getProcessCpuTime() / 1e9
        : Double.NaN;
  }

  /** The most memory it had, in words; empty where the machine does not say. */
  static String peakMemory() throws IOException {
    if (!Files.isReadable(STATUS)) {
      return "";
    }
    for (String line : Files.readAllLines(STATUS)) {
      if (line.startsWith("VmHWM:")) {
        double kilobytes = Double.parseDouble(line.replaceAll("[^0-9]", ""));
        return String.format(Locale.ROOT, "at most %.2f GiB of memory", kilobytes / (1 << 20));
      }
    }
    return "";
  }
}
