package org.saccade.local.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.DoubleStream;
import org.apache.commons.statistics.distribution.TDistribution;
import org.saccade.local.gaze.Detection;
import org.saccade.local.gaze.GazeTrack;
import org.saccade.local.gaze.MovementTable;
import org.saccade.operators.microsaccade.DetectorParameters;
import org.saccade.operators.microsaccade.MainSequence;
import org.saccade.operators.microsaccade.OnlineParameters;
import org.saccade.operators.microsaccade.PostRules;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Microsaccades in a recording of gaze. */
@Command(
    name = "microsaccades",
    mixinStandardHelpOptions = true,
    header = "Microsaccades in a recording of gaze, by the velocity threshold of Engbert & Kliegl.",
    description = {
      "Writes one row a microsaccade, tab-separated, and tells their rate, size and main sequence.",
      "--method trial takes the threshold of the whole recording, as the published method does;",
      "streaming that of the seconds before, as `saccade run microsaccades` does on a stream."
    })
final class MicrosaccadesCommand implements Callable<Integer> {
  /** Whose movements. */
  enum Eye {
    LEFT,
    RIGHT,
    BINOCULAR
  }

  /** Where the threshold comes from. */
  enum Method {
    TRIAL,
    STREAMING
  }

  @Parameters(paramLabel = "FILE", description = "A recording of gaze.")
  Path file;

  @Option(
      names = "--output",
      paramLabel = "FILE.tsv|-",
      required = true,
      description = "Where the rows go; -: stdout.")
  String output;

  @Option(
      names = "--lambda",
      paramLabel = "L",
      defaultValue = "6",
      description = "Threshold in median-based deviations (${DEFAULT-VALUE}).")
  double lambda;

  @Option(
      names = "--mindur",
      paramLabel = "N",
      defaultValue = "3",
      description = "Samples in a row above it (${DEFAULT-VALUE}).")
  int minDuration;

  @Option(
      names = "--eye",
      paramLabel = "left|right|binocular",
      description = "Whose movements (binocular where both eyes are there).")
  Eye eye;

  @Option(
      names = "--method",
      paramLabel = "trial|streaming",
      defaultValue = "trial",
      description =
          "Threshold of the whole recording, or of the seconds before (${DEFAULT-VALUE}).")
  Method method;

  @Option(
      names = "--window",
      paramLabel = "S",
      defaultValue = "20",
      description = "Streaming: seconds that the threshold looks back (${DEFAULT-VALUE}).")
  double window;

  @Option(
      names = "--min-interval-ms",
      paramLabel = "MS",
      defaultValue = "0",
      description = "Drop what begins sooner after the one before; often 20 (${DEFAULT-VALUE}).")
  double minInterval;

  @Option(
      names = "--max-amplitude",
      paramLabel = "DEG",
      description = "Drop what is larger; often 1 to 2 degrees (no bound).")
  double maxAmplitude = Double.POSITIVE_INFINITY;

  @Option(
      names = "--blink-pad-ms",
      paramLabel = "MS",
      defaultValue = "100",
      description = {
        "Leave out so much before and after a blink: 20 ms or more without an eye"
            + " (${DEFAULT-VALUE})."
      })
  double blinkPad;

  @Option(names = "--json", description = "The figures as one JSON object.")
  boolean json;

  @Mixin RecordingOptions recording;

  @Override
  public Integer call() throws IOException {
    if (!(minInterval >= 0 && minInterval <= 1e6) || !(blinkPad >= 0 && blinkPad <= 1e6)) {
      throw new Errors.UnusableException(
          "--min-interval-ms and --blink-pad-ms: expected 0 to 1000000");
    }
    DetectorParameters detector = new DetectorParameters(lambda, minDuration);
    OnlineParameters online = new OnlineParameters(detector, window, Math.min(1, window));
    boolean toFile = !output.equals("-");
    if (toFile) {
      checkOutput(Path.of(output));
    }
    GazeTrack track = GazeTrack.read(file, recording.toReadOptions());
    track.padBlinks(blinkPad);
    Detection found =
        method == Method.TRIAL
            ? Detection.trial(track, detector)
            : Detection.streaming(track, online);
    Eye whose = whose(track);
    PostRules rules = new PostRules(Math.round(minInterval / 1e3 * track.rate()), maxAmplitude);
    MovementTable table =
        switch (whose) {
          case LEFT -> MovementTable.of(track, found.left(), rules);
          case RIGHT ->
              MovementTable.of(track, track.eyes().named() ? found.right() : found.left(), rules);
          case BINOCULAR -> MovementTable.ofBoth(track, found.both(), rules);
        };
    byte[] tsv = table.tsv().getBytes(StandardCharsets.UTF_8);
    if (toFile) {
      try (OutputFile out = OutputFile.create(Path.of(output))) {
        out.stream().write(tsv);
        out.stream().close();
        out.commit();
      }
    } else {
      System.out.write(tsv, 0, tsv.length);
      System.out.flush();
    }
    String told = json ? asJson(track, whose, table) + "\n" : text(track, whose, table);
    (toFile ? System.out : System.err).print(told);
    return 0;
  }

