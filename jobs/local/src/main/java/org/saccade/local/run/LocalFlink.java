package org.saccade.local.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.configuration.CheckpointingOptions;
import org.saccade.jobs.config.ConfigurationException;
import org.saccade.jobs.config.JobConfiguration;
import org.saccade.jobs.config.Settings;
import org.saccade.metrics.MicrometerReporterFactory;

/** How Flink's mini cluster is set up for a job in this process. */
public final class LocalFlink {
  /** A packet of 20 to 80 KB crosses the shuffle in one buffer; with Flink's 32 KB in several. */
  private static final int SEGMENT_KIBIBYTES = 128;

  private LocalFlink() {}

  /**
   * The configuration with what a mini cluster needs beneath what the user passes through: small
   * memory, a free REST port, no restarts (an error ends the run and is shown), metrics served, and
   * a folder for checkpoints: without one they stay in memory, where Flink refuses states above 5
   * MiB, and the time surface of a 1280x720 sensor has 7.
   *
   * @throws ConfigurationException if {@code metrics.port} is none, or none of them is free
   */
  public static JobConfiguration configure(JobConfiguration configuration) {
    MetricsPort.require(
        configuration.get(Settings.METRICS_HOST), configuration.get(Settings.METRICS_PORT));
    Map<String, String> options = new LinkedHashMap<>();
    String restPort = Integer.toString(freePort());
    options.put("flink.rest.port", restPort);
    options.put("flink.rest.bind-port", restPort);
    options.put("flink.restart-strategy.type", "disable");
    options.put("flink.taskmanager.memory.managed.size", "128m");
    String network = networkMebibytes(configuration) + "m";
    options.put("flink.taskmanager.memory.segment-size", SEGMENT_KIBIBYTES + "kb");
    options.put("flink.taskmanager.memory.network.min", network);
    options.put("flink.taskmanager.memory.network.max", network);
    options.put("flink.execution.buffer-timeout.interval", "5 ms");
    options.put("flink.metrics.reporters", "saccade");
    options.put(
        "flink.metrics.reporter.saccade.factory.class", MicrometerReporterFactory.class.getName());
    options.put("flink.metrics.reporter.saccade.host", configuration.get(Settings.METRICS_HOST));
    options.put("flink.metrics.reporter.saccade.port", configuration.get(Settings.METRICS_PORT));
    if (!configuration.isSet(Settings.CHECKPOINT_DIRECTORY)) {
      options.put(
          "flink." + CheckpointingOptions.CHECKPOINTS_DIRECTORY.key(),
          ScratchFolder.folder("checkpoints").toUri().toString());
    }
    options.put("flink.io.tmp.dirs", ScratchFolder.folder("flink").toString());
    options.put("flink.web.upload.dir", ScratchFolder.folder("upload").toString());
    configuration.flinkOptions().forEach((key, value) -> options.put("flink." + key, value));
    return configuration.with(options);
  }

  /**
   * Enough for one shuffle: n subtasks to n subtasks take about 3 n² + 9 n buffers, here doubled.
   */
  private static long networkMebibytes(JobConfiguration configuration) {
    long set = configuration.get(Settings.PARALLELISM);
    long n = set > 0 ? set : Runtime.getRuntime().availableProcessors();
    return Math.max(64, 2 * (3 * n * n + 9 * n) * SEGMENT_KIBIBYTES / 1024);
  }

  /** Port of Flink's REST endpoint under a configuration that {@link #configure} gave. */
  public static int restPort(JobConfiguration configuration) {
    return Integer.parseInt(configuration.flinkOptions().get("rest.port"));
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("no free port for Flink's REST endpoint", e);
    }
  }
}
