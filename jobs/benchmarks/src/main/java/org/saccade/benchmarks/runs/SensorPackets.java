package org.saccade.benchmarks.runs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.saccade.benchmarks.SyntheticEvents;
import org.saccade.connectors.replay.PacketLimits;
import org.saccade.connectors.replay.PacketWriter;
import org.saccade.connectors.replay.Packetizer;
import org.saccade.schemas.EventPacket;
import org.saccade.schemas.wire.EventPackets;
import org.saccade.schemas.wire.RecordCodec;
import org.saccade.schemas.wire.RejectedRecordException;

/**
 * One session of a synthetic sensor of 1280x720, as records.
 *
 * <p>Some millions of events are made and encoded once; the session plays them again and again with
 * sequence and times that go on, which costs a header a packet. Columnar payloads hold times
 * relative to the header, so they stay as they are.
 */
final class SensorPackets {
  /** How many sensors there are; each has a partition of its own. */
  static final int SENSORS = 4;

  /** Subtasks that the sensors are spread over evenly. */
  static final int PARALLELISM = 2;

  private static final int MAX_PARALLELISM = 128;

  private final String stream;
  private final long packets;
  private final List<EventPacket> pool = new ArrayList<>();
  private final EventPackets writer = new EventPackets();
  private final EventPacket header;
  private final long spanMicros;

  /**
   * @param eventsPerSecond of sensor time
   * @param poolEvents events made; a multiple of the limit's
   * @param packets packets in the session
   */
  SensorPackets(
      String stream, double eventsPerSecond, PacketLimits limits, int poolEvents, long packets)
      throws IOException {
    this.stream = stream;
    this.packets = packets;
    SyntheticEvents events = new SyntheticEvents(stream.hashCode(), eventsPerSecond);
    int[] left = {poolEvents};
    Packetizer packetizer =
        new Packetizer(
            batch -> {
              int n = Math.min(left[0], limits.maxEvents());
              events.next(batch, n);
              left[0] -= n;
              return n > 0;
            },
            limits);
    PacketWriter encoder =
        new PacketWriter(stream, stream + "-run", SyntheticEvents.WIDTH, SyntheticEvents.HEIGHT);
    RecordCodec<EventPacket> codec = new RecordCodec<>(EventPacket.class);
    try {
      while (packetizer.next()) {
        pool.add(codec.decode(encoder.write(packetizer)));
      }
    } catch (RejectedRecordException e) {
      throw new IllegalStateException("our own packet was refused: " + e.getMessage(), e);
    }
    spanMicros = pool.get(pool.size() - 1).getTimeEnd() + 1;
    header = EventPacket.newBuilder(pool.get(0)).build();
  }

  /**
   * One sensor for each partition, the two halves of them on different subtasks; a source subtask
   * reads every other partition, so half of the packets change the subtask at keyBy.
   */
  static List<SensorPackets> sensors(
      double eventsPerSecond, PacketLimits limits, int poolEvents, long packetsEach)
      throws IOException {
    List<SensorPackets> sensors = new ArrayList<>();
    int n = 0;
    while (sensors.size() < SENSORS) {
      String name = "camera-" + n++;
      int subtask =
          KeyGroupRangeAssignment.assignKeyToParallelOperator(name, MAX_PARALLELISM, PARALLELISM);
      if (subtask == sensors.size() * PARALLELISM / SENSORS) {
        sensors.add(new SensorPackets(name, eventsPerSecond, limits, poolEvents, packetsEach));
      }
    }
    return sensors;
  }

  String stream() {
    return stream;
  }

  /** Packets in the session. */
  long packets() {
    return packets;
  }

  /** Packets that differ in their events. */
  int distinct() {
    return pool.size();
  }

  int count(long sequence) {
    return pool.get((int) (sequence % pool.size())).getCount();
  }

  /** Events in the whole session. */
  long events() {
    long whole = pool.stream().mapToLong(EventPacket::getCount).sum() * (packets / pool.size());
    return whole
        + pool.stream().limit(packets % pool.size()).mapToLong(EventPacket::getCount).sum();
  }

  /** Sensor time of the packet's last event, microseconds. */
  long timeEnd(long sequence) {
    return pool.get((int) (sequence % pool.size())).getTimeEnd() + shift(sequence);
  }

  private long shift(long sequence) {
    return sequence / pool.size() * spanMicros;
  }

  /** The value of a record. */
  byte[] record(long sequence) {
    EventPacket packet = pool.get((int) (sequence % pool.size()));
    long shift = shift(sequence);
    header.setSequence(sequence);
    header.setTimeBase(packet.getTimeBase() + shift);
    header.setTimeEnd(packet.getTimeEnd() + shift);
    header.setCount(packet.getCount());
    header.setPayload(packet.getPayload().duplicate());
    header.setLast(sequence == packets - 1);
    return writer.write(header);
  }
}
