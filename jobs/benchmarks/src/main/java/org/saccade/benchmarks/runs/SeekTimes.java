package org.saccade.benchmarks.runs;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.connectors.recording.RecordingReader;
import org.saccade.connectors.recording.RecordingScan;
import org.saccade.schemas.batch.EventBatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How long it is to the first event from a time on: gone to, and read up to. */
@Command(name = "seek")
public final class SeekTimes implements Callable<Integer> {
  private static final double[] PARTS = {0.1, 0.5, 0.95};

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Recordings, long ones.")
  List<Path> files;

  @Option(names = "--rounds", defaultValue = "3", description = "Of which the fastest is told.")
  int rounds;

  @Override
  public Integer call() throws IOException {
    System.out.println("file  format  megabytes  part  gone to ms  read up to ms  times");
    for (Path file : files) {
      RecordingScan scan = RecordingScan.of(file, ReadOptions.DEFAULT);
      for (double part : PARTS) {
        long micros = scan.minT() + (long) (part * scan.durationMicros());
        double gone = best(file, micros, true);
        double read = best(file, micros, false);
        System.out.printf(
            Locale.ROOT,
            "%s  %s  %.0f  %.2f  %.2f  %.2f  %.1f%n",
            file.getFileName(),
            scan.format(),
            Files.size(file) / 1e6,
            part,
            gone,
            read,
            read / gone);
      }
    }
    return 0;
  }

  /** Milliseconds of the thread's processor time. */
  private double best(Path file, long micros, boolean seek) throws IOException {
    long best = Long.MAX_VALUE;
    for (int round = 0; round < rounds; round++) {
      long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      long first = first(file, micros, seek);
      long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
      if (first < micros) {
        throw new IOException(file + ": no event from " + micros + " us on was found");
      }
      best = Math.min(best, spent);
    }
    return best / 1e6;
  }

  private static long first(Path file, long micros, boolean seek) throws IOException {
    try (RecordingReader reader = RecordingReader.open(file, ReadOptions.DEFAULT)) {
      if (seek) {
        reader.seek(micros);
      }
      EventBatch events = new EventBatch(8192);
      while (reader.read(events)) {
        for (int i = 0; i < events.size(); i++) {
          if (events.t(i) >= micros) {
            return events.t(i);
          }
        }
      }
      return Long.MIN_VALUE;
    }
  }
}
