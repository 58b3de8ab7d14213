package org.saccade.local.demo;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.saccade.schemas.Classification;
import org.saccade.schemas.HealthKind;
import org.saccade.schemas.StreamHealth;
import org.saccade.schemas.wire.RecordCodec;
import org.saccade.schemas.wire.RejectedRecordException;

/** Reads what the spikepoint job says of {@link DemoGestures} until its session is summed up. */
final class GestureWatch implements AutoCloseable {
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final String classifications;
  private final RecordCodec<Classification> answers = new RecordCodec<>(Classification.class);
  private final RecordCodec<StreamHealth> health = new RecordCodec<>(StreamHealth.class);
  private final GestureFigures figures;
  private String summary;

  /**
   * @param classifications topic of the answers
   */
  GestureWatch(String bootstrap, String classifications, DemoGestures gestures) {
    this.classifications = classifications;
    figures = new GestureFigures(gestures.truth());
    consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrap, "client.id", "saccade-demo-gestures"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        Stream.of(classifications, DemoGestures.HEALTH)
            .flatMap(t -> consumer.partitionsFor(t).stream())
            .map(p -> new TopicPartition(p.topic(), p.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** Reads what has come since, waiting at most so long for something to come. */
  void poll(Duration atMost) throws RejectedRecordException {
    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(atMost)) {
      if (record.topic().equals(classifications)) {
        figures.said(answers.decode(record.value()));
      } else {
        StreamHealth told = health.decode(record.value());
        if (told.getKind() == HealthKind.SUMMARY) {
          summary = told.getDetail();
        }
      }
    }
  }

  /** Whether the session has ended and all that was said of it has been seen. */
  boolean done() {
    return summary != null
        && figures.answers()
            == StreamFigures.summarized(summary, "answers")
                + StreamFigures.summarized(summary, "nothing");
  }

  GestureFigures figures() {
    return figures;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
