package org.saccade.local.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.saccade.local.driftbench.Contender;
import org.saccade.local.driftbench.DriftBenchmark;
import org.saccade.local.driftbench.DriftBenchmark.Cell;
import org.saccade.local.driftbench.DriftTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The tests for drift beside well-known ones. */
@Command(
    name = "drift",
    mixinStandardHelpOptions = true,
    header = "Drift detectors side by side, set to the same rate of false alarms.",
    description = {
      "Simulated series, autocorrelated, with and without a season, that change in mean, spread,",
      "memory or rate: at once, gradually, little by little, or off and on. A cell is the mean",
      "time to the detection in samples, and how many changes of a hundred were missed."
    })
final class EvalDriftCommand implements Callable<Integer> {
  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "25",
      description = "Runs with each change (default: ${DEFAULT-VALUE}).")
  int runs;

  @Option(
      names = "--run-length",
      paramLabel = "N",
      defaultValue = "2000",
      description = "Samples between false alarms of every detector (default: ${DEFAULT-VALUE}).")
  double runLength;

  @Option(
      names = "--memory",
      description = "Also the detector with its sequence memory, which takes most of the time.")
  boolean memory;

  @Option(names = "--json", description = "One JSON object a line, one line a detector and change.")
  boolean json;

  @Override
  public Integer call() {
    Errors.requireBetween("--runs", runs, 2, 100_000);
    if (!(runLength >= 100 && runLength <= 1e5)) {
      throw new Errors.UnusableException(
          "--run-length " + runLength + ": must be between 100 and 100000");
    }
    DriftBenchmark benchmark = new DriftBenchmark(runs, runLength);
    if (!json) {
      System.out.print(DriftTable.header());
    }
    for (Contender contender : Contender.all(memory)) {
      List<Cell> cells = benchmark.run(contender);
      if (json) {
        cells.forEach(cell -> System.out.println(asJson(cell)));
      } else {
        System.out.print(DriftTable.rows(contender.name(), cells));
      }
      System.out.flush();
    }
    return 0;
  }

  private static ObjectNode asJson(Cell cell) {
    ObjectNode node = new ObjectMapper().createObjectNode();
    node.put("detector", cell.detector());
    node.put("change", cell.change().name().toLowerCase(Locale.ROOT));
    node.put("shape", cell.shape().name().toLowerCase(Locale.ROOT));
    node.put("season", cell.season());
    node.put("runs", cell.runs());
    number(node, "MTD", cell.delay());
    number(node, "MDR", cell.missed());
    number(node, "MTFA", cell.falseAlarms());
    number(node, "MTR", cell.ratio());
    return node;
  }

  /** JSON has no infinity: null. */
  private static void number(ObjectNode node, String name, double value) {
    if (Double.isFinite(value)) {
      node.put(name, value);
    } else {
      node.putNull(name);
    }
  }
}
