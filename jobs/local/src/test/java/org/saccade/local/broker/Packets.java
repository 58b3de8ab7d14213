package org.saccade.local.broker;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.saccade.connectors.replay.OpenRecording;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.packet.Origin;
import org.saccade.schemas.packet.RawEventPacket;
import org.saccade.schemas.wire.EventPackets;
import org.saccade.schemas.wire.RejectedRecordException;

/** Events and packets of the tests with a broker. */
final class Packets {
  private Packets() {}

  /** Events of a 640 by 480 sensor at about a million a second; always the same ones. */
  static EventBatch events(int n, long seed) {
    Random random = new Random(seed);
    EventBatch events = new EventBatch(n);
    long t = 5_000_000_000L;
    for (int i = 0; i < n; i++) {
      t += random.nextInt(3);
      events.add(t, random.nextInt(640), random.nextInt(480), random.nextInt(2));
    }
    return events;
  }

  /** The events as a recording that can be opened again and again. */
  static OpenRecording.Opener recording(EventBatch events) {
    return () -> {
      int[] next = {0};
      return OpenRecording.of(
          batch -> {
            int n = Math.min(1000, events.size() - next[0]);
            batch.clear();
            batch.append(events, next[0], next[0] + n);
            next[0] += n;
            return n > 0;
          },
          640,
          480);
    };
  }

  /** The packets of records. */
  static List<RawEventPacket> of(List<ConsumerRecord<byte[], byte[]>> records)
      throws RejectedRecordException {
    EventPackets reader = new EventPackets();
    List<RawEventPacket> packets = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> r : records) {
      packets.add(
          reader.read(r.value(), new Origin(r.topic(), r.partition(), r.offset(), r.timestamp())));
    }
    return packets;
  }
}
