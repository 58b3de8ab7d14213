package org.saccade.local.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.saccade.local.series.CsvSeries;
import org.saccade.operators.htm.HtmDesign;
import org.saccade.operators.htm.HtmParameters;
import org.saccade.operators.series.SeriesDetector;
import org.saccade.operators.series.SeriesParameters;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** CSV series with a score and a drift column. */
@Command(
    name = "score",
    mixinStandardHelpOptions = true,
    header = "Anomalies and drifts of CSV series.",
    description = {
      "Reads files of timestamp,value and writes, at the same relative path below the output",
      "folder, timestamp,value,raw_score,anomaly_score,drift. As the rules of NAB allow, the",
      "range of a file's values is taken from the whole file; all else is as the records come."
    })
final class ScoreCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE|DIR", description = "A series, or a folder of them.")
  Path input;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      required = true,
      description = "Folder for the scored series; made where it is missing.")
  Path output;

  @Option(
      names = "--run-length",
      paramLabel = "N",
      defaultValue = "10000",
      description = "Records between false alarms of drift (default: ${DEFAULT-VALUE}).")
  double runLength;

  @Override
  public Integer call() throws IOException {
    if (!(runLength >= 1 && runLength <= 1e9)) {
      throw new Errors.UnusableException(
          "--run-length " + runLength + ": must be between 1 and 1e9");
    }
    HtmDesign design = new HtmDesign(HtmParameters.VALUES);
    int unsupported = 0;
    List<Path> files = files();
    Path root = Files.isDirectory(input) ? input : input.toAbsolutePath().getParent();
    for (Path file : files) {
      Path target = output.resolve(root.toAbsolutePath().relativize(file.toAbsolutePath()));
      if (Files.exists(target) && Files.isSameFile(target, file)) {
        throw new Errors.UnusableException(target + ": is an input itself; name another folder");
      }
      unsupported += score(design, CsvSeries.read(file), target) ? 0 : 1;
    }
    if (unsupported > 0) {
      System.err.printf(
          "saccade: drift: the warm-up of %d of %d series is shorter than 20 times --run-length:"
              + " false alarms there may be more or fewer than one in %.0f records%n",
          unsupported, files.size(), runLength);
    }
    return 0;
  }

  private List<Path> files() throws IOException {
    if (!Files.isDirectory(input)) {
      return List.of(input);
    }
    try (Stream<Path> walk = Files.walk(input)) {
      List<Path> found = walk.filter(p -> p.toString().endsWith(".csv")).sorted().toList();
      if (found.isEmpty()) {
        throw new Errors.UnusableException(input + ": no .csv file in this folder; name another");
      }
      return found;
    }
  }

  private boolean score(HtmDesign design, CsvSeries series, Path target) throws IOException {
    double[] range = series.range();
    SeriesDetector detector =
        new SeriesDetector(
            design,
            new SeriesParameters(
                SeriesParameters.resolution(range[0], range[1]),
                SeriesParameters.warmUp(series.size()),
                runLength));
    Files.createDirectories(target.toAbsolutePath().getParent());
    try (OutputFile file = OutputFile.create(target)) {
      try (Writer out =
          new BufferedWriter(new OutputStreamWriter(file.stream(), StandardCharsets.UTF_8))) {
        out.write("timestamp,value,raw_score,anomaly_score,drift\n");
        for (int i = 0; i < series.size(); i++) {
          detector.step(series.epochMicros()[i], series.values()[i]);
          out.write(series.timestamps().get(i) + "," + series.texts().get(i));
          out.write("," + detector.rawScore() + "," + detector.anomalyScore());
          out.write("," + detector.drift() + "\n");
        }
      }
      file.commit();
    }
    return detector.supported();
  }
}
