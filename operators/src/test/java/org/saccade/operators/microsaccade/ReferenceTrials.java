package org.saccade.operators.microsaccade;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Public trials of two people, 500 Hz, and what the laboratory's own toolbox finds in them. */
public final class ReferenceTrials {
  public static final double RATE = 500;
  private static final Path FOLDER = Path.of(System.getProperty("saccade.recordings"), "gaze");

  private ReferenceTrials() {}

  /** Positions of both eyes, degrees. */
  public record Trial(String name, double[] xl, double[] yl, double[] xr, double[] yr) {}

  public static boolean absent() {
    return !Files.isDirectory(FOLDER);
  }

  public static List<Trial> all() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(f -> f.toString().endsWith(".dat"))
          .sorted()
          .map(ReferenceTrials::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Trial read(Path file) {
    double[][] rows = numbers(file, 0);
    return new Trial(
        file.getFileName().toString().replace(".dat", ""),
        column(rows, 1),
        column(rows, 2),
        column(rows, 3),
        column(rows, 4));
  }

  /** Rows of {@code NAME.EYE.lambdaL.mindur3.tsv}. */
  public static double[][] expected(Trial trial, String eye, int lambda) {
    return numbers(FOLDER.resolve(trial.name + "." + eye + ".lambda" + lambda + ".mindur3.tsv"), 1);
  }

  private static double[][] numbers(Path file, int skip) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .skip(skip)
          .map(line -> Stream.of(line.strip().split("\t")).mapToDouble(Double::valueOf).toArray())
          .toArray(double[][]::new);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double[] column(double[][] rows, int c) {
    return Stream.of(rows).mapToDouble(row -> row[c]).toArray();
  }
}
