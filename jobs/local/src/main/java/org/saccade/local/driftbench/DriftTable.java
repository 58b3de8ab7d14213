package org.saccade.local.driftbench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.saccade.local.driftbench.DriftBenchmark.Cell;

/** The benchmark as text: a row a detector, without season and with one; a column a change. */
public final class DriftTable {
  private DriftTable() {}

  /** What the columns are. */
  public static String header() {
    StringBuilder text = new StringBuilder(String.format("%-24s%-8s%7s", "", "season", "MTFA"));
    for (Change change : Change.values()) {
      text.append(String.format("%14s", change.name().toLowerCase(Locale.ROOT)));
    }
    return text.append(String.format("%n")).toString();
  }

  /** A detector's rows. */
  public static String rows(String name, List<Cell> cells) {
    return row(name, cells, false) + row(name, cells, true);
  }

  /** Over all shapes: mean time to detection, percent missed. */
  private static String row(String name, List<Cell> cells, boolean season) {
    List<Cell> own = cells.stream().filter(c -> c.season() == season).toList();
    double falseAlarms = own.stream().mapToDouble(Cell::falseAlarms).average().orElseThrow();
    StringBuilder text =
        new StringBuilder(
            String.format(Locale.ROOT, "%-24s%-8s%7.0f", name, season ? "yes" : "no", falseAlarms));
    Arrays.stream(Change.values())
        .forEach(change -> text.append(summary(own, c -> c.change() == change)));
    return text.append(String.format("%n")).toString();
  }

  private static String summary(List<Cell> cells, Predicate<Cell> which) {
    double delays = 0;
    int found = 0;
    int runs = 0;
    for (Cell cell : cells) {
      if (which.test(cell)) {
        delays += cell.found() == 0 ? 0 : cell.delay() * cell.found();
        found += cell.found();
        runs += cell.runs();
      }
    }
    double missed = runs == 0 ? Double.NaN : 100 - 100.0 * found / runs;
    return String.format(Locale.ROOT, "%7.0f%5.0f %%", delays / found, missed);
  }
}
