package org.saccade.operators.spikepoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saccade.operators.probability.SplitMix;
import org.saccade.operators.safetensors.SafetensorsException;
import org.saccade.schemas.batch.EventBatch;

/** Lanes of floats against the reference in double precision. */
class SinglePrecisionTest {
  private static final double NEAR = 1e-5;

  private static EventBatch events(SplitMix random, int count) {
    EventBatch batch = new EventBatch(count);
    for (int i = 0; i < count; i++) {
      batch.add(100L * i, random.nextInt(34), random.nextInt(34), 1);
    }
    return batch;
  }

  private static SpikePointParameters parameters(SplitMix random, Reset reset, InputCode code) {
    int points = 1 + random.nextInt(40);
    int centroids = 1 + random.nextInt(points);
    return new SpikePointParameters(
        points,
        centroids,
        1 + random.nextInt(Math.min(points, 9)),
        1 + random.nextInt(9),
        new Widths(
            2 + 2 * random.nextInt(4),
            1 + random.nextInt(9),
            1 + random.nextInt(9),
            1 + random.nextInt(9)),
        3,
        2,
        reset,
        code);
  }

  /**
   * Every layer's spikes of every step of every point, of sizes that no power of two or four
   * divides, as far as no membrane came near the threshold.
   */
  @Property(tries = 60)
  void everySpikeOfEveryLayerIsTheReferences(
      @ForAll long seed, @ForAll Reset reset, @ForAll InputCode code) throws Exception {
    SplitMix random = new SplitMix(seed);
    SpikePointParameters p = parameters(random, reset, code);
    SpikePointModel model = SpikePointModel.of(Golden.file(p, random.nextLong()));
    SpikePoint single = new SpikePoint(model);
    SpikePoint exact = new SpikePoint(model, Precision.DOUBLE);
    EventBatch events = events(random, 1 + random.nextInt(90));
    single.classify(events, seed, EarlyExit.NEVER);
    exact.classify(events, seed, EarlyExit.NEVER);

    LaneNetwork lanes = (LaneNetwork) single.points();
    PointNetwork reference = (PointNetwork) exact.points();
    lanes.reset();
    reference.reset();
    byte[] top = new byte[p.steps() * p.widths().c4()];
    for (int step = 0; step < p.steps(); step++) {
      lanes.run(single.code(), step, step + 1, top);
      for (int point = 0; point < p.centroids(); point++) {
        reference.step(exact.code(), step, point);
        if (reference.nearest() < NEAR) {
          return;
        }
        for (int layer = 3; layer < 11; layer++) {
          float[][] found =
              layer < 6 ? lanes.centroids().spikes(layer - 3) : lanes.global().spikes(layer - 6);
          assertThat(of(found, point))
              .as("layer %d, step %d, point %d of %s", layer, step, point, p)
              .isEqualTo(layer == 5 ? bottleneck(reference) : reference.left(layer));
        }
      }
    }
    assertThat(scores(single)).containsExactly(scores(exact));
    assertThat(single.top()).isEqualTo(exact.top());
  }

  /**
   * Points of the last layer are left out in channels in which others spiked to the end; steps run
   * one at a time leave nothing out but at the last.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void leavingOutWhatIsKnownChangesNothing(long seed) throws Exception {
    SpikePointParameters p =
        new SpikePointParameters(1100, 1100, 4, 5, new Widths(4, 6, 7, 30), 3, 2, Reset.HARD);
    SpikePointModel model = SpikePointModel.of(Golden.file(p, seed));
    EventBatch events = events(new SplitMix(seed), 1500);
    SpikePoint whole = new SpikePoint(model);
    whole.classify(events, seed, EarlyExit.NEVER);
    SpikePoint steps = new SpikePoint(model);
    steps.classify(events, seed, new EarlyExit(1, 1, 2));

    assertThat(whole.top()).containsExactly(steps.top());
    assertThat(scores(whole)).containsExactly(scores(steps));
    byte[] top = whole.top();
    assertThat(IntStream.range(0, 30).filter(o -> top[4 * 30 + o] != 0).count()).isPositive();
    assertThat(IntStream.range(0, 150).filter(at -> top[at] == 0).count()).isPositive();
  }

  /** What a centroid says: its conv's spikes and those of the bottleneck, added. */
  private static byte[] bottleneck(PointNetwork reference) {
    byte[] sum = reference.spikes(5).clone();
    for (int o = 0; o < sum.length; o++) {
      sum[o] += reference.spikes(3)[o];
    }
    return sum;
  }

