package org.saccade.operators.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.runtime.state.storage.JobManagerCheckpointStorage;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.saccade.operators.events.RecordTypes;
import org.saccade.schemas.Anomaly;
import org.saccade.schemas.Drift;
import org.saccade.schemas.Provenance;
import org.saccade.schemas.StreamHealth;
import org.saccade.schemas.packet.ControlCommand;
import org.saccade.schemas.packet.FeatureSample;

/** One subtask of the operator in Flink's harness. */
public final class FeatureHarness implements AutoCloseable {
  static final int MAX_PARALLELISM = 128;
  static final DriftParameters SMALL = DriftParameters.DEFAULTS.with(ModelSet.SMALL, 60, 500);

  /** Few false alarms: for what should be found, and not. */
  static final DriftParameters QUIET =
      DriftParameters.DEFAULTS.with(ModelSet.SMALL, 300, 1_000_000);

  static {
    RecordTypes.register();
  }

  private final KeyedTwoInputStreamOperatorTestHarness<
          String, FeatureSample, ControlCommand, Anomaly>
      flink;

  FeatureHarness(
      TwoInputStreamOperator<FeatureSample, ControlCommand, Anomaly> operator,
      boolean rocks,
      int parallelism,
      int index,
      OperatorSubtaskState restored,
      KeySelector<FeatureSample, String> key)
      throws Exception {
    flink =
        new KeyedTwoInputStreamOperatorTestHarness<>(
            operator, key, null, Types.STRING, MAX_PARALLELISM, parallelism, index);
    flink.setStateBackend(rocks ? new EmbeddedRocksDBStateBackend() : new HashMapStateBackend());
    flink.setCheckpointStorage(new JobManagerCheckpointStorage(256 << 20));
    if (restored != null) {
      flink.initializeState(
          AbstractStreamOperatorTestHarness.repartitionOperatorState(
              restored,
              MAX_PARALLELISM,
              restored.getManagedOperatorState().size(),
              parallelism,
              index));
    }
    flink.open();
  }

  public static FeatureHarness of(DriftParameters parameters) throws Exception {
    return of(parameters, false, 1, 0, null);
  }

  static FeatureHarness of(
      DriftParameters parameters,
      boolean rocks,
      int parallelism,
      int index,
      OperatorSubtaskState restored)
      throws Exception {
    return new FeatureHarness(
        new KeyedFeatureOperator(parameters, "drift"),
        rocks,
        parallelism,
        index,
        restored,
        sample -> sample.series().text());
  }

  /** One that watches the features of a stream together too. */
  static FeatureHarness together(
      DriftParameters parameters,
      JointParameters joint,
      boolean rocks,
      int parallelism,
      int index,
      OperatorSubtaskState restored)
      throws Exception {
    return new FeatureHarness(
        new KeyedFeatureOperator(parameters, joint, "drift"),
        rocks,
        parallelism,
        index,
        restored,
        KeyedFeatureOperator::together);
  }

  public FeatureHarness offer(List<FeatureSample> samples) throws Exception {
    for (FeatureSample sample : samples) {
      flink.processElement1(new StreamRecord<>(sample));
    }
    return this;
  }

  FeatureHarness command(ControlCommand command) throws Exception {
    flink.processElement2(new StreamRecord<>(command));
    return this;
  }

  public FeatureHarness end() throws Exception {
    flink.endInput1();
    flink.endInput2();
    return this;
  }

  void setMachineTime(long millis) throws Exception {
    flink.setProcessingTime(millis);
  }

  OperatorSubtaskState snapshot(long checkpoint) throws Exception {
    flink.prepareSnapshotPreBarrier(checkpoint);
    return flink.snapshot(checkpoint, checkpoint);
  }

  public List<Anomaly> anomalies() {
    return new ArrayList<>(flink.extractOutputValues());
  }

  public List<Drift> drifts() {
    return side(KeyedFeatureOperator.DRIFTS);
  }

  public List<StreamHealth> health() {
    return side(KeyedFeatureOperator.HEALTH);
  }

  private <T> List<T> side(OutputTag<T> tag) {
    List<T> values = new ArrayList<>();
    var records = flink.getSideOutput(tag);
    if (records != null) {
      records.forEach(r -> values.add(r.getValue()));
    }
    return values;
  }

  /** All that came out, by id. */
  TreeMap<String, Object> byId() {
    TreeMap<String, Object> all = new TreeMap<>();
    anomalies().forEach(a -> all.put(id("anomaly", a.getProvenance()), a));
    drifts().forEach(d -> all.put(id("drift", d.getProvenance()), d));
    health().forEach(h -> all.put(id("health", h.getProvenance()), h));
    return all;
  }

  int records() {
    return anomalies().size() + drifts().size() + health().size();
  }

  private static String id(String type, Provenance provenance) {
    return type + java.util.HexFormat.of().formatHex(provenance.getId().bytes());
  }

  @Override
  public void close() throws Exception {
    flink.close();
  }
}
