package org.saccade.connectors.recording.dat;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.saccade.connectors.recording.CannotHoldException;
import org.saccade.connectors.recording.EventWriter;
import org.saccade.connectors.recording.RecordingHeader;
import org.saccade.schemas.batch.EventBatch;

/**
 * Writes DAT version 2, events of type CD.
 *
 * <p>Times beyond 2^32 µs are written modulo it, as long as a reader can tell: each wrap must show
 * as a fall of more than 2^31.
 */
final class DatWriter implements EventWriter {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int MAX_COORDINATE = 0x3FFF;
  private static final int CHUNK_EVENTS = 4096;
  private static final long LOW = 0xFFFFFFFFL;

  private final OutputStream out;
  private final byte[] chunk = new byte[CHUNK_EVENTS * DatDecoder.RECORD_BYTES];
  private long written;

  /** Where the times of a reader of what was written stand: its wraps, its latest 32 bits. */
  private long base;

  private long latest;

  DatWriter(OutputStream out, RecordingHeader header) throws IOException {
    this.out = out;
    StringBuilder lines = new StringBuilder("% Data file containing CD events.\n% Version 2\n");
    String date = header.fields().getOrDefault("Date", "");
    if (date.matches("[ -~]{1,64}")) {
      lines.append("% Date ").append(date).append('\n');
    }
    if (header.hasGeometry()) {
      lines.append("% Height ").append(header.height()).append('\n');
      lines.append("% Width ").append(header.width()).append('\n');
    }
    lines.append("% end\n");
    out.write(lines.toString().getBytes(StandardCharsets.US_ASCII));
    out.write(DatLayout.TYPE_CD);
    out.write(DatDecoder.RECORD_BYTES);
  }

  @Override
  public void write(EventBatch batch) throws IOException {
    int i = 0;
    while (i < batch.size()) {
      int stop = Math.min(batch.size(), i + CHUNK_EVENTS);
      int bytes = 0;
      CannotHoldException refused = null;
      for (; i < stop && refused == null; i++) {
        refused = refusal(batch, i);
        if (refused == null) {
          long data = batch.x(i) | (long) batch.y(i) << 14 | (long) batch.p(i) << 28;
          LONG.set(chunk, bytes, batch.t(i) & LOW | data << 32);
          bytes += DatDecoder.RECORD_BYTES;
          written++;
        }
      }
      out.write(chunk, 0, bytes);
      if (refused != null) {
        throw refused;
      }
    }
  }

  private CannotHoldException refusal(EventBatch batch, int i) {
    if (batch.x(i) > MAX_COORDINATE) {
      return CannotHoldException.of("dat", written, "x", batch.x(i), "at most " + MAX_COORDINATE);
    }
    if (batch.y(i) > MAX_COORDINATE) {
      return CannotHoldException.of("dat", written, "y", batch.y(i), "at most " + MAX_COORDINATE);
    }
    if ((batch.p(i) & ~1) != 0) {
      return CannotHoldException.of("dat", written, "p", batch.p(i), "0 or 1");
    }
    long time = batch.t(i) & LOW;
    long wraps = latest - time > 1L << 31 ? base + (1L << 32) : base;
    if (wraps + time != batch.t(i)) {
      return CannotHoldException.of(
          "dat",
          written,
          "t",
          batch.t(i),
          "a time that its low 32 bits tell behind t=" + (base + latest));
    }
    base = wraps;
    latest = time;
    return null;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