  private static byte[] of(float[][] planes, int lane) {
    byte[] spikes = new byte[planes.length];
    for (int o = 0; o < spikes.length; o++) {
      spikes[o] = (byte) planes[o][lane];
    }
    return spikes;
  }

  private static double[] scores(SpikePoint spikePoint) {
    return IntStream.range(0, 3).mapToDouble(spikePoint::score).toArray();
  }

  /** A wide layer: a neuron spikes as the reference does until its membrane came near. */
  @Property(tries = 10)
  void aLayerDiffersOnlyBehindAMembraneNearTheThreshold(
      @ForAll long seed, @ForAll Reset reset, @ForAll @IntRange(min = 1, max = 130) int inputs)
      throws SafetensorsException {
    int lanes = 37;
    int outputs = 50;
    SplitMix random = new SplitMix(seed);
    double[] rows = random(random, inputs * outputs, 1 / Math.sqrt(inputs));
    SpikingLayer exact =
        new SpikingLayer(inputs, outputs, rows, random(random, outputs, 0.3), 0.5, reset);
    LaneLayer single = new LaneLayer(exact);
    float[][] in = new float[inputs][lanes];
    float[][] membranes = new float[outputs][lanes];
    float[][] out = new float[outputs][lanes];
    double[][] reference = new double[lanes][outputs];
    boolean[][] near = new boolean[lanes][outputs];
    int compared = 0;
    for (int step = 0; step < 16; step++) {
      for (float[] channel : in) {
        boolean silent = random.nextInt(4) == 0;
        for (int j = 0; j < lanes; j++) {
          channel[j] = silent ? 0 : random.nextInt(3);
        }
      }
      single.step(in, membranes, out, lanes);
      for (int j = 0; j < lanes; j++) {
        byte[] spikes = new byte[outputs];
        double[] now = new double[outputs];
        exact.current(of(in, j), now);
        for (int o = 0; o < outputs; o++) {
          near[j][o] |= Math.abs(0.5 * reference[j][o] + now[o] - 1) < NEAR;
        }
        exact.fire(now, 0, reference[j], 0, spikes);
        for (int o = 0; o < outputs; o++) {
          if (!near[j][o]) {
            compared++;
            assertThat(out[o][j]).as("step %d, lane %d, %d", step, j, o).isEqualTo(spikes[o]);
          }
        }
      }
    }
    assertThat(compared).isGreaterThan(16 * lanes * outputs * 99 / 100);
  }

  private static double[] random(SplitMix random, int count, double deviation) {
    return IntStream.range(0, count).mapToDouble(i -> deviation * random.nextGaussian()).toArray();
  }

  /** 256 points, groups of 24, 16 steps: 3.4 million membranes a window. */
  @ParameterizedTest
  @ValueSource(strings = {"small", "few", "narrow"})
  void theScoresArePyTorchs(String name) throws Exception {
    Golden golden = Golden.read(name);
    SpikePoint spikePoint = new SpikePoint(golden.model());
    spikePoint.classify(golden.events(), Golden.SEED, EarlyExit.NEVER);
    double[] scores =
        IntStream.range(0, golden.number("classes")).mapToDouble(spikePoint::score).toArray();
    assertThat(scores).containsExactly(golden.scores(), org.assertj.core.data.Offset.offset(1e-5));
  }

  @Test
  void aMembraneOfExactlyOneSpikesAndOneBelowDoesNot() {
    float[] h = {1, Math.nextDown(1f), Math.nextUp(1f), 0, -1, 1e6f, -1e6f, 0.5f};
    float[] v = h.clone();
    float[] s = new float[8];
    Lanes.fire(v, s, 8);
    assertThat(s).containsExactly(1, 0, 1, 0, 0, 1, 0, 0);
    Lanes.resetToZero(v, s, 8);
    assertThat(v).containsExactly(0, Math.nextDown(1f), 0, 0, -1, 0, -1e6f, 0.5f);
    Lanes.resetByOne(h, s, 8);
    assertThat(h).containsExactly(0, Math.nextDown(1f), Math.ulp(1f), 0, -1, 1e6f - 1, -1e6f, 0.5f);
  }
}
