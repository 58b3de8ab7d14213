package org.saccade.operators.samples;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.runtime.state.storage.JobManagerCheckpointStorage;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.types.Either;
import org.saccade.operators.events.RecordTypes;
import org.saccade.schemas.DeadLetter;
import org.saccade.schemas.Epoch;
import org.saccade.schemas.StreamHealth;
import org.saccade.schemas.packet.RawSamplePacket;
import org.saccade.schemas.packet.StreamMarker;

/** One subtask of the operator in Flink's harness, with stages of any kind. */
public final class SampleHarness<R> implements AutoCloseable {
  private static final int MAX_PARALLELISM = 128;

  static {
    RecordTypes.register();
  }

  private final KeyedOneInputStreamOperatorTestHarness<
          String, Either<RawSamplePacket, StreamMarker>, R>
      flink;

  private SampleHarness(
      KeyedSampleOperator.Stages<R> stages,
      String uid,
      boolean rocks,
      int parallelism,
      int index,
      OperatorSubtaskState restored)
      throws Exception {
    flink =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedSampleOperator<>(SampleStreamParameters.DEFAULTS, stages, false, uid),
            record -> record.isLeft() ? record.left().stream() : record.right().stream(),
            Types.STRING,
            MAX_PARALLELISM,
            parallelism,
            index);
    flink.setStateBackend(rocks ? new EmbeddedRocksDBStateBackend() : new HashMapStateBackend());
    flink.setCheckpointStorage(new JobManagerCheckpointStorage(256 << 20));
    if (restored != null) {
      flink.initializeState(
          AbstractStreamOperatorTestHarness.repartitionOperatorState(
              restored, MAX_PARALLELISM, parallelism, parallelism, index));
    }
    flink.open();
  }

  /** A new one, alone. */
  public static <R> SampleHarness<R> of(KeyedSampleOperator.Stages<R> stages, String uid)
      throws Exception {
    return new SampleHarness<>(stages, uid, false, 1, 0, null);
  }

  /** One on a backend, from a snapshot or, where there is none, from the start. */
  public static <R> SampleHarness<R> on(
      KeyedSampleOperator.Stages<R> stages, String uid, boolean rocks, OperatorSubtaskState state)
      throws Exception {
    return new SampleHarness<>(stages, uid, rocks, 1, 0, state);
  }

  /** One that goes on from a snapshot, alone. */
  public static <R> SampleHarness<R> restored(
      KeyedSampleOperator.Stages<R> stages, String uid, OperatorSubtaskState state)
      throws Exception {
    return new SampleHarness<>(stages, uid, false, 1, 0, state);
  }

  public SampleHarness<R> offer(List<RawSamplePacket> packets) throws Exception {
    for (RawSamplePacket packet : packets) {
      flink.processElement(new StreamRecord<>(Either.Left(packet)));
    }
    return this;
  }

  /** Packets and markers. */
  public SampleHarness<R> take(List<Either<RawSamplePacket, StreamMarker>> records)
      throws Exception {
    for (Either<RawSamplePacket, StreamMarker> record : records) {
      flink.processElement(new StreamRecord<>(record));
    }
    return this;
  }

  public OperatorSubtaskState snapshot(long checkpoint) throws Exception {
    flink.prepareSnapshotPreBarrier(checkpoint);
    return flink.snapshot(checkpoint, checkpoint);
  }

  public List<R> found() {
    return new ArrayList<>(flink.extractOutputValues());
  }

  public List<Epoch> epochs() {
    List<Epoch> values = new ArrayList<>();
    var records = flink.getSideOutput(KeyedSampleOperator.EPOCHS);
    if (records != null) {
      records.forEach(r -> values.add(r.getValue()));
    }
    return values;
  }

  public List<StreamHealth> health() {
    List<StreamHealth> values = new ArrayList<>();
    var records = flink.getSideOutput(KeyedSampleOperator.HEALTH);
    if (records != null) {
      records.forEach(r -> values.add(r.getValue()));
    }
    return values;
  }

  public List<DeadLetter> deadLetters() {
    List<DeadLetter> values = new ArrayList<>();
    var records = flink.getSideOutput(KeyedSampleOperator.DEAD_LETTERS);
    if (records != null) {
      records.forEach(r -> values.add(r.getValue()));
    }
    return values;
  }

  /**
   * Runs an input through subtasks that are stopped and restored, each time so many of them.
   *
   * @param told what is kept of each subtask before it is stopped
   * @param <T> of what is kept
   * @return what was kept, in order
   */
  public static <R, T> List<T> rescaled(
      KeyedSampleOperator.Stages<R> stages,
      String uid,
      List<RawSamplePacket> input,
      boolean rocks,
      int[] parallelisms,
      Function<SampleHarness<R>, List<T>> told)
      throws Exception {
    List<T> all = new ArrayList<>();
    OperatorSubtaskState state = null;
    int from = 0;
    for (int stop = 0; stop < parallelisms.length; stop++) {
      int parallelism = parallelisms[stop];
      int to = input.size() * (stop + 1) / parallelisms.length;
      List<OperatorSubtaskState> parts = new ArrayList<>();
      for (int index = 0; index < parallelism; index++) {
        int subtask = index;
        List<RawSamplePacket> mine =
            input.subList(from, to).stream()
                .filter(
                    p ->
                        KeyGroupRangeAssignment.assignKeyToParallelOperator(
                                p.stream(), MAX_PARALLELISM, parallelism)
                            == subtask)
                .toList();
        try (SampleHarness<R> harness =
            new SampleHarness<>(stages, uid, rocks, parallelism, index, state)) {
          harness.offer(mine);
          all.addAll(told.apply(harness));
          parts.add(harness.snapshot(stop));
        }
      }
      state =
          AbstractStreamOperatorTestHarness.repackageState(
              parts.toArray(new OperatorSubtaskState[0]));
      from = to;
    }
    return all;
  }

  @Override
  public void close() throws Exception {
    flink.close();
  }
}
