package org.saccade.benchmarks.runs;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.saccade.connectors.kafka.KafkaConnection;
import org.saccade.connectors.kafka.Producers;
import org.saccade.connectors.kafka.Topic;
import org.saccade.connectors.kafka.TopicSettings;
import org.saccade.connectors.kafka.Topics;
import org.saccade.connectors.replay.Pacer;
import org.saccade.connectors.replay.WallClock;
import org.saccade.jobs.JobEnvironment;
import org.saccade.jobs.Kafka;
import org.saccade.jobs.SpikePointJob;
import org.saccade.jobs.config.JobConfiguration;
import org.saccade.local.broker.EmbeddedBroker;
import org.saccade.local.run.LocalFlink;
import org.saccade.local.run.RunningJob;
import org.saccade.operators.probability.SplitMix;
import org.saccade.operators.safetensors.Safetensors;
import org.saccade.operators.spikepoint.SpikePointModel;
import org.saccade.schemas.Classification;
import org.saccade.schemas.EventEncoding;
import org.saccade.schemas.EventPacket;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.wire.EventPackets;
import org.saccade.schemas.wire.RecordCodec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * How long after a window's end its classification is on the topic: broker, producer and job in
 * this process, packets of 10 ms sent when their last event is due. A window's end is the wall
 * clock's time of its sensor time; the answer's is the broker's log-append time, whole
 * milliseconds.
 */
@Command(
    name = "spikepoint-latency",
    mixinStandardHelpOptions = true,
    description = "Window's end to classification, several sensors at once.")
public final class SpikePointLatency implements Callable<Integer> {
  private static final long PACKET_MICROS = 10_000;
  private static final int SIZE = 128;

  @Option(
      names = "--model",
      description = "A trained model (default: the narrow network with random weights).")
  private Path model;

  @Option(names = "--sensors", description = "Sensors (${DEFAULT-VALUE}).")
  private int sensors = 4;

  @Option(names = "--seconds", description = "Measured time (${DEFAULT-VALUE}).")
  private int seconds = 30;

  @Option(names = "--skip", description = "Seconds before it (${DEFAULT-VALUE}).")
  private int skip = 10;

  @Option(names = "--rate", description = "Events a second of a sensor (${DEFAULT-VALUE}).")
  private int rate = 100_000;

  @Option(names = "--parallelism", description = "Subtasks of the job (${DEFAULT-VALUE}).")
  private int parallelism = 4;

  private long classifying;
  private int answers;
  private long stepMicros;

  @Override
  public Integer call() throws Exception {
    Path folder = Files.createTempDirectory("saccade-bench-spikepoint-");
    try (EmbeddedBroker broker = EmbeddedBroker.start()) {
      Safetensors file = model == null ? RandomSpikePoint.narrow() : Safetensors.read(model);
      stepMicros = SpikePointModel.of(file).preprocessing().stepMicros();
      Path written = Files.write(folder.resolve("model.safetensors"), file.toBytes());
      measure(configuration(broker, written));
    } finally {
      Road.delete(folder);
    }
    return 0;
  }

