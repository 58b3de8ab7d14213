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
import org.saccade.local.series.CsvTable;
import org.saccade.local.series.JointSeries;
import org.saccade.local.series.ScoreTable;
import org.saccade.operators.htm.HtmDesign;
import org.saccade.operators.htm.HtmParameters;
import org.saccade.operators.joint.TrainedLayer;
import org.saccade.operators.safetensors.SafetensorsException;
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
      "range of a file's values is taken from the whole file; all else is as the records come.",
      "",
      "Of files of several values, timestamp,a,b,…, each value gets the three columns",
      "raw_score_a,anomaly_score_a,drift_a, and all together anomaly_score_joint,drift_joint.",
      "The joint score is by a rule that needs no training, or by --joint. A column called",
      "label is no value."
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

  @Option(
      names = "--joint",
      paramLabel = "MODEL",
      description =
          "Joint score by a layer of `saccade train joint`: 0 to 1, an anomaly from 0.5 on. The"
              + " values that it was trained on are scored.")
  Path joint;

  @Override
  public Integer call() throws IOException {
    if (!(runLength >= 1 && runLength <= 1e9)) {
      throw new Errors.UnusableException(
          "--run-length " + runLength + ": must be between 1 and 1e9");
    }
    TrainedLayer layer = joint == null ? null : layer(joint);
    ScoreTable scores = new ScoreTable(new HtmDesign(HtmParameters.VALUES), runLength, layer);
    int unsupported = 0;
    List<Path> files = JointSeries.files(input);
    Path root = Files.isDirectory(input) ? input : input.toAbsolutePath().getParent();
    for (Path file : files) {
      Path target = output.resolve(root.toAbsolutePath().relativize(file.toAbsolutePath()));
      if (Files.exists(target) && Files.isSameFile(target, file)) {
        throw new Errors.UnusableException(target + ": is an input itself; name another folder");
      }
      CsvTable table = CsvTable.read(file);
      JointSeries series =
          layer == null ? JointSeries.of(file, table) : JointSeries.of(file, table, layer);
      unsupported += score(scores, series, target) ? 0 : 1;
    }
    if (unsupported > 0) {
      System.err.printf(
          "saccade: drift: the warm-up of %d of %d series is shorter than 20 times --run-length:"
              + " false alarms there may be more or fewer than one in %.0f records%n",
          unsupported, files.size(), runLength);
    }
    return 0;
  }

  private static TrainedLayer layer(Path file) throws IOException {
    try {
      return TrainedLayer.read(file);
    } catch (SafetensorsException e) {
      throw new Errors.UnusableException(e.getMessage(), e);
    }
  }

  private static boolean score(ScoreTable scores, JointSeries series, Path target)
      throws IOException {
    Files.createDirectories(target.toAbsolutePath().getParent());
    boolean supported;
    try (OutputFile file = OutputFile.create(target)) {
      try (Writer out =
          new BufferedWriter(new OutputStreamWriter(file.stream(), StandardCharsets.UTF_8))) {
        supported = scores.write(series, out);
      }
      file.commit();
    }
    return supported;
  }
}
