package org.saccade.benchmarks.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.codec.MalformedPayloadException;
import org.saccade.schemas.packet.Origin;
import org.saccade.schemas.packet.PayloadDecoder;
import org.saccade.schemas.packet.RawEventPacket;
import org.saccade.schemas.wire.EventPackets;
import org.saccade.schemas.wire.RejectedRecordException;

/** What the road is measured by: packets in memory, their headers read and payloads decoded. */
final class DecodeAlone {
  private final List<byte[][]> records = new ArrayList<>();
  private final List<SensorPackets> sensors;

  /** Takes the records of the sensors' distinct packets into memory. */
  DecodeAlone(List<SensorPackets> sensors) {
    this.sensors = sensors;
    for (SensorPackets sensor : sensors) {
      byte[][] all = new byte[sensor.distinct()][];
      for (int i = 0; i < all.length; i++) {
        all[i] = sensor.record(i);
      }
      records.add(all);
    }
  }

  /** Goes once over the sensors' sessions, on as many threads. */
  Outcome run(int threads) throws InterruptedException, ExecutionException {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      Spent start = Spent.now();
      List<Future<Long>> parts = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        int thread = i;
        parts.add(executor.submit(() -> decode(thread, threads)));
      }
      long events = 0;
      for (Future<Long> part : parts) {
        events += part.get();
      }
      Spent end = Spent.now();
      long expected = sensors.stream().mapToLong(SensorPackets::events).sum();
      if (events != expected) {
        throw new IllegalStateException(events + " events were decoded, expected " + expected);
      }
      return start.until(end, events, 0);
    } finally {
      executor.shutdownNow();
    }
  }

  private long decode(int first, int step)
      throws RejectedRecordException, MalformedPayloadException {
    EventPackets packets = new EventPackets();
    PayloadDecoder decoder = new PayloadDecoder();
    EventBatch batch = new EventBatch(1 << 14);
    Origin origin = Origin.file(0);
    long events = 0;
    for (int s = first; s < records.size(); s += step) {
      byte[][] all = records.get(s);
      for (long i = 0; i < sensors.get(s).packets(); i++) {
        RawEventPacket packet = packets.read(all[(int) (i % all.length)], origin);
        decoder.decode(packet, batch);
        events += batch.size();
      }
    }
    return events;
  }
}
