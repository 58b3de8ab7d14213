package org.saccade.operators.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.saccade.operators.htm.EncoderParameters;
import org.saccade.operators.htm.HtmDesign;
import org.saccade.operators.htm.HtmParameters;
import org.saccade.operators.htm.SpatialPoolerParameters;
import org.saccade.operators.htm.TemporalMemoryParameters;
import org.saccade.operators.paged.Page;
import org.saccade.operators.paged.PageStore;
import org.saccade.operators.probability.SplitMix;

/**
 * State that an earlier release wrote is taken back, and the scores after it are the ones that the
 * earlier release gave. {@code version-1.pages.gz} and {@code version-1.scores} were written by the
 * program as it was before its segments were indexed anew; {@link #writes} is what wrote them.
 */
class SeriesUpgradeTest {
  /** Every page of a small model; segments at their bound, unlearning, and a drift behind it. */
  private static final HtmDesign DESIGN =
      new HtmDesign(
          new HtmParameters(
              new EncoderParameters(64, 9, 7, 9.49, 0, 0, 42),
              new SpatialPoolerParameters(130, 6, 0.8, 0.03, 0.005, 0.2, 0.01, 9),
              new TemporalMemoryParameters(4, 4, 3, 5, 3, 300, 10, 0.3, 0.1, 0.05, 0.02, 0.5, 7)));

  private static final int BEFORE = 900;
  private static final int AFTER = 300;

  private static SeriesDetector detector() {
    return new SeriesDetector(DESIGN, new SeriesParameters(1, 60, 500));
  }

  private static double value(int i) {
    double level = i / 500 % 2 == 0 ? 50 : 70;
    return level + 10 * StrictMath.sin(i * Math.PI / 12) + 5 * new SplitMix(i).nextDouble();
  }

  private static String step(SeriesDetector detector, int i) {
    detector.step(i * 3_600_000_000L, value(i));
    return String.format(
        Locale.ROOT, "%s %s %d", detector.rawScore(), detector.anomalyScore(), detector.drift());
  }

  private static List<String> scores(SeriesDetector detector) {
    return IntStream.range(BEFORE, BEFORE + AFTER).mapToObj(i -> step(detector, i)).toList();
  }

  private static PageStore learnt() {
    SeriesDetector detector = detector();
    IntStream.range(0, BEFORE).forEach(i -> step(detector, i));
    PageStore pages = new PageStore();
    detector.flush(pages);
    return pages;
  }

  private static InputStream resource(String name) {
    return SeriesUpgradeTest.class.getResourceAsStream(name);
  }

  private static PageStore read(InputStream file) throws IOException {
    PageStore pages = new PageStore();
    try (DataInputStream in = new DataInputStream(new GZIPInputStream(file))) {
      for (int left = in.readInt(); left > 0; left--) {
        int number = in.readInt();
        int version = in.readInt();
        pages.put(number, new Page(version, in.readNBytes(in.readInt())));
      }
    }
    return pages;
  }

  @Test
  void stateOfTheReleaseBeforeGoesOnWithTheSameScores() throws IOException {
    SeriesDetector detector = detector();
    read(resource("version-1.pages.gz")).restoreInto(detector);
    String scores =
        new String(resource("version-1.scores").readAllBytes(), StandardCharsets.US_ASCII);
    assertThat(withoutDrift(scores(detector))).isEqualTo(withoutDrift(scores.lines().toList()));
  }

  /**
   * The raw and the anomaly score; what is a drift is left out, because thresholds of drift that
   * are found after the restore follow a later rule (CUSUM's exponential law beyond the warm-up).
   */
  private static List<String> withoutDrift(List<String> scores) {
    return scores.stream().map(line -> line.substring(0, line.lastIndexOf(' '))).toList();
  }

  /**
   * Learning, too, is what it was: the same series gives the pages of the earlier release, all but
   * the first, in which the monitor of drift is.
   */
  @Test
  void theSameSeriesGivesTheSamePages() throws IOException {
    assertThat(withoutFirst(learnt()))
        .isEqualTo(withoutFirst(read(resource("version-1.pages.gz"))));
  }

  private static Map<Integer, Page> withoutFirst(PageStore store) {
    Map<Integer, Page> pages = new TreeMap<>(store.pages());
    assertThat(pages.remove(0)).isNotNull();
    return pages;
  }

  @Test
  @EnabledIfSystemProperty(named = "saccade.golden", matches = ".+")
  void writes() throws IOException {
    Path folder = Path.of(System.getProperty("saccade.golden"));
    PageStore pages = learnt();
    try (DataOutputStream out =
        new DataOutputStream(
            new GZIPOutputStream(
                new FileOutputStream(folder.resolve("version-1.pages.gz").toFile())))) {
      out.writeInt(pages.pages().size());
      for (Map.Entry<Integer, Page> entry : pages.pages().entrySet()) {
        byte[] bytes = entry.getValue().bytes();
        out.writeInt(entry.getKey());
        out.writeInt(entry.getValue().version());
        out.writeInt(bytes.length);
        out.write(bytes);
      }
    }
    SeriesDetector detector = detector();
    pages.restoreInto(detector);
    Files.write(folder.resolve("version-1.scores"), scores(detector));
  }
}
