package org.saccade.operators.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.runtime.state.storage.JobManagerCheckpointStorage;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.apache.flink.types.Either;
import org.saccade.operators.events.RecordTypes;
import org.saccade.operators.stream.PacketOperator;
import org.saccade.schemas.Classification;
import org.saccade.schemas.StreamHealth;
import org.saccade.schemas.packet.ModelOrder;
import org.saccade.schemas.packet.RawEventPacket;
import org.saccade.schemas.packet.StreamMarker;

/** One subtask of the operator in Flink's harness. */
final class ClassifyHarness implements AutoCloseable {
  static final int MAX_PARALLELISM = 128;

  static {
    RecordTypes.register();
  }

  private final KeyedTwoInputStreamOperatorTestHarness<
          String, Either<RawEventPacket, StreamMarker>, ModelOrder, Classification>
      flink;

  private final KeyedClassifyOperator operator;

  ClassifyHarness(
      ClassifyParameters parameters,
      boolean rocks,
      int parallelism,
      int index,
      OperatorSubtaskState restored)
      throws Exception {
    KeySelector<Either<RawEventPacket, StreamMarker>, String> key =
        record -> record.isLeft() ? record.left().stream() : record.right().stream();
    operator = new KeyedClassifyOperator(parameters, "spikepoint");
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

  static ClassifyHarness of(ClassifyParameters parameters) throws Exception {
    return new ClassifyHarness(parameters, false, 1, 0, null);
  }

  ClassifyHarness offer(List<RawEventPacket> packets) throws Exception {
    for (RawEventPacket packet : packets) {
      flink.processElement1(new StreamRecord<>(Either.Left(packet)));
    }
    return this;
  }

  ClassifyHarness mark(StreamMarker... markers) throws Exception {
    for (StreamMarker marker : markers) {
      flink.processElement1(new StreamRecord<>(Either.Right(marker)));
    }
    return this;
  }

  ClassifyHarness order(ModelOrder order) throws Exception {
    flink.processElement2(new StreamRecord<>(order));
    return this;
  }

  OperatorSubtaskState snapshot(long checkpoint) throws Exception {
    flink.prepareSnapshotPreBarrier(checkpoint);
    return flink.snapshot(checkpoint, checkpoint);
  }

  /** All answers, those too of windows that are in work. */
  List<Classification> answers() {
    operator.tellAll();
    return new ArrayList<>(flink.extractOutputValues());
  }

  /** What was said, a list a stream, each answer as text without what traces its input. */
  TreeMap<String, List<String>> said() {
    TreeMap<String, List<String>> said = new TreeMap<>();
    for (Classification answer : answers()) {
      var from = answer.getProvenance();
      said.computeIfAbsent(from.getStream(), s -> new ArrayList<>())
          .add(
              String.join(
                  " ",
                  from.getId().toString(),
                  from.getStart() + ".." + from.getEnd(),
                  from.getOperator(),
                  from.getModel(),
                  answer.getLabel(),
                  answer.getScores().toString(),
                  Double.toString(answer.getConfidence()),
                  answer.getSteps() + "/" + answer.getCount()));
    }
    return said;
  }

  List<StreamHealth> health() {
    List<StreamHealth> health = new ArrayList<>();
    var records = flink.getSideOutput(PacketOperator.HEALTH);
    if (records != null) {
      records.forEach(r -> health.add(r.getValue()));
    }
    return health;
  }

  @Override
  public void close() throws Exception {
    flink.close();
  }
}
