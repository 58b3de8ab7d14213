package org.saccade.connectors.recording.nmnist;

import java.io.IOException;
import java.io.OutputStream;
import org.saccade.connectors.recording.CannotHoldException;
import org.saccade.connectors.recording.EventWriter;
import org.saccade.schemas.batch.EventBatch;

/** Writes 40-bit records. Overflow records are not written: times end at 8.388607 s. */
final class NMnistWriter implements EventWriter {
  private static final int MAX_COLUMN = 255;
  private static final int MAX_ROW = NMnistDecoder.OVERFLOW_ROW - 1;
  private static final int CHUNK_EVENTS = 4096;

  private final OutputStream out;
  private final byte[] chunk = new byte[CHUNK_EVENTS * NMnistDecoder.RECORD_BYTES];
  private long written;

  NMnistWriter(OutputStream out) {
    this.out = out;
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
          int t = (int) batch.t(i);
          chunk[bytes] = (byte) batch.x(i);
          chunk[bytes + 1] = (byte) batch.y(i);
          chunk[bytes + 2] = (byte) (batch.p(i) << 7 | t >> 16);
          chunk[bytes + 3] = (byte) (t >> 8);
          chunk[bytes + 4] = (byte) t;
          bytes += NMnistDecoder.RECORD_BYTES;
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
    long t = batch.t(i);
    if (t < 0 || t > NMnistDecoder.MAX_TIME) {
      return refusal("t", t, "0 to " + NMnistDecoder.MAX_TIME);
    }
    if (batch.x(i) > MAX_COLUMN) {
      return refusal("x", batch.x(i), "at most " + MAX_COLUMN);
    }
    if (batch.y(i) > MAX_ROW) {
      return refusal("y", batch.y(i), "at most " + MAX_ROW);
    }
    return (batch.p(i) & ~1) != 0 ? refusal("p", batch.p(i), "0 or 1") : null;
  }

  private CannotHoldException refusal(String field, long value, String bound) {
    return CannotHoldException.of("nmnist", written, field, value, bound);
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
