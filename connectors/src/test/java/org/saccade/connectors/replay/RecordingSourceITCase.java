package org.saccade.connectors.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.schemas.Feature;
import org.saccade.schemas.flink.RecordTypeInfo;
import org.saccade.schemas.packet.RawEventPacket;

class RecordingSourceITCase {
  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(2)
              .build());

  private static final AtomicBoolean FAILED = new AtomicBoolean();

  @TempDir Path folder;

  /** What a packet is, as a record; fails once, behind the first checkpoint. */
  private static final class Summary extends RichMapFunction<RawEventPacket, Feature>
      implements CheckpointListener {
    private static final long serialVersionUID = 1L;

    private final boolean fails;
    private boolean checkpointed;

    Summary(boolean fails) {
      this.fails = fails;
    }

    @Override
    public Feature map(RawEventPacket p) {
      if (fails && checkpointed && FAILED.compareAndSet(false, true)) {
        throw new IllegalStateException("injected");
      }
      return new Feature(null, p.stream(), p.session(), "packet", p.sequence(), (double) p.count());
    }

    @Override
    public void notifyCheckpointComplete(long id) {
      checkpointed = true;
    }
  }

  private RecordingSplit recording(int number, int events) throws Exception {
    Path file = RecordingFiles.write(folder, "evt3", RecordingFiles.events(events, number));
    return RecordingSplit.of(file.toString(), "cam" + number, "run", ReadOptions.DEFAULT)
        .withLimits(new PacketLimits(100, 1000));
  }

  private static List<Feature> run(List<RecordingSplit> recordings, int parallelism, boolean fails)
      throws Exception {
    Configuration configuration = new Configuration();
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(10));
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 1);
    configuration.set(
        RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(1));
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(configuration);
    env.setParallelism(parallelism);
    // The results are collected exactly once, by way of the checkpoints.
    try (CloseableIterator<Feature> results =
        env.fromSource(
                new RecordingSource(recordings), WatermarkStrategy.noWatermarks(), "recordings")
            .uid("recordings")
            .map(new Summary(fails), new RecordTypeInfo<>(Feature.class))
            .uid("summary")
            .executeAndCollect()) {
      List<Feature> all = new java.util.ArrayList<>();
      results.forEachRemaining(all::add);
      return all;
    }
  }

  @Test
  void readsSeveralRecordingsEachInItsOrder() throws Exception {
    List<RecordingSplit> recordings =
        List.of(recording(1, 5000), recording(2, 3000), recording(3, 1));

    List<Feature> packets = run(recordings, 2, false);

    for (RecordingSplit recording : recordings) {
      List<Feature> own =
          packets.stream().filter(f -> f.getStream().equals(recording.stream())).toList();
      assertThat(own).extracting(Feature::getTime).isSorted().doesNotHaveDuplicates();
    }
    assertThat(packets.stream().mapToDouble(Feature::getValue).sum()).isEqualTo(8001);
  }

  @Test
  void goesOnFromTheCheckpointAfterAFailure() throws Exception {
    List<RecordingSplit> recordings = List.of(recording(1, 400_000), recording(2, 50_000));
    List<Feature> undisturbed = run(recordings, 1, false);
    FAILED.set(false);

    List<Feature> restored = run(recordings, 1, true);

    assertThat(FAILED).isTrue();
    assertThat(restored).containsExactlyInAnyOrderElementsOf(undisturbed);
  }

  @Test
  void failsWithThePathOfAFileThatIsNoRecording() {
    RecordingSplit missing =
        RecordingSplit.of(folder + "/none.raw", "cam0", "run", ReadOptions.DEFAULT);

    assertThatThrownBy(() -> run(List.of(missing), 1, false))
        .hasStackTraceContaining(folder + "/none.raw: no such file");
  }

  @Test
  void refusesTheSameRecordingTwice() throws Exception {
    RecordingSplit one = recording(1, 1);

    assertThatThrownBy(() -> new RecordingSource(List.of(one, one)))
        .hasMessageContaining("given twice");
  }
}
