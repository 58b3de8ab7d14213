package org.saccade.operators.gaze;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.runtime.state.storage.JobManagerCheckpointStorage;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.types.Either;
import org.saccade.operators.events.RecordTypes;
import org.saccade.operators.samples.KeyedSampleOperator;
import org.saccade.operators.samples.SampleStreamParameters;
import org.saccade.schemas.DeadLetter;
import org.saccade.schemas.Microsaccade;
import org.saccade.schemas.StreamHealth;
import org.saccade.schemas.packet.RawSamplePacket;
import org.saccade.schemas.packet.StreamMarker;

/** One subtask of the operator in Flink's harness. */
final class GazeHarness implements AutoCloseable {
  static final int MAX_PARALLELISM = 128;

  static {
    RecordTypes.register();
  }

  private final KeyedOneInputStreamOperatorTestHarness<
          String, Either<RawSamplePacket, StreamMarker>, Microsaccade>
      flink;

  GazeHarness(
      GazeParameters parameters,
      boolean rocks,
      int parallelism,
      int index,
      OperatorSubtaskState restored)
      throws Exception {
    flink =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedSampleOperator<>(
                SampleStreamParameters.DEFAULTS,
                new MicrosaccadeStage.Stages(parameters),
                true,
                "microsaccades"),
            GazeHarness::stream,
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

  static GazeHarness of(GazeParameters parameters) throws Exception {
    return new GazeHarness(parameters, false, 1, 0, null);
  }

  GazeHarness offer(List<RawSamplePacket> packets) throws Exception {
    for (RawSamplePacket packet : packets) {
      flink.processElement(new StreamRecord<>(Either.Left(packet)));
    }
    return this;
  }

  GazeHarness take(List<Either<RawSamplePacket, StreamMarker>> records) throws Exception {
    for (Either<RawSamplePacket, StreamMarker> record : records) {
      flink.processElement(new StreamRecord<>(record));
    }
    return this;
  }

  GazeHarness end() throws Exception {
    flink.endInput();
    return this;
  }

  static String stream(Either<RawSamplePacket, StreamMarker> record) {
    return record.isLeft() ? record.left().stream() : record.right().stream();
  }

  OperatorSubtaskState snapshot(long checkpoint) throws Exception {
    flink.prepareSnapshotPreBarrier(checkpoint);
    return flink.snapshot(checkpoint, checkpoint);
  }

  List<Microsaccade> found() {
    return new ArrayList<>(flink.extractOutputValues());
  }

  List<StreamHealth> health() {
    List<StreamHealth> values = new ArrayList<>();
    var records = flink.getSideOutput(KeyedSampleOperator.HEALTH);
    if (records != null) {
      records.forEach(r -> values.add(r.getValue()));
    }
    return values;
  }

  List<DeadLetter> deadLetters() {
    List<DeadLetter> values = new ArrayList<>();
    var records = flink.getSideOutput(KeyedSampleOperator.DEAD_LETTERS);
    if (records != null) {
      records.forEach(r -> values.add(r.getValue()));
    }
    return values;
  }

  /** What was found, a line a record, by stream; but for the input's offsets. */
  static Map<String, List<String>> lines(List<Microsaccade> found) {
    Map<String, List<String>> lines = new TreeMap<>();
    for (Microsaccade m : found) {
      lines
          .computeIfAbsent(m.getProvenance().getStream(), s -> new ArrayList<>())
          .add(
              HexFormat.of().formatHex(m.getProvenance().getId().bytes())
                  + " "
                  + m.getOnset()
                  + " "
                  + m.getLanding()
                  + " "
                  + m.getEye()
                  + " "
                  + m.getAmplitudeDegrees()
                  + " "
                  + m.getPeakVelocityDegreesPerSecond()
                  + " "
                  + m.getMethod());
    }
    return lines;
  }

  @Override
  public void close() throws Exception {
    flink.close();
  }
}
