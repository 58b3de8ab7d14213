package org.saccade.connectors.recording.es;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.saccade.connectors.recording.CannotHoldException;
import org.saccade.connectors.recording.EventWriter;
import org.saccade.connectors.recording.RecordingHeader;
import org.saccade.schemas.batch.EventBatch;

/**
 * Writes an Event Stream of kind {@code dvs}. Times are told as what has passed since the event
 * before, so they start at 0 and never go back.
 */
final class EsWriter implements EventWriter {
  private static final int CHUNK_BYTES = 1 << 16;
  private static final int MAX_SIDE = 1 << 15;

  /** Overflow bytes are one for 127 µs: an hour takes 28 MB, so longer pauses are refused. */
  private static final long MAX_PAUSE_MICROS = 1L << 32;

  private final OutputStream out;
  private final int width;
  private final int height;
  private final byte[] chunk = new byte[CHUNK_BYTES];
  private int used;
  private long written;
  private long time;

  /**
   * Writes the header at once.
   *
   * @throws CannotHoldException if the geometry is not known: rows are counted from its bottom
   */
  EsWriter(OutputStream out, RecordingHeader header) throws IOException {
    if (!header.hasGeometry() || header.width() > MAX_SIDE || header.height() > MAX_SIDE) {
      throw new CannotHoldException(
          "es",
          "a frame of "
              + header.width()
              + "x"
              + header.height()
              + ": its rows count from the bottom of one of 1x1 to 32768x32768; give it"
              + " (--geometry)");
    }
    this.out = out;
    width = header.width();
    height = header.height();
    out.write(
        ByteBuffer.allocate(EsLayout.HEADER_BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put(EsLayout.SIGNATURE.getBytes(StandardCharsets.US_ASCII))
            .put((byte) EsLayout.VERSION)
            .putShort((short) 0)
            .put((byte) EsKind.DVS.code)
            .putShort((short) width)
            .putShort((short) height)
            .array());
  }

  @Override
  public void write(EventBatch batch) throws IOException {
    try {
      for (int i = 0; i < batch.size(); i++) {
        check(batch, i);
        long passed = batch.t(i) - time;
        for (; passed >= EsLayout.DVS_OVERFLOW_MICROS; passed -= EsLayout.DVS_OVERFLOW_MICROS) {
          room(1);
          chunk[used++] = (byte) EsLayout.OVERFLOW;
        }
        room(EsLayout.EVENT_BYTES);
        int x = batch.x(i);
        int y = height - 1 - batch.y(i);
        chunk[used] = (byte) (passed << 1 | batch.p(i));
        chunk[used + 1] = (byte) x;
        chunk[used + 2] = (byte) (x >> 8);
        chunk[used + 3] = (byte) y;
        chunk[used + 4] = (byte) (y >> 8);
        used += EsLayout.EVENT_BYTES;
        time = batch.t(i);
        written++;
      }
    } finally {
      flush();
    }
  }

  private void room(int bytes) throws IOException {
    if (used + bytes > chunk.length) {
      flush();
    }
  }

  private void flush() throws IOException {
    out.write(chunk, 0, used);
    used = 0;
  }

  private void check(EventBatch batch, int i) throws CannotHoldException {
    require(batch.x(i) < width, "x", batch.x(i), "less than width=" + width);
    require(batch.y(i) < height, "y", batch.y(i), "less than height=" + height);
    require((batch.p(i) & ~1) == 0, "p", batch.p(i), "0 or 1");
    long t = batch.t(i);
    require(
        t >= time,
        "t",
        t,
        written == 0
            ? "at least 0"
            : "at least t=" + time + " of the event before: time cannot" + " go back");
    require(
        t - time <= MAX_PAUSE_MICROS,
        "t",
        t,
        "at most 2^32 µs behind t=" + time + ": take times from the start of the recording");
  }

  private void require(boolean holds, String field, long value, String bound)
      throws CannotHoldException {
    if (!holds) {
      throw CannotHoldException.of("es", written, field, value, bound);
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
