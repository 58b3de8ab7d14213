package org.saccade.operators.stage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.saccade.operators.flow.FlowOutput;
import org.saccade.operators.frame.FrameOutput;
import org.saccade.operators.paged.PageStore;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.batch.FlowBatch;

/**
 * All that a stage gives on some events: what it puts out, as text, and the events that it lets
 * through.
 */
public final class StageRun {
  private final StageParameters parameters;
  private final int width;
  private final int height;
  private final Function<StageOutput, String> text;
  private final List<String> outputs = new ArrayList<>();
  private final EventBatch kept = new EventBatch(16);

  private StageRun(
      StageParameters parameters, int width, int height, Function<StageOutput, String> text) {
    this.parameters = parameters;
    this.width = width;
    this.height = height;
    this.text = text;
  }

  /** An output as it is now: what stages use again is put into words. */
  static Object kept(StageOutput output) {
    if (output instanceof FrameOutput f) {
      int pixels = Arrays.hashCode(f.pixels().data());
      return f.start() + ".." + f.end() + " " + f.events() + " frame " + pixels;
    }
    if (output instanceof FlowOutput f) {
      FlowBatch v = new FlowBatch(Math.max(1, f.vectors().size()));
      for (int i = 0; i < f.vectors().size(); i++) {
        v.add(
            f.vectors().t()[i],
            f.vectors().x()[i],
            f.vectors().y()[i],
            f.vectors().vx()[i],
            f.vectors().vy()[i],
            f.vectors().residual()[i]);
      }
      return List.of(f.start(), f.end(), f.events(), f.vx(), f.vy(), f.residual(), v);
    }
    return output;
  }

  public List<String> outputs() {
    return outputs;
  }

  public EventBatch kept() {
    return kept;
  }

  /** In one packet. */
  public static StageRun whole(
      StageParameters p,
      int width,
      int height,
      EventBatch events,
      Function<StageOutput, String> f) {
    StageRun run = new StageRun(p, width, height, f);
    EventStage stage = p.stage();
    stage.open(width, height);
    run.packet(stage, events, 0, events.size());
    stage.close(o -> run.outputs.add(f.apply(o)));
    return run;
  }

  /** In packets cut at random, put away and taken back between some of them. */
  public static StageRun cut(
      StageParameters p,
      int width,
      int height,
      EventBatch events,
      Function<StageOutput, String> f,
      long seed) {
    StageRun run = new StageRun(p, width, height, f);
    Random random = new Random(seed);
    PageStore store = new PageStore();
    EventStage stage = p.stage();
    stage.open(width, height);
    int from = 0;
    while (from < events.size()) {
      int to = Math.min(events.size(), from + random.nextInt(2 + events.size() / 4));
      run.packet(stage, events, from, to);
      if (random.nextInt(3) == 0) {
        stage.flush(store);
      }
      if (random.nextInt(3) == 0) {
        stage = run.restored(stage, store);
      }
      from = to;
    }
    stage.close(o -> run.outputs.add(f.apply(o)));
    stage.flush(store);
    if (!store.pages().isEmpty()) {
      run.outputs.add("a closed stage leaves pages " + store.pages().keySet());
    }
    return run;
  }

  private EventStage restored(EventStage stage, PageStore store) {
    stage.flush(store);
    EventStage next = parameters.stage();
    next.open(width, height);
    store.restoreInto(next);
    return next;
  }

  private void packet(EventStage stage, EventBatch events, int from, int to) {
    if (to > from) {
      EventBatch batch = new EventBatch(to - from);
      batch.append(events, from, to);
      stage.process(batch, events.t(to - 1), o -> outputs.add(text.apply(o)));
      kept.append(batch, 0, batch.size());
    }
  }
}
