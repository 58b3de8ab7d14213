package org.saccade.connectors.replay;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;

/** Sends records, a bounded number on their way at a time, and counts what became of them. */
final class Deliveries {
  /** Packets on their way: at 80 KB each some 80 MB, more than the producer's own buffer. */
  private static final int IN_FLIGHT = 1024;

  private final Producer<byte[], byte[]> producer;
  private final Semaphore room = new Semaphore(IN_FLIGHT);
  private final AtomicLong acknowledged = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private final double retriesBefore;
  private volatile Exception firstError;
  private volatile Exception unreachable;

  Deliveries(Producer<byte[], byte[]> producer) {
    this.producer = producer;
    retriesBefore = retries();
  }

  /** Sends one record, and hears of it by the callback; waits while too many are on their way. */
  @SuppressWarnings("FutureReturnValueIgnored")
  void send(ProducerRecord<byte[], byte[]> record) throws InterruptedException {
    room.acquire();
    producer.send(record, this::delivered);
  }

  private synchronized void delivered(RecordMetadata metadata, Exception error) {
    room.release();
    if (error == null) {
      acknowledged.incrementAndGet();
      return;
    }
    failed.incrementAndGet();
    if (firstError == null) {
      firstError = error;
    }
    if (error instanceof TimeoutException || error instanceof AuthenticationException) {
      unreachable = error;
    }
  }

  /** Waits for all that is on its way. */
  void flush() {
    producer.flush();
  }

  /** The error that says that no broker is there; null: none. */
  Exception unreachable() {
    return unreachable;
  }

  /** Why the first failed one was refused; null: none failed. */
  String firstError() {
    Exception e = firstError;
    return e == null ? null : e.getClass().getSimpleName() + ": " + e.getMessage();
  }

  long acknowledged() {
    return acknowledged.get();
  }

  long failed() {
    return failed.get();
  }

  long retried() {
    return (long) (retries() - retriesBefore);
  }

  private double retries() {
    for (Metric metric : producer.metrics().values()) {
      MetricName name = metric.metricName();
      if (name.name().equals("record-retry-total") && name.group().equals("producer-metrics")) {
        return (Double) metric.metricValue();
      }
    }
    return 0;
  }
}
