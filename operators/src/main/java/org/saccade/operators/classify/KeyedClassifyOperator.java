package org.saccade.operators.classify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.saccade.operators.safetensors.SafetensorsException;
import org.saccade.operators.stream.PacketStream;
import org.saccade.operators.stream.RawPacketForm;
import org.saccade.operators.stream.SteeredPacketOperator;
import org.saccade.operators.stream.StreamRecords;
import org.saccade.schemas.Classification;
import org.saccade.schemas.StreamHealth;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.flink.ModelOrderSerializer;
import org.saccade.schemas.flink.RecordTypeInfo;
import org.saccade.schemas.packet.ModelOrder;
import org.saccade.schemas.packet.RawEventPacket;

/**
 * Packets of events and markers, keyed by stream, and models for all, to what the sensors see.
 *
 * <p>The last {@value #MOST_MODELS} models that commands brought are kept. A stream that works with
 * one that is kept no more goes back to the job's own.
 */
public final class KeyedClassifyOperator
    extends SteeredPacketOperator<RawEventPacket, ModelOrder, Classification> {
  /** Type of the answers. */
  public static final RecordTypeInfo<Classification> OUTPUT =
      new RecordTypeInfo<>(Classification.class);

  static final int MOST_MODELS = 16;

  private static final long serialVersionUID = 1L;

  private static final RawPacketForm<RawEventPacket> FORM =
      new RawPacketForm<>(RawEventPacket::read);

  private static final Comparator<ModelOrder> OLDEST_FIRST =
      Comparator.comparingLong((ModelOrder order) -> order.command().origin().offset())
          .thenComparingInt(order -> order.command().origin().partition());

  private final ClassifyParameters parameters;
  private transient EventBatch decoded;
  private transient EventBatch window;
  private transient WindowsInWork work;
  private transient List<LoadedModel> models;
  private transient List<ModelOrder> orders;
  private transient Map<String, LoadedModel> byName;
  private transient Counter eventsIn;
  private transient Counter answers;
  private transient Counter health;

  /**
   * @param uid the operator's uid in the job; part of the ids of its outputs
   */
  public KeyedClassifyOperator(ClassifyParameters parameters, String uid) {
    super(
        uid,
        parameters.digest(),
        parameters.cacheBytes(),
        parameters.expiry(),
        parameters.idle(),
        ModelOrderSerializer.TYPE);
    this.parameters = parameters;
  }

  @Override
  public void open() throws Exception {
    decoded = new EventBatch(1 << 14);
    window = new EventBatch(1 << 14);
    MailboxExecutor mailbox =
        getContainingTask()
            .getMailboxExecutorFactory()
            .createExecutor(getOperatorConfig().getChainIndex());
    work = new WindowsInWork(ClassifyThreads.open(parameters.threads()), () -> tellReady(mailbox));
    byName = new HashMap<>();
    byName.put("", new LoadedModel(null, parameters.model(), parameters));
    eventsIn = getMetricGroup().counter("events_in");
    answers = getMetricGroup().counter("classifications");
    health = getMetricGroup().counter("health");
    super.open();
  }

  /** Asks this subtask's thread to tell what has been classified. */
  private void tellReady(MailboxExecutor mailbox) {
    try {
      mailbox.execute(this::tellReady, "answers");
    } catch (RejectedExecutionException e) {
      // It ends: what was not told will be classified again when it is restored.
    }
  }

  private void tellReady() {
    if (work != null) {
      work.tellReady();
    }
  }

  /** Waits for all windows that are in work. */
  void tellAll() {
    work.tellAll();
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
    tellAll();
    super.prepareSnapshotPreBarrier(checkpointId);
  }

  @Override
  public void close() throws Exception {
    if (work != null) {
      work.close();
      work = null;
    }
    super.close();
  }

  @Override
  protected void command(ModelOrder order, BroadcastState<String, ModelOrder> kept)
      throws Exception {
    kept.put(order.command().name(), order);
    if (orders.size() >= MOST_MODELS) {
      kept.remove(orders.get(0).command().name());
    }
  }

  @Override
  protected void commanded(Iterable<ModelOrder> kept) {
    orders = new ArrayList<>();
    kept.forEach(orders::add);
    orders.sort(OLDEST_FIRST);
    models = new ArrayList<>();
    models.add(byName.get(""));
    for (ModelOrder order : orders) {
      models.add(byName.computeIfAbsent(order.command().name(), name -> load(order)));
    }
    byName.values().retainAll(models);
  }

  private LoadedModel load(ModelOrder order) {
    try {
      return new LoadedModel(order.command(), order.file(), parameters);
    } catch (SafetensorsException e) {
      throw new IllegalStateException(
          "model of command " + order.command() + ", which could be read before: " + e.getMessage(),
          e);
    }
  }

  @Override
  protected PacketStream<RawEventPacket> create(String key, StreamRecords records) {
    Out out = new Out();
    return new PacketStream<>(
        key,
        parameters.order(),
        FORM,
        records,
        out,
        report -> new ClassifyContent(key, parameters, () -> models, report, out, decoded, window));
  }

  @Override
  protected void count(StreamHealth told) {
    health.inc();
  }

  private final class Out extends Side implements ClassifyOutputs {
    @Override
    public WindowsInWork work() {
      return work;
    }

    @Override
    public void decoded(int events) {
      eventsIn.inc(events);
    }

    @Override
    public void answer(Classification classification) {
      answers.inc();
      output.collect(new StreamRecord<>(classification));
    }
  }
}
