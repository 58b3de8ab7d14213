package org.saccade.benchmarks.runs;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * MOA's drift detectors on the benchmark of {@code saccade eval drift}, set to the same rate of
 * false alarms, in a process of their own: MOA is under the GPL and part of nothing here.
 */
@Command(
    name = "drift",
    mixinStandardHelpOptions = true,
    description = "MOA's drift detectors beside ours.")
public final class MoaDetectors implements Callable<Integer> {
  private static final Path SOURCE = Path.of("jobs", "benchmarks", "src", "peers", "MoaDrift.java");

  @Option(
      names = "--moa",
      required = true,
      paramLabel = "JAR",
      description = "moa-2024.07.0.jar, from nz.ac.waikato.cms.moa:moa on Maven Central.")
  Path moa;

  @Option(names = "--runs", description = "Runs with each change (default: 25).")
  int runs = 25;

  @Option(
      names = "--run-length",
      description = "Samples between false alarms of every detector (default: 2000).")
  double runLength = 2000;

  @Override
  public Integer call() throws IOException, InterruptedException {
    for (Path needed : new Path[] {moa, SOURCE}) {
      if (!Files.isRegularFile(needed)) {
        System.err.println(
            "saccade: " + needed + ": no such file; start from the repository's root");
        return 2;
      }
    }
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                moa + File.pathSeparator + Peers.classPath(),
                SOURCE.toString(),
                Integer.toString(runs),
                Double.toString(runLength))
            .inheritIO()
            .start();
    return process.waitFor();
  }
}