  private JobConfiguration configuration(EmbeddedBroker broker, Path file) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("kafka.bootstrap.servers", broker.bootstrapServers());
    settings.put("job.parallelism", Integer.toString(parallelism));
    settings.put("spikepoint.model", file.toString());
    return LocalFlink.configure(JobConfiguration.defaults().with(settings));
  }

  private void measure(JobConfiguration configuration) throws Exception {
    SpikePointJob job = new SpikePointJob();
    KafkaConnection connection = Kafka.connection(configuration);
    try (Topics topics = Topics.at(connection)) {
      var unused =
          topics.create(
              Kafka.names(configuration).of(job.topics()), TopicSettings.DEFAULT.withPartitions(4));
    }
    var env = JobEnvironment.of(configuration);
    job.fromKafka(env, configuration);
    long begun;
    try (RunningJob running = new RunningJob(env.executeAsync("saccade bench"));
        Producer<byte[], byte[]> producer = Producers.packets(connection)) {
      running.awaitTasks(LocalFlink.restPort(configuration));
      begun = send(producer, Kafka.names(configuration).of(Topic.DVS_EVENTS));
      // As long again as the slowest answer may take.
      Thread.sleep(5_000);
      running.failIfEnded();
      classifying = classifyingNanos();
    }
    print(latencies(connection, Kafka.names(configuration).of(Topic.CLASSIFICATIONS), begun));
  }

  /** Processor time of the threads that classify. */
  private static long classifyingNanos() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long nanos = 0;
    for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
      if (thread != null && thread.getThreadName().equals("classify")) {
        nanos += Math.max(0, threads.getThreadCpuTime(thread.getThreadId()));
      }
    }
    return nanos;
  }

  /** Sends all, each packet when it is due; tells the wall clock's time of sensor time 0. */
  private long send(Producer<byte[], byte[]> producer, String topic) throws Exception {
    SplitMix random = new SplitMix(7);
    EventPackets wire = new EventPackets();
    Pacer pacer = new Pacer(1, WallClock.SYSTEM);
    long packets = (skip + seconds) * 1_000_000L / PACKET_MICROS;
    long begun = System.currentTimeMillis();
    pacer.start(0);
    for (long k = 0; k < packets; k++) {
      pacer.await((k + 1) * PACKET_MICROS, () -> false);
      for (int s = 0; s < sensors; s++) {
        byte[] key = ("camera-" + s).getBytes(StandardCharsets.UTF_8);
        var unused =
            producer.send(
                new ProducerRecord<>(topic, s % 4, key, packet(wire, random, "camera-" + s, k)));
      }
    }
    producer.flush();
    return begun;
  }

  /** A ring whose middle wanders. */
  private byte[] packet(EventPackets wire, SplitMix random, String stream, long sequence) {
    int count = (int) (rate * PACKET_MICROS / 1_000_000);
    EventBatch batch = new EventBatch(Math.max(1, count));
    for (int i = 0; i < count; i++) {
      double turn = 2 * Math.PI * random.nextDouble();
      int x = (int) (64 + 20 * Math.cos(sequence * 0.02) + 24 * Math.cos(turn));
      int y = (int) (64 + 20 * Math.sin(sequence * 0.03) + 24 * Math.sin(turn));
      batch.add(sequence * PACKET_MICROS + i * PACKET_MICROS / count, x, y, i & 1);
    }
    EventPacket header =
        EventPacket.newBuilder()
            .setStream(stream)
            .setSession("bench")
            .setSequence(sequence)
            .setTimeBase(batch.t(0))
            .setTimeEnd(batch.t(count - 1))
            .setEpochMicros(null)
            .setWidth(SIZE)
            .setHeight(SIZE)
            .setEncoding(EventEncoding.COLUMNAR)
            .setDecoderState(ByteBuffer.allocate(0))
            .setCount(0)
            .setLast(false)
            .setPayload(ByteBuffer.allocate(0))
            .build();
    return wire.writeColumnar(header, batch, 0, count);
  }

  private List<Long> latencies(KafkaConnection connection, String topic, long begun) {
    RecordCodec<Classification> codec = new RecordCodec<>(Classification.class);
    List<Long> latencies = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", connection.bootstrapServers()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(p -> new TopicPartition(topic, p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(500))) {
          answers++;
          long end = decoded(codec, record.value()).getProvenance().getEnd();
          if (end > 1_000_000L * skip && end < 1_000_000L * (skip + seconds)) {
            latencies.add(record.timestamp() - begun - end / 1000);
          }
        }
      }
    }
    Collections.sort(latencies);
    return latencies;
  }

  private static Classification decoded(RecordCodec<Classification> codec, byte[] value) {
    try {
      return codec.decode(value);
    } catch (org.saccade.schemas.wire.RejectedRecordException e) {
      throw new IllegalStateException("the job's own record cannot be read", e);
    }
  }

  private void print(List<Long> sorted) {
    long expected = sensors * seconds * 1_000_000L / stepMicros;
    System.out.printf(
        Locale.ROOT,
        "%d sensors of %,d events/s, a window every %.3f s, %d subtasks, %d processors:"
            + " %d answers of %d; window's end to answer p50 %d ms, p99 %d ms, max %d ms;"
            + " processor time of a classification %.1f ms%n",
        sensors,
        rate,
        stepMicros / 1e6,
        parallelism,
        Runtime.getRuntime().availableProcessors(),
        sorted.size(),
        expected,
        percentile(sorted, 0.5),
        percentile(sorted, 0.99),
        percentile(sorted, 1),
        classifying / 1e6 / Math.max(1, answers));
  }

  private static long percentile(List<Long> sorted, double part) {
    return sorted.isEmpty()
        ? -1
        : sorted.get(Math.max(0, (int) Math.ceil(part * sorted.size()) - 1));
  }
}
