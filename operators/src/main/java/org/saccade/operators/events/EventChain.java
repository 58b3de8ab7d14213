package org.saccade.operators.events;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.saccade.operators.paged.Page;
import org.saccade.operators.paged.PageSink;
import org.saccade.operators.paged.Paged;
import org.saccade.operators.paged.ShiftedPages;
import org.saccade.operators.stage.EventStage;
import org.saccade.operators.stage.Geometry;
import org.saccade.operators.stage.StageKind;
import org.saccade.operators.stage.StageOutput;
import org.saccade.operators.stage.StageParameters;
import org.saccade.schemas.batch.EventBatch;

/**
 * The stages that a stream's events go through, in order.
 *
 * <p>Page n of the stage of kind k that is the i-th of its kind in the chain, from 0, is page
 * {@code k << 24 | i << 20 | n} of the chain. So pages stay with their stage from release to
 * release, whatever stands before or behind it, and a stage that was taken out leaves pages that
 * are removed.
 */
final class EventChain implements Paged {
  /** Most stages of one kind. */
  static final int MOST_OF_A_KIND = 16;

  private static final int KIND_SHIFT = 24;
  private static final int STAGE_SHIFT = 20;

  /** Takes what the stages say. */
  interface Listener {
    /**
     * @param stage number of the stage in the chain's pages
     */
    void put(int stage, StageOutput output);

    /**
     * @param stage name of the stage in the chain
     * @param events that it dropped from one packet, 1 or more
     */
    void dropped(String stage, int events);
  }

  private record Numbered(int number, String name, EventStage stage) {}

  private final List<Numbered> stages = new ArrayList<>();
  private final Listener listener;
  private final TreeSet<Integer> ownerless = new TreeSet<>();
  private Geometry geometry = new Geometry(1, 1);
  private final Set<Integer> beside = new HashSet<>();
  private Geometry besideGeometry = new Geometry(1, 1);

  EventChain(List<StageParameters> parameters, Listener listener) {
    this.listener = listener;
    List<String> names = names(parameters);
    Map<StageKind, Integer> seen = new EnumMap<>(StageKind.class);
    for (int i = 0; i < parameters.size(); i++) {
      StageKind kind = parameters.get(i).kind();
      int before = seen.merge(kind, 1, Integer::sum) - 1;
      int number = kind.number() << (KIND_SHIFT - STAGE_SHIFT) | before;
      if (parameters.get(i).givesSideEvents()) {
        beside.add(number);
      }
      stages.add(new Numbered(number, names.get(i), parameters.get(i).stage()));
    }
  }

  /** Names of the stages: that of the kind, with its number from the second of a kind on. */
  static List<String> names(List<StageParameters> chain) {
    Map<StageKind, Integer> seen = new EnumMap<>(StageKind.class);
    List<String> names = new ArrayList<>();
    for (StageParameters stage : chain) {
      int number = seen.merge(stage.kind(), 1, Integer::sum);
      names.add(stage.kind().title() + (number == 1 ? "" : "-" + number));
    }
    return names;
  }

  void open(int width, int height) {
    geometry = new Geometry(width, height);
    for (Numbered s : stages) {
      s.stage.open(geometry.width(), geometry.height());
      besideGeometry = beside.contains(s.number) ? geometry : besideGeometry;
      geometry = s.stage.geometry(geometry);
    }
  }

  /** The frame of the events that come out. */
  Geometry geometry() {
    return geometry;
  }

  /** Whether a stage puts out events beside those that go on. */
  boolean givesSideEvents() {
    return !beside.isEmpty();
  }

  /** The frame of those events. */
  Geometry besideGeometry() {
    return besideGeometry;
  }

  void process(EventBatch batch, long timeEnd) {
    for (Numbered s : stages) {
      int before = batch.size();
      s.stage.process(batch, timeEnd, output -> listener.put(s.number, output));
      if (batch.size() < before) {
        listener.dropped(s.name, before - batch.size());
      }
    }
  }

  void close() {
    for (Numbered s : stages) {
      s.stage.close(output -> listener.put(s.number, output));
    }
  }

  @Override
  public long bytes() {
    long bytes = 0;
    for (Numbered s : stages) {
      bytes += s.stage.bytes();
    }
    return bytes;
  }

  @Override
  public void restore(int number, Page page) {
    for (Numbered s : stages) {
      if (s.number == number >> STAGE_SHIFT) {
        s.stage.restore(number & (1 << STAGE_SHIFT) - 1, page);
        return;
      }
    }
    ownerless.add(number);
  }

  @Override
  public void flush(PageSink sink) {
    for (Numbered s : stages) {
      s.stage.flush(new ShiftedPages(sink, s.number << STAGE_SHIFT));
    }
    ownerless.forEach(sink::remove);
    ownerless.clear();
  }
}
