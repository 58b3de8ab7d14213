package org.saccade.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saccade.local.cli.Saccade;
import org.saccade.operators.probability.SplitMix;

/** {@code saccade run drift} over a file of several values, watched together too. */
class JointFeaturesITCase {
  @TempDir Path folder;

  @Test
  void theColumnsOfAFileAreWatchedAloneAndTogether() throws Exception {
    SplitMix random = new SplitMix(5);
    List<String> lines = new ArrayList<>(List.of("timestamp,a,b"));
    for (int i = 0; i < 400; i++) {
      double odd = i == 350 ? 60 : 0;
      lines.add(1000L * i + "," + (random.nextGaussian() + odd) + "," + random.nextGaussian());
    }
    Path file = Files.write(folder.resolve("two.csv"), lines);
    Path out = folder.resolve("out.jsonl");
    List<String> args = new ArrayList<>(List.of("run", "drift", "--input", file.toString()));
    args.addAll(List.of("--output", out.toString(), "--set", "drift.joint=*"));
    args.addAll(List.of("--set", "drift.model=small", "--set", "drift.warm.up=200"));
    assertThat(Saccade.run(args.toArray(String[]::new))).isZero();
    List<String> told = Files.readAllLines(out);
    assertThat(told).anyMatch(line -> line.contains("\"feature\":\"a\""));
    assertThat(told).anyMatch(line -> line.contains("\"feature\":\"joint:a\""));
    assertThat(told).filteredOn(line -> line.contains("b: values=400")).hasSize(1);
  }
}
