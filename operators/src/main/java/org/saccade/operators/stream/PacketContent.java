package org.saccade.operators.stream;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.saccade.operators.paged.Paged;
import org.saccade.operators.sequence.SessionCounts;
import org.saccade.schemas.codec.MalformedPayloadException;
import org.saccade.schemas.packet.RawPacket;

/**
 * What is done with the packets of one stream, in order. It is open between {@link #open} and
 * {@link #close}. Its pages have numbers from 1; page 0 is the stream's, into which it writes what
 * it carries from session to session and what it knows of the open one.
 *
 * @param <P> a packet
 */
public interface PacketContent<P extends RawPacket> extends Paged {
  /** Version of the stream's page 0. */
  int version();

  /** A session begins with {@code first}, which is accepted next. */
  void open(P first);

  /**
   * The next packet of the session.
   *
   * @param afterGap whether packets before it are missing
   * @throws MalformedPayloadException if its payload cannot be decoded
   * @throws RefusedPacketException if it does not fit its session
   */
  void accept(P packet, boolean afterGap) throws MalformedPayloadException, RefusedPacketException;

  /** The packet was not accepted, and that has been told. */
  void refused(P packet);

  /** Time fell back inside of the session: models start anew with {@code packet}. */
  void clockReset(P packet);

  /** Gives what is open; the session's summary is asked for after this. */
  void close();

  /** Sensor time at which the session began. */
  long firstTime();

  /** The text of the session's summary: {@code key=value} pairs. */
  String summary(SessionCounts counts, String endedBy);

  /** Writes what outlives a session. */
  void writeCarried(DataOutput out) throws IOException;

  /** Reads what {@link #writeCarried} wrote. */
  void readCarried(DataInput in, int version) throws IOException;

  /** Writes what is known of the open session. */
  void writeSession(DataOutput out) throws IOException;

  /** Goes on in the session that {@link #writeSession} wrote. */
  void readSession(DataInput in, int version) throws IOException;
}
