package org.saccade.operators.state;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeutils.base.IntSerializer;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.saccade.operators.paged.Page;
import org.saccade.operators.paged.Paged;

/**
 * What operators have in common whose keys are plain objects in memory, written to keyed state when
 * a checkpoint needs them there.
 *
 * <p>An object is made or loaded at the first record of its key and then worked on in place. Before
 * each checkpoint barrier every object gives the pages that changed. The objects in memory are
 * bounded in bytes: beyond the bound the least recently used one is written to state and let go.
 *
 * <p>A key that sent nothing for {@code expiryMillis} of the machine's clock is ended and
 * forgotten. At the end of a bounded input every key is ended, those in state too.
 *
 * @param <O> records out
 * @param <S> a key's object
 */
public abstract class KeyedObjects<O, S extends Paged> extends AbstractStreamOperator<O>
    implements Triggerable<String, VoidNamespace> {
  private static final long serialVersionUID = 1L;
  private static final String PAGES = "pages";

  private final long cacheBytes;
  private final long expiryMillis;
  private final long silenceMillis;

  private transient MapState<Integer, Page> pages;
  private transient ValueState<Long> lastSeen;
  private transient InternalTimerService<VoidNamespace> timers;
  private transient LinkedHashMap<String, Live<S>> live;
  private transient long liveBytes;
  private transient StatePages sink;
  private transient Counter evictions;

  /**
   * @param cacheBytes most bytes of the objects in memory, the one worked on not counted
   * @param expiryMillis machine time after which a silent key is ended and forgotten
   * @param silenceMillis machine time after which {@link #silent} is called; 0: never
   */
  protected KeyedObjects(long cacheBytes, long expiryMillis, long silenceMillis) {
    this.cacheBytes = cacheBytes;
    this.expiryMillis = expiryMillis;
    this.silenceMillis = silenceMillis;
  }

  /** A new object for a key that has no state. */
  protected abstract S create(String key);

  /** Work on an object. */
  interface Work<S, R> {
    void on(S object, R record) throws Exception;
  }

  /** The key ends: the object gives what it still holds. */
  protected abstract void end(S object, Ending why) throws Exception;

  /** The key has been silent for {@code silenceMillis}; called once a silence. */
  protected void silent(S object) throws Exception {}

  @Override
  public void open() throws Exception {
    super.open();
    pages =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(PAGES, IntSerializer.INSTANCE, PageSerializer.INSTANCE));
    lastSeen =
        getRuntimeContext()
            .getState(new ValueStateDescriptor<>("last-seen", LongSerializer.INSTANCE));
    timers = getInternalTimerService("machine-time", VoidNamespaceSerializer.INSTANCE, this);
    live = new LinkedHashMap<>(16, 0.75f, true);
    sink = new StatePages(pages);
    evictions = getMetricGroup().counter("evictions");
    getMetricGroup().gauge("keys_in_memory", () -> live.size());
    getMetricGroup().gauge("bytes_in_memory", () -> liveBytes);
  }

  /** Does the work on the object of the current key. */
  final <R> void withObject(R record, Work<S, R> work) throws Exception {
    String key = (String) getCurrentKey();
    Live<S> entry = touch(key);
    long now = getProcessingTimeService().getCurrentProcessingTime();
    entry.seen = now;
    entry.changed = true;
    if (silenceMillis > 0 && !entry.silenceTimer) {
      entry.silenceTimer = true;
      timers.registerProcessingTimeTimer(VoidNamespace.INSTANCE, now + silenceMillis);
    }
    work.on(entry.object, record);
    account(key, entry);
  }

  private Live<S> touch(String key) throws Exception {
    Live<S> entry = live.get(key);
    if (entry == null) {
      entry = new Live<>(create(key));
      // The heap backend gives a map in any order, RocksDB in that of the keys' bytes.
      TreeMap<Integer, Page> ascending = new TreeMap<>();
      pages.entries().forEach(page -> ascending.put(page.getKey(), page.getValue()));
      ascending.forEach(entry.object::restore);
      Long seen = lastSeen.value();
      long now = getProcessingTimeService().getCurrentProcessingTime();
      entry.seen = seen == null ? now : seen;
      live.put(key, entry);
      registerExpiry(now);
    }
    return entry;
  }

  /** Coarse, so that a key that is loaded again and again has few timers. */
  private void registerExpiry(long seen) {
    long grain = Math.max(1, expiryMillis / 8);
    long due = seen + expiryMillis;
    timers.registerProcessingTimeTimer(
        VoidNamespace.INSTANCE, Math.floorDiv(due + grain - 1, grain) * grain);
  }

  private void account(String key, Live<S> entry) throws Exception {
    long bytes = entry.object.bytes();
    liveBytes += bytes - entry.bytes;
    entry.bytes = bytes;
    if (liveBytes > cacheBytes && live.size() > 1) {
      evict(key);
    }
  }

  private void evict(String current) throws Exception {
    Iterator<Map.Entry<String, Live<S>>> eldestFirst = live.entrySet().iterator();
    while (liveBytes > cacheBytes && eldestFirst.hasNext()) {
      Map.Entry<String, Live<S>> eldest = eldestFirst.next();
      if (!eldest.getKey().equals(current)) {
        flush(eldest.getKey(), eldest.getValue());
        liveBytes -= eldest.getValue().bytes;
        eldestFirst.remove();
        evictions.inc();
      }
    }
    setCurrentKey(current);
  }

  private void flush(String key, Live<S> entry) throws Exception {
    if (entry.changed) {
      setCurrentKey(key);
      entry.object.flush(sink);
      lastSeen.update(entry.seen);
      entry.changed = false;
    }
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
    super.prepareSnapshotPreBarrier(checkpointId);
    for (Map.Entry<String, Live<S>> entry : live.entrySet()) {
      flush(entry.getKey(), entry.getValue());
    }
  }

  /** Ends every key, those in state too: the input is bounded and has been read. */
  final void endAll() throws Exception {
    TreeSet<String> keys = new TreeSet<>(live.keySet());
    try (var stored = this.<String>getKeyedStateBackend().getKeys(PAGES, VoidNamespace.INSTANCE)) {
      stored.forEach(keys::add);
    }
    for (String key : keys) {
      setCurrentKey(key);
      Live<S> entry = touch(key);
      entry.changed = true;
      end(entry.object, Ending.END_OF_INPUT);
      account(key, entry);
    }
  }

  @Override
  public void onEventTime(InternalTimer<String, VoidNamespace> timer) {
    throw new IllegalStateException("no timer of event time is ever registered");
  }

  @Override
  public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
    String key = timer.getKey();
    Live<S> entry = live.get(key);
    Long stored = entry == null ? lastSeen.value() : null;
    if (entry == null && stored == null) {
      return;
    }
    long seen = entry == null ? stored : entry.seen;
    if (seen + expiryMillis <= timer.getTimestamp()) {
      expire(key);
      return;
    }
    registerExpiry(seen);
    if (silenceMillis > 0) {
      onSilenceTimer(key, seen, timer.getTimestamp());
    }
  }

  private void onSilenceTimer(String key, long seen, long now) throws Exception {
    if (seen + silenceMillis > now) {
      timers.registerProcessingTimeTimer(VoidNamespace.INSTANCE, seen + silenceMillis);
      return;
    }
    Live<S> entry = touch(key);
    entry.silenceTimer = false;
    entry.changed = true;
    silent(entry.object);
    account(key, entry);
  }

  private void expire(String key) throws Exception {
    Live<S> entry = touch(key);
    end(entry.object, Ending.EXPIRED);
    liveBytes -= entry.bytes;
    live.remove(key);
    pages.clear();
    lastSeen.clear();
  }

  /** A key's object in memory. */
  private static final class Live<S> {
    private final S object;
    private long bytes;
    private long seen;
    private boolean changed;
    private boolean silenceTimer;

    Live(S object) {
      this.object = object;
    }
  }
}
