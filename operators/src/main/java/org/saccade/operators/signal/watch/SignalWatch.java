package org.saccade.operators.signal.watch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.saccade.operators.paged.Page;
import org.saccade.operators.paged.PageSink;
import org.saccade.operators.paged.PagedDoubles;
import org.saccade.operators.paged.PagedParts;
import org.saccade.operators.signal.Samples;
import org.saccade.operators.signal.SignalOperator;
import org.saccade.operators.signal.chain.SignalShape;
import org.saccade.schemas.batch.SampleBatch;

/**
 * Looks at the samples of a recording as they come, before anything is done to them, and leaves out
 * those of channels that measure nothing.
 */
public final class SignalWatch implements SignalOperator {
  private static final double BLOCKS_A_SECOND = 16;
  private static final int SHORTEST_BLOCK = 4;
  private static final int PLACES = 8;

  private final int channels;
  private final int block;
  private final boolean leaveOut;
  private final PagedDoubles common = new PagedDoubles("number of a watched sample", 1);
  private final PagedDoubles stuckState;
  private final PagedDoubles levelState;
  private final PagedDoubles noiseState;
  private final PagedDoubles gainState;
  private final PagedParts state;
  private final StuckWatch stuck;
  private final LevelWatch levels;
  private final NoiseWatch noise;
  private final GainWatch gain;
  private final boolean[] isStuck;
  private final boolean[] isNoisy;
  private final SampleBatch nothing = new SampleBatch();
  private final int silence;
  private final double[] weights;
  private final double[] sums;

  public SignalWatch(
      WatchParameters parameters, SignalShape shape, Scales scales, ConditionSink sink) {
    channels = shape.channels();
    leaveOut = parameters.leaveOut();
    double rate = shape.rate().hz();
    block = (int) Math.max(SHORTEST_BLOCK, Math.round(rate / BLOCKS_A_SECOND));
    stuckState = new PagedDoubles("stuck channels", channels * StuckWatch.STRIDE);
    levelState = new PagedDoubles("levels of channels", channels * LevelWatch.STRIDE);
    noiseState = new PagedDoubles("noisy channels", channels * NoiseWatch.STRIDE);
    gainState = new PagedDoubles("gain", GainWatch.HISTORY + GainWatch.length(rate));
    state = new PagedParts(common, stuckState, levelState, noiseState, gainState);
    stuck = new StuckWatch(parameters, channels, rate, block, scales, sink, stuckState);
    levels = new LevelWatch(channels, block, levelState);
    levels.begin();
    noise =
        new NoiseWatch(parameters, levels, channels, kinds(shape), block, rate, sink, noiseState);
    gain = new GainWatch(parameters, levels, channels, block, rate, sink, gainState);
    silence = GainWatch.length(rate) + 2 * PLACES * block;
    isStuck = new boolean[channels];
    isNoisy = new boolean[channels];
    weights = new double[channels];
    sums = new double[block];
    weigh();
  }

  private static int[][] kinds(SignalShape shape) {
    Map<String, List<Integer>> kinds = new TreeMap<>();
    for (int c = 0; c < shape.channels(); c++) {
      kinds.computeIfAbsent(shape.leads().get(c).kind(), k -> new ArrayList<>()).add(c);
    }
    return kinds.values().stream()
        .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
  }

  private long next() {
    return (long) common.values()[0];
  }

  /**
   * Takes the samples that follow those before, physical values; those of channels that are left
   * out are NaN behind it.
   *
   * @throws IllegalArgumentException if the batch has another number of channels
   */
  @Override
  public void process(SampleBatch batch) {
    Samples.requireChannels(batch, channels);
    for (int from = 0; from < batch.size(); ) {
      long sample = next();
      int to = (int) Math.min(batch.size(), from + block - sample % block);
      run(batch, from, to, sample);
      common.values()[0] = sample + to - from;
      if (next() % block == 0) {
        blockEnds();
      }
      from = to;
    }
    changed();
  }

  private void changed() {
    common.changed();
    stuckState.changed();
    levelState.changed();
    noiseState.changed();
    gainState.changed();
  }

  private long blockOf(long sample) {
    return sample / block;
  }

  private void run(SampleBatch batch, int from, int to, long sample) {
    int place = (int) (blockOf(sample) % LevelWatch.WINDOW);
    Arrays.fill(sums, 0, to - from, 0);
    boolean otherGain = gain.isLeftOut(sample - sample % block);
    for (int c = 0; c < channels; c++) {
      double[] x = batch.channel(c);
      levels.run(c, x, from, to, place, weights[c], sums);
      stuck.run(c, x, from, to, sample, (int) (blockOf(sample) % PLACES));
      if (otherGain || leaveOut && isNoisy[c]) {
        Arrays.fill(x, from, to, Double.NaN);
      }
    }
    gain.history(sums, to - from, sample);
  }

  private void blockEnds() {
    long end = next();
    long begun = blockOf(end);
    stuck.blockEnds(end, (int) (begun % PLACES));
    mark();
    noise.blockEnds(isStuck, end);
    mark();
    boolean[] left = new boolean[channels];
    for (int c = 0; c < channels; c++) {
      left[c] = isStuck[c] || isNoisy[c];
    }
    gain.blockEnds(left, end);
    if (begun % LevelWatch.WINDOW == 0 && gain.isQuiet()) {
      for (int c = 0; c < channels; c++) {
        if (!left[c]) {
          levels.learn(c);
        }
      }
      weigh();
    }
    levels.clear((int) (begun % LevelWatch.WINDOW));
  }

  private void mark() {
    for (int c = 0; c < channels; c++) {
      isStuck[c] = stuck.isOpen(c);
      isNoisy[c] = noise.isOpen(c);
    }
  }

  /** {@code e^{−2b}}, so that every channel has the same say in {@code q}. */
  private void weigh() {
    for (int c = 0; c < channels; c++) {
      double usual = levels.usual(c, 0);
      weights[c] = Double.isNaN(usual) ? 0 : StrictMath.exp(-2 * usual);
    }
  }

  /** Samples of a block, in which all is judged. */
  public int block() {
    return block;
  }

  /** The sample before which no jump of the gain will become known any more. */
  public long settled() {
    return gain.settled(next());
  }

  @Override
  public void gap(long missing) {
    Samples.requireMissing(missing);
    int n = (int) Math.min(missing, silence);
    nothing.shape(channels, Math.min(n, block));
    for (int c = 0; c < channels; c++) {
      Arrays.fill(nothing.channel(c), 0, nothing.size(), Double.NaN);
    }
    for (int left = n; left > 0; left -= nothing.size()) {
      nothing.shape(channels, Math.min(left, block));
      process(nothing);
    }
    // Behind so many missing samples nothing changes any more but their number.
    common.values()[0] += missing - n;
  }

  /** The recording is over: what is open is closed. */
  public void end() {
    stuck.end(next());
    noise.end(next());
    gain.end(next());
  }

  @Override
  public void clear() {
    common.clear();
    stuckState.clear();
    levelState.clear();
    noiseState.clear();
    gainState.clear();
    levels.begin();
    mark();
    weigh();
  }

  @Override
  public long bytes() {
    return state.bytes();
  }

  @Override
  public void restore(int number, Page page) {
    state.restore(number, page);
    mark();
    weigh();
  }

  @Override
  public void flush(PageSink sink) {
    state.flush(sink);
  }
}
