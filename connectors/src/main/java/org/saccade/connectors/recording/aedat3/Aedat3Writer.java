package org.saccade.connectors.recording.aedat3;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.saccade.connectors.recording.CannotHoldException;
import org.saccade.connectors.recording.EventWriter;
import org.saccade.connectors.recording.RecordingHeader;
import org.saccade.connectors.recording.aedat.Sensor;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.batch.TriggerBatch;

/**
 * Writes AEDAT 3.1: polarity packets of one source, capacity and number equal as libcaer has them,
 * and special packets with the edges behind the events that they came with.
 */
final class Aedat3Writer implements EventWriter {
  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final short SOURCE = 1;
  private static final int EVENT_BYTES = 8;
  private static final int TIME_OFFSET = 4;
  private static final int PACKET_EVENTS = 4096;
  private static final int OVERFLOW_BITS = 31;
  private static final long MAX_TIME = (1L << OVERFLOW_BITS + 20) - 1;
  private static final int MAX_COORDINATE = 0x7FFF;

  private final OutputStream out;
  private final byte[] packet = new byte[PacketHeader.BYTES + PACKET_EVENTS * EVENT_BYTES];
  private int type = PacketHeader.POLARITY;
  private int overflow;
  private int number;
  private long written;

  Aedat3Writer(OutputStream out, RecordingHeader header) throws IOException {
    this.out = out;
    String lines =
        "#!AER-DAT3.1\r\n#Format: RAW\r\n#Source 1: "
            + source(header)
            + startTime(header)
            + "\r\n#!END-HEADER\r\n";
    out.write(lines.getBytes(StandardCharsets.US_ASCII));
  }

  /** The sensor's name, which says the geometry: as the source has it, else the first that fits. */
  private static String source(RecordingHeader header) {
    String own = header.fields().getOrDefault(Aedat3Format.SOURCE + SOURCE, "");
    if (own.matches("[ -~]{1,64}") && fits(Sensor.of(own).orElse(null), header)) {
      return own;
    }
    for (Sensor sensor : Sensor.values()) {
      if (fits(sensor, header)) {
        return sensor.name().replace("_", "");
      }
    }
    return "Camera";
  }

  private static boolean fits(Sensor sensor, RecordingHeader header) {
    return sensor != null
        && header.hasGeometry()
        && sensor.width() == header.width()
        && sensor.height() == header.height();
  }

  private static String startTime(RecordingHeader header) {
    String time = header.fields().getOrDefault("Start-Time", "");
    return time.matches("[ -~]{1,64}") ? "\r\n#Start-Time: " + time : "";
  }

  @Override
  public void write(EventBatch batch) throws IOException {
    for (int i = 0; i < batch.size(); i++) {
      CannotHoldException refused = refusal(batch, i);
      if (refused != null) {
        endPacket();
        throw refused;
      }
      int data = 1 | batch.p(i) << 1 | batch.y(i) << 2 | batch.x(i) << 17;
      add(PacketHeader.POLARITY, data, batch.t(i));
      written++;
    }
  }

  private CannotHoldException refusal(EventBatch batch, int i) {
    if (batch.x(i) > MAX_COORDINATE) {
      return refusal("x", batch.x(i), "at most " + MAX_COORDINATE);
    }
    if (batch.y(i) > MAX_COORDINATE) {
      return refusal("y", batch.y(i), "at most " + MAX_COORDINATE);
    }
    if ((batch.p(i) & ~1) != 0) {
      return refusal("p", batch.p(i), "0 or 1");
    }
    long t = batch.t(i);
    return t < 0 || t > MAX_TIME ? refusal("t", t, "0 to " + MAX_TIME) : null;
  }

  private CannotHoldException refusal(String field, long value, String bound) {
    return CannotHoldException.of("aedat3", written, field, value, bound);
  }

  @Override
  public void write(EventBatch batch, TriggerBatch edges) throws IOException {
    write(batch);
    for (int i = 0; i < edges.size(); i++) {
      int special = Special.type(edges.id(i), edges.value(i));
      if (special < 0 || edges.t(i) < 0 || edges.t(i) > MAX_TIME) {
        endPacket();
        throw new CannotHoldException(
            "aedat3",
            "an edge of input "
                + edges.id(i)
                + " at t="
                + edges.t(i)
                + ": expected 0 to 2 external, 3 generator, 4 frames or 5 exposures, and a time"
                + " from 0 on");
      }
      add(PacketHeader.SPECIAL, 1 | special << 1, edges.t(i));
    }
  }

  private void add(int ofType, int data, long t) throws IOException {
    int wraps = (int) (t >> OVERFLOW_BITS);
    if (number > 0 && (ofType != type || wraps != overflow || number == PACKET_EVENTS)) {
      endPacket();
    }
    type = ofType;
    overflow = wraps;
    int at = PacketHeader.BYTES + number * EVENT_BYTES;
    INT.set(packet, at, data);
    INT.set(packet, at + TIME_OFFSET, (int) (t & Integer.MAX_VALUE));
    number++;
  }

  private void endPacket() throws IOException {
    if (number == 0) {
      return;
    }
    SHORT.set(packet, 0, (short) type);
    SHORT.set(packet, 2, SOURCE);
    int[] fields = {EVENT_BYTES, TIME_OFFSET, overflow, number, number, number};
    for (int f = 0; f < fields.length; f++) {
      INT.set(packet, 4 + 4 * f, fields[f]);
    }
    out.write(packet, 0, PacketHeader.BYTES + number * EVENT_BYTES);
    number = 0;
  }

  @Override
  public void close() throws IOException {
    try (OutputStream ended = out) {
      endPacket();
    }
  }
}
