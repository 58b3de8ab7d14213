package org.saccade.local.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.saccade.local.nab.LabelledSeries;
import org.saccade.local.nab.NabEvaluation;
import org.saccade.local.nab.NabScore;
import org.saccade.local.nab.Profile;
import org.saccade.local.nab.ScoreFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The detector of series on the Numenta Anomaly Benchmark. */
@Command(
    name = "nab",
    mixinStandardHelpOptions = true,
    header = "Score on the Numenta Anomaly Benchmark.",
    description = {
      "Scores every series below DIR as `saccade score` does and prints the benchmark's score in",
      "its three profiles: one threshold for all series, found by trying every score. Beside it:",
      "the 95 % interval over series drawn anew, and the score with thresholds that were found",
      "without the folder, or half, that they are for."
    })
final class EvalNabCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "The benchmark's folder `data`, or part of it.")
  Path data;

  @Option(
      names = "--windows",
      paramLabel = "FILE",
      description = "Its combined_windows.json (default: ../labels/combined_windows.json of DIR).")
  Path windows;

  @Option(
      names = "--scores",
      paramLabel = "DIR",
      description = "Score the files there, with a column anomaly_score, and run no detector.")
  Path scores;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      defaultValue = "1",
      description = "Run the detector with so many seeds (default: ${DEFAULT-VALUE}).")
  int seeds;

  @Option(names = "--ablation", description = "Also what each part of the detector contributes.")
  boolean ablation;

  @Option(names = "--json", description = "One JSON object a line.")
  boolean json;

  @Override
  public Integer call() throws IOException {
    Errors.requireBetween("--seeds", seeds, 1, 100);
    Path labels =
        windows != null
            ? windows
            : data.toAbsolutePath().resolveSibling("labels").resolve("combined_windows.json");
    List<LabelledSeries> series = LabelledSeries.read(data, labels);
    NabEvaluation evaluation = new NabEvaluation(series);
    List<NabEvaluation.Row> rows =
        scores == null
            ? evaluation.detector(seeds, ablation)
            : List.of(evaluation.row(scores.toString(), ScoreFiles.read(scores, series)));
    if (json) {
      for (NabEvaluation.Row row : rows) {
        System.out.println(asJson(evaluation, row));
      }
    } else {
      System.out.print(text(evaluation, rows));
    }
    return 0;
  }

  private String text(NabEvaluation evaluation, List<NabEvaluation.Row> rows) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%d series, %d windows%n%-38s%24s%24s%24s%n",
            evaluation.series(),
            evaluation.windows(),
            "",
            "standard",
            "low FP",
            "low FN"));
    for (NabEvaluation.Row row : rows) {
      text.append(String.format(Locale.ROOT, "%-38s", row.name()));
      for (Profile profile : Profile.values()) {
        NabScore s = row.scores().get(profile);
        String interval = String.format(Locale.ROOT, "(%.1f to %.1f)", s.low(), s.high());
        text.append(String.format(Locale.ROOT, "%8.2f%16s", s.score(), interval));
      }
      text.append(String.format("%n"));
      text.append(String.format("%-38s", "  thresholds of other folders, half"));
      for (Profile profile : Profile.values()) {
        NabScore s = row.scores().get(profile);
        text.append(String.format(Locale.ROOT, "%12.2f%12.2f", s.otherFolders(), s.otherHalf()));
      }
      text.append(String.format("%n"));
    }
    if (scores == null && seeds > 1) {
      text.append(String.format("%-38s", "mean of the seeds"));
      for (Profile profile : Profile.values()) {
        double mean =
            rows.stream()
                .limit(seeds)
                .mapToDouble(row -> row.scores().get(profile).score())
                .average()
                .orElseThrow();
        text.append(String.format(Locale.ROOT, "%8.2f%16s", mean, ""));
      }
      text.append(String.format("%n"));
    }
    return text.toString();
  }

  private static ObjectNode asJson(NabEvaluation evaluation, NabEvaluation.Row row) {
    ObjectNode node = new ObjectMapper().createObjectNode();
    node.put("name", row.name());
    node.put("series", evaluation.series());
    node.put("windows", evaluation.windows());
    row.scores()
        .forEach(
            (profile, s) -> {
              ObjectNode one = node.putObject(profile.label());
              one.put("score", s.score());
              one.put("threshold", s.threshold());
              one.put("low", s.low());
              one.put("high", s.high());
              one.put("other_folders", s.otherFolders());
              one.put("other_half", s.otherHalf());
            });
    return node;
  }
}
