package org.saccade.local.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.core.execution.CheckpointType;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.InjectMiniCluster;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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

  @TempDir Path savepoints;

  /** What a packet is, as a record; fails once, at the first packet of session "fatal". */
  private static final class Summary implements MapFunction<RawEventPacket, Feature> {
    private static final long serialVersionUID = 1L;

    @Override
    public Feature map(RawEventPacket p) {
      if (p.session().equals("fatal") && FAILED.compareAndSet(false, true)) {
        throw new IllegalStateException("injected");
      }
      return new Feature(null, p.stream(), p.session(), "packet", p.sequence(), (double) p.count());
    }
  }

  private static StreamExecutionEnvironment environment() {
    Configuration configuration = new Configuration();
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    configuration.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    // Checkpoints come when a test asks for them.
    configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofDays(1));
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

  /** Waits until so many records stand in a topic, committed or not, or the job has failed. */
  private static void await(JobClient job, String topic, long records) throws Exception {
    while (BROKER.readUncommitted(topic).size() < records) {
      assertThat(job.getJobStatus().get()).isNotEqualTo(JobStatus.FAILED);
    }
  }

  /** Takes a checkpoint; refused while not all tasks run, so until it succeeds. */
  private static void checkpoint(MiniCluster cluster, JobClient job) throws Exception {
    while (true) {
      try {
        cluster.triggerCheckpoint(job.getJobID(), CheckpointType.FULL).get();
        return;
      } catch (ExecutionException e) {
        assertThat(job.getJobStatus().get()).isNotEqualTo(JobStatus.FAILED);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = DeliveryGuarantee.class,
      names = {"AT_LEAST_ONCE", "EXACTLY_ONCE"})
  void losesNothingWhenTheJobFails(
      DeliveryGuarantee guarantee, @InjectMiniCluster MiniCluster cluster) throws Exception {
    String in = BROKER.newTopic(2);
    String out = BROKER.newTopic(2);
    FAILED.set(false);
    KafkaOutputs outputs =
        guarantee == DeliveryGuarantee.EXACTLY_ONCE
            ? KafkaOutputs.exactlyOnce(BROKER.connection(), "road-" + in)
            : KafkaOutputs.atLeastOnce(BROKER.connection());
    StreamExecutionEnvironment env = environment();
    packets(env, KafkaInput.of(BROKER.connection(), in).group(in))
        .map(new Summary(), new RecordTypeInfo<>(Feature.class))
        .uid("summary")
        .sinkTo(outputs.sink(out, Feature.class))
        .uid("sink");
    JobClient job = env.executeAsync();

    long before = send(in, "before", 1000).packets();
    await(job, out, before);
    checkpoint(cluster, job);
    long between = send(in, "between", 3000).packets();
    await(job, out, before + between);
    long fatal = send(in, "fatal", 500).packets();
    // What came between the checkpoint and the failure is written once more.
    await(job, out, before + 2 * between + fatal);
    job.stopWithSavepoint(false, savepoints.toString(), SavepointFormatType.CANONICAL).get();
    List<Feature> written = decode(out, Feature.class);

    assertThat(FAILED).isTrue();
    int betweenTimes = guarantee == DeliveryGuarantee.EXACTLY_ONCE ? 1 : 2;
    assertThat(numbers(written, "before")).containsExactlyElementsOf(upTo(before, 1));
    assertThat(numbers(written, "between")).containsExactlyElementsOf(upTo(between, betweenTimes));
    assertThat(numbers(written, "fatal")).containsExactlyElementsOf(upTo(fatal, 1));
    assertThat(BROKER.read(out))
        .allMatch(r -> Arrays.equals(r.key(), "cam0".getBytes(StandardCharsets.UTF_8)));
  }

  private static List<Long> numbers(List<Feature> written, String session) {
    return written.stream()
        .filter(f -> f.getSession().equals(session))
        .map(Feature::getTime)
        .toList();
  }

  /** 0 to {@code n - 1}, so many times over. */
  private static List<Long> upTo(long n, int times) {
    return LongStream.range(0, n * times).map(i -> i % n).boxed().toList();
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
    StreamExecutionEnvironment env = environment();
    KafkaOutputs outputs = KafkaOutputs.atLeastOnce(BROKER.connection());
    SingleOutputStreamOperator<RawEventPacket> packets =
        packets(env, KafkaInput.of(BROKER.connection(), in).bounded(true));
    packets
        .map(new Summary(), new RecordTypeInfo<>(Feature.class))
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
