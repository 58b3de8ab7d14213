package org.saccade.operators.stream;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.operators.Output;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.types.Either;
import org.saccade.schemas.DeadLetter;
import org.saccade.schemas.StreamHealth;
import org.saccade.schemas.packet.RawPacket;
import org.saccade.schemas.packet.StreamMarker;

/**
 * What goes in and comes out of every operator of {@link PacketStream}s, whichever of Flink's
 * operators it is: packets and markers to the stream, counted; health and dead letters to side
 * outputs. Records go out without a time stamp of Flink's: sensor time is no Unix time.
 *
 * @param <P> a packet
 */
final class PacketPorts<P extends RawPacket> {
  private final Output<?> output;
  private final Counter packetsIn;
  private final Counter markersIn;
  private final Counter deadLetters;

  PacketPorts(Output<?> output, MetricGroup metrics) {
    this.output = output;
    packetsIn = metrics.counter("packets_in");
    markersIn = metrics.counter("markers_in");
    deadLetters = metrics.counter("dead_letters");
  }

  /** Gives the stream its next packet. */
  void offer(PacketStream<P> stream, P packet) {
    packetsIn.inc();
    stream.offer(packet);
  }

  /** Gives the stream its next packet or marker. */
  void offer(PacketStream<P> stream, Either<P, StreamMarker> record) {
    if (record.isLeft()) {
      offer(stream, record.left());
    } else {
      markersIn.inc();
      stream.mark(record.right());
    }
  }

  void health(StreamHealth health) {
    output.collect(PacketOperator.HEALTH, new StreamRecord<>(health));
  }

  void deadLetter(DeadLetter letter) {
    deadLetters.inc();
    output.collect(PacketOperator.DEAD_LETTERS, new StreamRecord<>(letter));
  }
}
