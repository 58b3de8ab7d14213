package org.saccade.benchmarks.falsealarms;

import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** False alarms of calibrated tests on samples that remember each other, over those asked for. */
@Command(
    name = "false-alarms",
    mixinStandardHelpOptions = true,
    description = "False alarms of the tests for drift beside those asked for.")
public final class FalseAlarms implements Callable<Integer> {
  private static final double[] MEMORIES = {0, 0.3, 0.6, 0.8, 0.9};
  private static final double RUN_LENGTH = 200;
  private static final int MEMORY_RECORDS = 300_000;
  private static final double MORE_SURPRISE = 0.3;
  private static final int PANEL_WARM_UP = 2000;
  private static final double[] PARTS = {20, 80};
  private static final int[] DIMENSIONS = {2, 4, 8, 32};

  @Option(names = "--warm-ups", description = "Warm-ups a row (default: ${DEFAULT-VALUE}).")
  int warmUps = 60;

  @Option(names = "--only", description = "one, memory, panel or joint (default: all).")
  String only = "all";

  @Override
  public Integer call() {
    if (warmUps < 10) {
      throw new IllegalArgumentException("--warm-ups " + warmUps + ": must be at least 10");
    }
    System.out.println(Outcome.header());
    if (wanted("one")) {
      one("normal, up", OneTest.normal(RUN_LENGTH, 1));
      one("normal, down", OneTest.normal(RUN_LENGTH, -1));
      one("normal, both", OneTest.normal(RUN_LENGTH, 1, -1));
      one("yes or no, .2 to .5", OneTest.yesOrNo(RUN_LENGTH, 0.2, 0.5));
      one("yes or no, .5 to .2", OneTest.yesOrNo(RUN_LENGTH, 0.5, 0.2));
      one("yes or no, .4 to .1 or .7", OneTest.yesOrNo(RUN_LENGTH, 0.4, 0.1, 0.7));
    }
    if (wanted("memory")) {
      memory();
    }
    if (wanted("panel")) {
      for (double part : PARTS) {
        for (double memory : MEMORIES) {
          panel(1, part, 0, memory, 0.1, 0);
        }
        panel(1, part, 0, 0.6, 0.3, 0);
        panel(1, part, 0, 0.6, 0.1, 24);
      }
    }
    if (wanted("joint")) {
      for (int dimensions : DIMENSIONS) {
        for (double memory : new double[] {0, 0.8}) {
          panel(dimensions, PARTS[0], 0, memory, 0.1, 0);
          panel(dimensions, PARTS[0], 0.7, memory, 0.1, 0);
        }
      }
    }
    return 0;
  }

  private boolean wanted(String part) {
    return only.equals("all") || only.equals(part);
  }

  private void one(String what, OneTest test) {
    for (double memory : MEMORIES) {
      row(what + ", memory " + memory, RUN_LENGTH, i -> test.tally(memory, i));
    }
  }

  /** Warm-ups cut from one long run of a sequence memory, and the alarms over all of it. */
  private void memory() {
    MemoryScores scores = new MemoryScores(MEMORY_RECORDS);
    double p0 = scores.probability();
    OneTest test = OneTest.yesOrNo(RUN_LENGTH, p0, p0 + MORE_SURPRISE);
    int apart = MEMORY_RECORDS / warmUps;
    row(
        "sequence memory surprised",
        RUN_LENGTH,
        i ->
            test.tally(
                i,
                scores.from(i * apart),
                () -> scores.from(i * apart + test.warmUp()),
                (int) ((MEMORY_RECORDS - test.warmUp()) / RUN_LENGTH)));
  }

  private void panel(
      int dimensions, double part, double common, double memory, double surprise, int period) {
    double runLength = PANEL_WARM_UP / part;
    Panel panel = new Panel(dimensions, PANEL_WARM_UP, runLength, common, memory, surprise, period);
    row(
        (dimensions == 1 ? "seven tests" : dimensions + " series, common " + common)
            + ", memory "
            + memory
            + (surprise == 0.1 ? "" : ", surprises " + surprise)
            + (period == 0 ? "" : ", season")
            + ", 1/"
            + (int) part,
        runLength,
        panel::tally);
  }

  private void row(String what, double runLength, IntFunction<Tally> tally) {
    System.out.println(Outcome.of(warmUps, runLength, tally).row(what));
  }
}
