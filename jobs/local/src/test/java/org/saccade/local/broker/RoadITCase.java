package org.saccade.local.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saccade.connectors.kafka.KafkaInput;
import org.saccade.connectors.kafka.KafkaOutputs;
import org.saccade.connectors.kafka.Producers;
import org.saccade.connectors.kafka.ReadEventPackets;
import org.saccade.connectors.replay.Pacer;
import org.saccade.connectors.replay.PacketLimits;
import org.saccade.connectors.replay.Replay;
import org.saccade.connectors.replay.ReplayResult;
import org.saccade.connectors.replay.ReplaySettings;
import org.saccade.schemas.DeadLetter;
import org.saccade.schemas.DeadLetterReason;
import org.saccade.schemas.EventPacket;
import org.saccade.schemas.Feature;
import org.saccade.schemas.flink.RecordTypeInfo;
import org.saccade.schemas.packet.RawEventPacket;
import org.saccade.schemas.wire.RecordCodec;
import org.saccade.schemas.wire.RejectedRecordException;

class RoadITCase {
  @RegisterExtension static final SharedBroker BROKER = new SharedBroker();

  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(2)
              .build());

  private static final AtomicBoolean FAILED = new AtomicBoolean();
  private static CountDownLatch checkpointed;

  @TempDir Path savepoints;

  /** What a packet is, as a record; fails at the fifth packet behind a checkpoint, once. */
  private static final class Summary extends RichMapFunction<RawEventPacket, Feature>
      implements CheckpointListener {
    private static final long serialVersionUID = 1L;

    private final boolean fails;
    private int seen;
    private int sinceCheckpoint;

    Summary(boolean fails) {
      this.fails = fails;
    }

    @Override
    public Feature map(RawEventPacket p) {
      seen++;
      boolean behindCheckpoint = checkpointed.getCount() == 0;
      if (fails
          && behindCheckpoint
          && ++sinceCheckpoint == 5
          && FAILED.compareAndSet(false, true)) {
        throw new IllegalStateException("injected");
      }
      return new Feature(null, p.stream(), p.session(), "packet", p.sequence(), (double) p.count());
    }

    @Override
    public void notifyCheckpointComplete(long id) {
      if (seen > 0) {
        checkpointed.countDown();
      }
    }
  }

  private static StreamExecutionEnvironment environment() {
    Configuration configuration = new Configuration();
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    configuration.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(100));
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 1);
    configuration.set(
        RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(10));
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(configuration);
    env.setParallelism(2);
    env.getConfig().enableObjectReuse();
    return env;
  }

  private static SingleOutputStreamOperator<RawEventPacket> packets(
      StreamExecutionEnvironment env, KafkaInput input) {
    return env.fromSource(input.source(), WatermarkStrategy.noWatermarks(), "source")
        .uid("source")
        .process(new ReadEventPackets("road"))
        .uid("read");
  }

  private static ReplayResult send(String topic, String session, int events) throws Exception {
    try (Producer<byte[], byte[]> producer = Producers.packets(BROKER.connection())) {
      return new Replay(
              ReplaySettings.of(topic, "cam0")
                  .withSession(session)
                  .withSpeed(Pacer.MAX)
                  .withLimits(new PacketLimits(100, 1000)),
              producer)
          .run(Packets.recording(Packets.events(events, 1)));
    }
  }

  private static <T extends org.apache.avro.specific.SpecificRecordBase> List<T> decode(
      String topic, Class<T> type) throws RejectedRecordException {
    RecordCodec<T> codec = new RecordCodec<>(type);
    List<T> records = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> r : BROKER.read(topic)) {
      records.add(codec.decode(r.value()));
    }
    return records;
  }

  @ParameterizedTest
  @ValueSource(strings = {"at least once", "exactly once"})
  void losesNothingWhenTheJobFails(String guarantee) throws Exception {
    boolean exactly = guarantee.equals("exactly once");
    String in = BROKER.newTopic(2);
    String out = BROKER.newTopic(2);
    FAILED.set(false);
    checkpointed = new CountDownLatch(1);
    KafkaOutputs outputs =
        exactly
            ? KafkaOutputs.exactlyOnce(BROKER.connection(), "road-" + in)
            : KafkaOutputs.atLeastOnce(BROKER.connection());
    StreamExecutionEnvironment env = environment();
    packets(env, KafkaInput.of(BROKER.connection(), in).group(in))
        .map(new Summary(true), new RecordTypeInfo<>(Feature.class))
        .uid("summary")
        .sinkTo(outputs.sink(out, Feature.class))
        .uid("sink");
    JobClient job = env.executeAsync();

    long first = send(in, "first", 1000).packets();
    checkpointed.await();
    long second = send(in, "second", 3000).packets();
    List<Feature> written = List.of();
    while (written.stream().distinct().count() < first + second) {
      assertThat(job.getJobStatus().get()).isNotEqualTo(JobStatus.FAILED);
      written = decode(out, Feature.class);
    }
    job.stopWithSavepoint(false, savepoints.toString(), SavepointFormatType.CANONICAL).get();
    written = decode(out, Feature.class);

    assertThat(FAILED).isTrue();
    assertThat(written.stream().distinct().count()).isEqualTo(first + second);
    for (var session : Map.of("first", first, "second", second).entrySet()) {
      assertThat(written.stream().filter(f -> f.getSession().equals(session.getKey())))
          .extracting(Feature::getTime)
          .containsAll(LongStream.range(0, session.getValue()).boxed().toList());
    }
    if (exactly) {
      assertThat(written).doesNotHaveDuplicates();
    }
    assertThat(BROKER.read(out))
        .allMatch(r -> Arrays.equals(r.key(), "cam0".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void putsWhatIsNoPacketIntoTheDeadLettersWithItsBytesAndOrigin() throws Exception {
    String in = BROKER.newTopic(1);
    String out = BROKER.newTopic(1);
    String dead = BROKER.newTopic(1);
    byte[] key = "cam0".getBytes(StandardCharsets.UTF_8);
    byte[] noise = "no packet".getBytes(StandardCharsets.UTF_8);
    byte[] feature =
        new RecordCodec<>(Feature.class).encode(new Feature(null, "s", "r", "n", 1L, 2.0));
    byte[] large = new byte[2 << 20];
    try (Producer<byte[], byte[]> producer = Producers.packets(BROKER.connection())) {
      producer.send(new ProducerRecord<>(in, key, noise));
      producer.send(new ProducerRecord<>(in, key, null));
      producer.send(new ProducerRecord<>(in, null, feature));
      producer.send(new ProducerRecord<>(in, key, large)).get();
    }
    long good = send(in, "good", 1000).packets();
    byte[] cut = BROKER.read(in).get(4).value();
    try (Producer<byte[], byte[]> producer = Producers.packets(BROKER.connection())) {
      producer.send(new ProducerRecord<>(in, key, Arrays.copyOf(cut, cut.length - 1))).get();
    }
    checkpointed = new CountDownLatch(1);
    StreamExecutionEnvironment env = environment();
    KafkaOutputs outputs = KafkaOutputs.atLeastOnce(BROKER.connection());
    SingleOutputStreamOperator<RawEventPacket> packets =
        packets(env, KafkaInput.of(BROKER.connection(), in).bounded(true));
    packets
        .map(new Summary(false), new RecordTypeInfo<>(Feature.class))
        .uid("summary")
        .sinkTo(outputs.sink(out, Feature.class))
        .uid("sink");
    packets
        .getSideOutput(ReadEventPackets.DEAD_LETTERS)
        .sinkTo(outputs.sink(dead, DeadLetter.class))
        .uid("dead-letters");

    env.execute();

    assertThat(BROKER.read(out)).hasSize((int) good);
    List<DeadLetter> letters = decode(dead, DeadLetter.class);
    assertThat(letters).extracting(DeadLetter::getOffset).containsExactly(0L, 1L, 2L, 3L, 4 + good);
    assertThat(letters)
        .extracting(DeadLetter::getReason)
        .containsExactly(
            DeadLetterReason.BAD_FRAMING,
            DeadLetterReason.BAD_FRAMING,
            DeadLetterReason.UNKNOWN_SCHEMA,
            DeadLetterReason.BAD_FRAMING,
            DeadLetterReason.MALFORMED_RECORD);
    assertThat(letters)
        .allMatch(l -> l.getTopic().equals(in) && l.getPartition() == 0)
        .allMatch(l -> l.getJob().equals("road") && !l.getMessage().isEmpty())
        .allMatch(l -> l.getTimestampMillis() > 0);
    assertThat(letters.get(0).getValue()).isEqualTo(ByteBuffer.wrap(noise));
    assertThat(letters.get(0).getKey()).isEqualTo(ByteBuffer.wrap(key));
    assertThat(letters.get(1).getValue()).isNull();
    assertThat(letters.get(2).getKey()).isNull();
    assertThat(letters.get(2).getValue()).isEqualTo(ByteBuffer.wrap(feature));
    assertThat(letters.get(2).getMessage())
        .isEqualTo(
            "expected " + EventPacket.class.getName() + ", found " + Feature.class.getName());
    assertThat(letters.get(3).getValue()).isEqualTo(ByteBuffer.wrap(large, 0, 1 << 20));
    assertThat(letters.get(4).getValue()).isEqualTo(ByteBuffer.wrap(cut, 0, cut.length - 1));
    assertThat(BROKER.read(dead)).filteredOn(r -> r.key() == null).hasSize(1);
  }
}
