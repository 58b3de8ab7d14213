package org.saccade.training.data;

import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.saccade.connectors.labelled.ClipEvents;
import org.saccade.connectors.labelled.LabelledClip;
import org.saccade.connectors.labelled.LabelledSet;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.connectors.recording.RecordingHeader;
import org.saccade.operators.spikepoint.CropView;
import org.saccade.operators.spikepoint.LoneEvents;
import org.saccade.operators.spikepoint.Preprocessing;
import org.saccade.schemas.batch.EventBatch;

/** Clips cut into windows, kept by clip so that a split by clip is one of windows too. */
public final class Windows {
  private final Map<LabelledClip, List<Window>> byClip = new IdentityHashMap<>();
  private final Preprocessing preprocessing;
  private final LoneEvents lone;

  private Windows(Preprocessing preprocessing) {
    this.preprocessing = preprocessing;
    lone = preprocessing.loneMicros() == 0 ? null : new LoneEvents(preprocessing.loneMicros());
  }

  /**
   * Reads the clips of a set.
   *
   * @param preprocessing by time: windows begin at the multiples of the step in sensor time, the
   *     first at the last multiple that is not behind the clip's first event, and those that begin
   *     where the clip has no event left are not cut
   */
  public static Windows read(LabelledSet set, Preprocessing preprocessing, ReadOptions options)
      throws IOException {
    if (preprocessing.windowMicros() == 0) {
      throw new IllegalArgumentException(
          "windowMicros=0: training cuts windows by time; it must be above 0");
    }
    Windows windows = new Windows(preprocessing);
    Map<LabelledClip, Integer> numbers = new IdentityHashMap<>();
    for (LabelledClip clip : set.clips()) {
      numbers.put(clip, numbers.size());
    }
    ClipEvents.forEach(
        set.clips(),
        options,
        (clip, header, events) ->
            windows.byClip.put(
                clip, windows.cut(header, events, set.classOf(clip), numbers.get(clip))));
    return windows;
  }

  private List<Window> cut(RecordingHeader header, EventBatch all, int label, int clip) {
    CropView view =
        header.hasGeometry()
            ? new CropView(preprocessing, header.width(), header.height())
            : new CropView(preprocessing, 0, 0);
    EventBatch used = new EventBatch(Math.max(1, all.size()));
    for (int i = 0; i < all.size(); i++) {
      if (view.uses(all.x(i), all.y(i), all.p(i))) {
        used.add(all.t(i), view.column(all.x(i)), view.row(all.y(i)), all.p(i));
      }
    }
    List<Window> windows = new ArrayList<>();
    if (used.size() == 0) {
      return windows;
    }
    long step = preprocessing.stepMicros();
    long last = used.t(used.size() - 1);
    int from = 0;
    for (long begin = Math.floorDiv(used.t(0), step) * step; begin <= last; begin += step) {
      while (from < used.size() && used.t(from) < begin) {
        from++;
      }
      int to = from;
      while (to < used.size() && used.t(to) < begin + preprocessing.windowMicros()) {
        to++;
      }
      EventBatch events = events(used, from, to, view.neighbours());
      if (events.size() >= preprocessing.leastEvents()) {
        windows.add(new Window(events, label, clip));
      }
      if (begin + preprocessing.windowMicros() > last) {
        break;
      }
    }
    return windows;
  }

  private EventBatch events(EventBatch used, int from, int to, int neighbours) {
    EventBatch events = new EventBatch(Math.max(1, to - from));
    events.append(used, from, to);
    if (lone != null) {
      lone.leaveOut(events, preprocessing.width(), preprocessing.height(), neighbours);
    }
    return events;
  }

  /** The windows of some of the clips, in their order. */
  public List<Window> of(LabelledSet part) {
    List<Window> windows = new ArrayList<>();
    for (LabelledClip clip : part.clips()) {
      windows.addAll(byClip.get(clip));
    }
    return windows;
  }
}
