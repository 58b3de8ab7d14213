package org.saccade.operators.events;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.runtime.state.storage.JobManagerCheckpointStorage;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.saccade.schemas.DeadLetter;
import org.saccade.schemas.EventPacket;
import org.saccade.schemas.Feature;
import org.saccade.schemas.Flow;
import org.saccade.schemas.Frame;
import org.saccade.schemas.StreamHealth;
import org.saccade.schemas.Track;
import org.saccade.schemas.packet.RawEventPacket;
import org.saccade.schemas.wire.RecordCodec;

/** One subtask of the operator in Flink's harness. */
final class Harness implements AutoCloseable {
  static final String UID = "events";
  static final int MAX_PARALLELISM = 128;

  static {
    RecordTypes.register();
  }

  private final KeyedOneInputStreamOperatorTestHarness<String, RawEventPacket, EventPacket> flink;

  /** A state backend by the name that it has in Flink's configuration. */
  enum Backend {
    HASHMAP,
    ROCKSDB;

    private StateBackend make() {
      return this == HASHMAP ? new HashMapStateBackend() : new EmbeddedRocksDBStateBackend();
    }
  }

  Harness(
      OneInputStreamOperator<RawEventPacket, EventPacket> operator,
      Backend backend,
      int parallelism,
      int index,
      OperatorSubtaskState restored)
      throws Exception {
    flink =
        new KeyedOneInputStreamOperatorTestHarness<>(
            operator, RawEventPacket::stream, Types.STRING, MAX_PARALLELISM, parallelism, index);
    flink.setStateBackend(backend.make());
    flink.setCheckpointStorage(new JobManagerCheckpointStorage(256 << 20));
    if (restored != null) {
      flink.initializeState(
          AbstractStreamOperatorTestHarness.repartitionOperatorState(
              restored, MAX_PARALLELISM, parallelism, parallelism, index));
    }
    flink.open();
  }

  static Harness of(EventStreamParameters parameters) throws Exception {
    return new Harness(new KeyedEventOperator(parameters, UID), Backend.HASHMAP, 1, 0, null);
  }

  Harness offer(RawEventPacket... packets) throws Exception {
    for (RawEventPacket packet : packets) {
      flink.processElement(new StreamRecord<>(packet));
    }
    return this;
  }

  void clock(long millis) throws Exception {
    flink.setProcessingTime(millis);
  }

  void endInput() throws Exception {
    flink.endInput();
  }

  int timers() {
    return flink.numProcessingTimeTimers();
  }

  int keyedStateEntries() {
    return flink.numKeyedStateEntries();
  }

  OperatorSubtaskState snapshot(long checkpoint) throws Exception {
    flink.prepareSnapshotPreBarrier(checkpoint);
    return flink.snapshot(checkpoint, checkpoint);
  }

  List<EventPacket> packets() {
    return new ArrayList<>(flink.extractOutputValues());
  }

  List<StreamHealth> health() {
    return side(KeyedEventOperator.HEALTH);
  }

  List<Feature> features() {
    return side(KeyedEventOperator.FEATURES);
  }

  List<Frame> frames() {
    return side(KeyedEventOperator.FRAMES);
  }

  List<Flow> flow() {
    return side(KeyedEventOperator.FLOW);
  }

  List<Track> tracks() {
    return side(KeyedEventOperator.TRACKS);
  }

  List<EventPacket> corners() {
    return side(KeyedEventOperator.CORNERS);
  }

  List<DeadLetter> deadLetters() {
    return side(KeyedEventOperator.DEAD_LETTERS);
  }

  private <T> List<T> side(OutputTag<T> tag) {
    List<T> values = new ArrayList<>();
    var records = flink.getSideOutput(tag);
    if (records != null) {
      records.forEach(r -> values.add(r.getValue()));
    }
    return values;
  }

  /** Adds the bytes of all records, in order, a list a stream and type. */
  void addTo(Map<String, List<String>> outputs) {
    packets().forEach(p -> add(outputs, p.getStream(), p));
    health().forEach(h -> add(outputs, h.getProvenance().getStream(), h));
    features().forEach(f -> add(outputs, f.getStream(), f));
    frames().forEach(f -> add(outputs, f.getProvenance().getStream(), f));
    flow().forEach(f -> add(outputs, f.getProvenance().getStream(), f));
    corners().forEach(c -> add(outputs, c.getStream() + " corners", c));
    tracks().forEach(t -> add(outputs, t.getProvenance().getStream(), t));
    deadLetters().forEach(d -> add(outputs, "dead", d));
  }

  Map<String, List<String>> outputs() {
    Map<String, List<String>> outputs = new TreeMap<>();
    addTo(outputs);
    return outputs;
  }

  @SuppressWarnings("unchecked")
  private static <T extends SpecificRecordBase> void add(
      Map<String, List<String>> outputs, String stream, T record) {
    byte[] bytes = new RecordCodec<>((Class<T>) record.getClass()).encode(record);
    outputs
        .computeIfAbsent(stream + "/" + record.getClass().getSimpleName(), k -> new ArrayList<>())
        .add(HexFormat.of().formatHex(bytes));
  }

  @Override
  public void close() throws Exception {
    flink.close();
  }
}
