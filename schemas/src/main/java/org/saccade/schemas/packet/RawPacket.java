package org.saccade.schemas.packet;

import java.io.DataOutput;
import java.io.IOException;

/**
 * A packet whose payload is still as the producer wrote it, whatever it holds.
 *
 * <p>{@link #record} is the whole value of the Kafka record, kept for the dead letters; the payload
 * is the part of it from {@link #payloadOffset} on. It crosses {@code keyBy} as one array.
 */
public interface RawPacket extends PacketHeader {
  /** Stands for an epoch that is not known. */
  long NO_EPOCH = Long.MIN_VALUE;

  /** Unix time of sensor time 0, microseconds; {@link #NO_EPOCH} where unknown. */
  long epochMicros();

  /** The record's bytes; the payload is their end. */
  byte[] record();

  /** Where the payload begins in the record. */
  int payloadOffset();

  default int payloadLength() {
    return record().length - payloadOffset();
  }

  /** Where it was read. */
  Origin origin();

  /** Memory that it takes, bytes, the fields besides the record estimated. */
  long memoryBytes();

  /** Writes all fields; the form may change between releases, so state keeps a version by it. */
  void write(DataOutput out) throws IOException;
}
