package org.saccade.benchmarks;

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
import org.saccade.operators.corner.CornerParameters;
import org.saccade.operators.flow.FlowParameters;
import org.saccade.operators.frame.FrameContent;
import org.saccade.operators.frame.FrameParameters;
import org.saccade.operators.slice.Slicing;
import org.saccade.operators.stage.EventStage;
import org.saccade.operators.stage.StageParameters;
import org.saccade.operators.stage.StageSink;
import org.saccade.operators.track.TrackParameters;
import org.saccade.schemas.batch.EventBatch;

/**
 * The stages that see, at 1280x720 on one thread, in events a microsecond (= millions a second);
 * frames and time surfaces every 20 ms, which at ten million events a second is every 200,000
 * events. What goes to a record is not compressed here.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class VisionBenchmark {
  static final int EVENTS = 4096;
  private static final int BATCHES = 256;
  private static final Slicing SLICES = Slicing.every(20_000);
  private static final StageSink NOWHERE = output -> {};

  /** What is measured. */
  public enum Stage {
    FRAME_POLARITY(FrameParameters.of(FrameContent.POLARITY, SLICES)),
    FRAME_HISTOGRAM(FrameParameters.of(FrameContent.HISTOGRAM, SLICES)),
    FRAME_DECAY(FrameParameters.of(FrameContent.DECAY, SLICES)),
    SURFACE_LAST_TIME(FrameParameters.of(FrameContent.LAST_TIME, SLICES)),
    SURFACE_EXPONENTIAL(FrameParameters.of(FrameContent.EXPONENTIAL, SLICES)),
    FLOW(FlowParameters.DEFAULTS),
    CORNERS(CornerParameters.DEFAULTS),
    TRACKS(TrackParameters.DEFAULTS);

    private final StageParameters parameters;

    Stage(StageParameters parameters) {
      this.parameters = parameters;
    }
  }

  @Param public Stage stage;

  private final EventBatch[] batches = new EventBatch[BATCHES];
  private final EventBatch work = new EventBatch(EVENTS);
  private EventStage model;
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
    model = stage.parameters.stage();
    model.open(SyntheticEvents.WIDTH, SyntheticEvents.HEIGHT);
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
    model.process(work, to[EVENTS - 1], NOWHERE);
    if (++next == BATCHES) {
      next = 0;
      passMicros += spanMicros;
    }
    return work;
  }
}