  private void checkOutput(Path out) throws IOException {
    OutputFile.requireWritable(out);
    if (Files.exists(out) && Files.exists(file) && Files.isSameFile(out, file)) {
      throw new Errors.UnusableException(out + ": is the input itself; name another output");
    }
  }

  private Eye whose(GazeTrack track) {
    boolean left = track.eyes().left();
    boolean right = track.eyes().right();
    if (eye == null) {
      return left && right ? Eye.BINOCULAR : left ? Eye.LEFT : Eye.RIGHT;
    }
    boolean there =
        switch (eye) {
          case LEFT -> left;
          case RIGHT -> right || !track.eyes().named();
          case BINOCULAR -> left && right;
        };
    if (!there) {
      throw new Errors.UnusableException(
          file
              + ": has no "
              + (eye == Eye.BINOCULAR ? "two eyes" : eye.name().toLowerCase(Locale.ROOT) + " eye")
              + "; choose --eye "
              + (left ? "left" : "right"));
    }
    return eye;
  }

  private static double seconds(GazeTrack track, Eye whose) {
    double left = track.seenSeconds(true);
    double right = track.eyes().named() ? track.seenSeconds(false) : left;
    return switch (whose) {
      case LEFT -> left;
      case RIGHT -> right;
      case BINOCULAR -> Math.min(left, right);
    };
  }

  private String text(GazeTrack track, Eye whose, MovementTable table) {
    double seconds = seconds(track, whose);
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%s: %,d %s microsaccades in %.1f s of gaze at %s: %.2f a second%n",
            file,
            table.rows(),
            whose.name().toLowerCase(Locale.ROOT),
            seconds,
            track.header().rate(),
            table.rows() / seconds));
    if (table.rows() > 0) {
      text.append(
          String.format(
              Locale.ROOT,
              "  median (5 to 95 %%): amplitude %.3f° (%.3f to %.3f), peak velocity %.1f°/s (%.1f to"
                  + " %.1f), duration %.0f ms%n",
              quantile(table.amplitudes(), 0.5),
              quantile(table.amplitudes(), 0.05),
              quantile(table.amplitudes(), 0.95),
              quantile(table.peakVelocities(), 0.5),
              quantile(table.peakVelocities(), 0.05),
              quantile(table.peakVelocities(), 0.95),
              1e3 * quantile(table.durations(), 0.5) / track.rate()));
    }
    MainSequence fit = table.mainSequence();
    if (fit != null) {
      double t = t(fit);
      text.append(
          String.format(
              Locale.ROOT,
              "  main sequence: V = %.1f A^%.3f; 95 %% intervals %.1f to %.1f and %.3f to %.3f; r ="
                  + " %.3f%n",
              fit.k(),
              fit.beta(),
              fit.k() * Math.exp(-t * fit.logErrorK()),
              fit.k() * Math.exp(t * fit.logErrorK()),
              fit.beta() - t * fit.errorBeta(),
              fit.beta() + t * fit.errorBeta(),
              fit.correlation()));
    }
    if (!track.violations().isEmpty()) {
      text.append("  violations: ").append(track.violations()).append(String.format("%n"));
    }
    return text.toString();
  }

  private String asJson(GazeTrack track, Eye whose, MovementTable table) {
    ObjectNode node = new ObjectMapper().createObjectNode();
    node.put("file", file.toString());
    node.put("eye", whose.name().toLowerCase(Locale.ROOT));
    node.put("method", method.name().toLowerCase(Locale.ROOT));
    node.put("lambda", lambda);
    node.put("minDuration", minDuration);
    node.put("rate", track.rate());
    node.put("microsaccades", table.rows());
    node.put("seenSeconds", seconds(track, whose));
    node.put("perSecond", table.rows() / seconds(track, whose));
    if (table.rows() > 0) {
      node.put("amplitudeDegreesMedian", quantile(table.amplitudes(), 0.5));
      node.put("peakVelocityMedian", quantile(table.peakVelocities(), 0.5));
      node.put("durationMillisMedian", 1e3 * quantile(table.durations(), 0.5) / track.rate());
    }
    MainSequence fit = table.mainSequence();
    if (fit != null) {
      double t = t(fit);
      ObjectNode main = node.putObject("mainSequence");
      main.put("k", fit.k());
      main.put("kLow", fit.k() * Math.exp(-t * fit.logErrorK()));
      main.put("kHigh", fit.k() * Math.exp(t * fit.logErrorK()));
      main.put("beta", fit.beta());
      main.put("betaLow", fit.beta() - t * fit.errorBeta());
      main.put("betaHigh", fit.beta() + t * fit.errorBeta());
      main.put("correlation", fit.correlation());
      main.put("residual", fit.residual());
    }
    return node.toString();
  }

  /** Of Student's t, two-sided 95 %. */
  private static double t(MainSequence fit) {
    return TDistribution.of(fit.n() - 2.0).inverseSurvivalProbability(0.025);
  }

  private static double quantile(DoubleStream values, double q) {
    double[] sorted = values.sorted().toArray();
    return sorted[(int) Math.min(sorted.length - 1L, (long) Math.floor(q * sorted.length))];
  }
}
