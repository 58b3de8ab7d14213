package org.saccade.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.saccade.operators.filter.BackgroundActivity;
import org.saccade.operators.filter.BackgroundActivityParameters;
import org.saccade.operators.filter.CorrelationParameters;
import org.saccade.operators.filter.CropParameters;
import org.saccade.operators.filter.DecimationParameters;
import org.saccade.operators.filter.DownsampleParameters;
import org.saccade.operators.filter.FlickerParameters;
import org.saccade.operators.filter.HotPixelParameters;
import org.saccade.operators.filter.Polarity;
import org.saccade.operators.filter.PolarityParameters;
import org.saccade.operators.filter.Rectangle;
import org.saccade.operators.filter.Refractory;
import org.saccade.operators.filter.RefractoryParameters;
import org.saccade.operators.filter.RegionParameters;
import org.saccade.operators.filter.Trail;
import org.saccade.operators.filter.TrailParameters;
import org.saccade.operators.limit.RateLimitParameters;
import org.saccade.operators.rate.RateParameters;
import org.saccade.operators.stage.EventStage;
import org.saccade.operators.stage.StageParameters;
import org.saccade.operators.stage.StageSink;
import org.saccade.schemas.batch.EventBatch;

/**
 * The filters over a 1280x720 time surface on one thread, in events a microsecond (= millions a
 * second). A filter works in place, so each batch is first copied into the one it works on: {@code
 * none} is that copy alone.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class FilterBenchmark {
  static final int EVENTS = 4096;
  private static final int BATCHES = 256;
  private static final StageSink NOWHERE = output -> {};

  /** What is measured. */
  public enum Filter {
    NONE(null),
    REFRACTORY_LAST_KEPT(new RefractoryParameters(Refractory.LAST_KEPT, 100)),
    REFRACTORY_LAST_EVENT(new RefractoryParameters(Refractory.LAST_EVENT, 100)),
    BACKGROUND_FOUR_NEIGHBOURS(background(BackgroundActivity.FOUR_NEIGHBOURS)),
    BACKGROUND_EIGHT_NEIGHBOURS(background(BackgroundActivity.EIGHT_NEIGHBOURS)),
    BACKGROUND_TWENTY_FOUR_NEIGHBOURS(background(BackgroundActivity.TWENTY_FOUR_NEIGHBOURS)),
    CORRELATION_EIGHT_NEIGHBOURS(new CorrelationParameters(1, false, 2, 10_000, false)),
    CORRELATION_TWENTY_FOUR_NEIGHBOURS(new CorrelationParameters(2, false, 3, 10_000, false)),
    TRAIL_FIRST(new TrailParameters(Trail.FIRST, 10_000)),
    HOT_PIXELS(new HotPixelParameters(true, 100, 5, 1_000_000)),
    FLICKER(new FlickerParameters(false, 50, 500, 3)),
    POLARITY_KEEP_ON(new PolarityParameters(Polarity.KEEP_ON)),
    REGION(new RegionParameters(true, List.of(new Rectangle(320, 180, 640, 360)))),
    CROP(new CropParameters(new Rectangle(320, 180, 640, 360))),
    DOWNSAMPLE(new DownsampleParameters(2)),
    DECIMATION(new DecimationParameters(4)),
    RATE_LIMIT(RateLimitParameters.of(5_000_000, 1_000)),
    RATES(new RateParameters(100_000));

    private final StageParameters parameters;

    Filter(StageParameters parameters) {
      this.parameters = parameters;
    }

    private static StageParameters background(BackgroundActivity variant) {
      return new BackgroundActivityParameters(variant, 10_000);
    }
  }

  @Param public Filter filter;

  private final EventBatch[] batches = new EventBatch[BATCHES];
  private final EventBatch work = new EventBatch(EVENTS);
  private EventStage stage;
  private long spanMicros;
  private int next;
  private long passMicros;

  @Setup
  public void generate() {
    SyntheticEvents events = new SyntheticEvents(1);
    for (int i = 0; i < BATCHES; i++) {
      batches[i] = new EventBatch(EVENTS);
      events.next(batches[i], EVENTS);
    }
    spanMicros = batches[BATCHES - 1].t(EVENTS - 1) + 1;
    if (filter.parameters != null) {
      stage = filter.parameters.stage();
      stage.open(SyntheticEvents.WIDTH, SyntheticEvents.HEIGHT);
    }
  }

  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public EventBatch process() {
    EventBatch source = batches[next];
    long[] from = source.t();
    long[] to = work.t();
    for (int i = 0; i < EVENTS; i++) {
      to[i] = from[i] + passMicros;
    }
    System.arraycopy(source.x(), 0, work.x(), 0, EVENTS);
    System.arraycopy(source.y(), 0, work.y(), 0, EVENTS);
    System.arraycopy(source.p(), 0, work.p(), 0, EVENTS);
    work.size(EVENTS);
    if (stage != null) {
      stage.process(work, to[EVENTS - 1], NOWHERE);
    }
    if (++next == BATCHES) {
      next = 0;
      passMicros += spanMicros;
    }
    return work;
  }
}
