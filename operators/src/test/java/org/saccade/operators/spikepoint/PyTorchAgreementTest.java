package org.saccade.operators.spikepoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saccade.operators.probability.SplitMix;
import org.saccade.operators.safetensors.Safetensors;

/** Against a network written in PyTorch, in double precision, given the same draws (golden.py). */
class PyTorchAgreementTest {
  private static final String[] TRACED = {
    "local.center",
    "local.center.down",
    "local.center.up",
    "global.1",
    "global.1.residual",
    "global.2",
    "global.2.residual",
    "global.3"
  };

  private static String digits(byte[] spikes) {
    StringBuilder digits = new StringBuilder();
    for (byte spike : spikes) {
      digits.append((char) ('0' + spike));
    }
    return digits.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"small", "few", "narrow"})
  void theInputTheLastWidthsSpikesAndTheScoresAreTheSame(String name) throws Exception {
    Golden golden = Golden.read(name);
    SpikePoint spikePoint = new SpikePoint(golden.model(), Precision.DOUBLE);
    spikePoint.classify(golden.events(), Golden.SEED, EarlyExit.NEVER);

    SpikePointParameters p = golden.parameters();
    int spikes = 0;
    for (int step = 0; step < p.steps(); step++) {
      for (int g = 0; g < p.centroids(); g++) {
        for (int k = 0; k < p.neighbours(); k++) {
          spikes += Integer.bitCount(spikePoint.code().member(step, g, k));
        }
        spikes += Integer.bitCount(spikePoint.code().centroid(step, g));
      }
    }
    assertThat(spikes).isEqualTo(golden.number("input"));
    byte[] top = digits(spikePoint.top()).getBytes(StandardCharsets.US_ASCII);
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(top);
    assertThat(HexFormat.of().formatHex(digest)).isEqualTo(golden.lines().get("top"));
    for (int c = 0; c < p.classes(); c++) {
      assertThat(spikePoint.score(c)).isCloseTo(golden.scores()[c], within(1e-12));
    }
  }

  @Test
  void everySpikeOfEveryLayerIsTheSame() throws Exception {
    Golden golden = Golden.read("small");
    SpikePointParameters p = golden.parameters();
    SpikePoint spikePoint = new SpikePoint(golden.model(), Precision.DOUBLE);
    spikePoint.classify(golden.events(), Golden.SEED, EarlyExit.NEVER);
    PointNetwork points = (PointNetwork) spikePoint.points();
    points.reset();
    StringBuilder[] found = new StringBuilder[TRACED.length];
    Arrays.setAll(found, i -> new StringBuilder());
    StringBuilder sums = new StringBuilder();
    for (int step = 0; step < p.steps(); step++) {
      for (int point = 0; point < p.centroids(); point++) {
        points.step(spikePoint.code(), step, point);
        sums.append(digits(points.sum()));
        for (int i = 0; i < TRACED.length; i++) {
          found[i].append(digits(points.spikes(3 + i)));
        }
      }
    }
    assertThat(sums.toString()).isEqualTo(golden.lines().get("local.main.sum"));
    for (int i = 0; i < TRACED.length; i++) {
      assertThat(found[i].toString()).as(TRACED[i]).isEqualTo(golden.lines().get(TRACED[i]));
    }
  }

  @Test
  void aFileWrittenByPyTorchGivesTheSameScores() throws Exception {
    Golden golden = Golden.read("small");
    SpikePointModel model =
        SpikePointModel.of(Safetensors.parse(Golden.bytes("golden-small.safetensors")));
    SpikePoint spikePoint = new SpikePoint(model);
    int best = spikePoint.classify(golden.events(), Golden.SEED, EarlyExit.NEVER);

    assertThat(model.labels().get(best)).isEqualTo("class 2");
    for (int c = 0; c < 3; c++) {
      assertThat(spikePoint.score(c)).isCloseTo(golden.scores()[c], within(1e-12));
    }
  }

  @Test
  void theHashOfAnIndexIsTheGeneratorsNumber() {
    SplitMix random = new SplitMix(42);
    for (int i = 0; i < 5; i++) {
      assertThat(SplitMix.at(42, i)).isEqualTo(random.nextLong());
    }
  }
}
