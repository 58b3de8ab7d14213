package org.saccade.connectors.recording.text;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.saccade.connectors.recording.CannotHoldException;
import org.saccade.connectors.recording.EventWriter;
import org.saccade.connectors.recording.TextLayout;
import org.saccade.schemas.batch.EventBatch;

/**
 * Writes a line an event, with a line of column names before them unless columns are parted by
 * spaces. Times have all digits of a microsecond, so reading them in the same layout gives them
 * back; columns to skip are 0.
 */
final class TextWriter implements EventWriter {
  private static final int MAX_LINE_BYTES = 128;

  private final OutputStream out;
  private final byte[] columns;
  private final int decimals;
  private final int zeros;
  private final byte separator;
  private final byte[] chunk = new byte[1 << 16];
  private int used;
  private long written;

  TextWriter(OutputStream out, TextLayout layout) throws IOException {
    this.out = out;
    String order = layout.columns().isEmpty() ? "txyp" : layout.columns();
    columns = order.getBytes(StandardCharsets.US_ASCII);
    int exponent = layout.unit().microsExponent();
    decimals = Math.max(0, exponent);
    zeros = Math.max(0, -exponent);
    separator = (byte) (layout.separator() == '\0' ? ',' : layout.separator());
    if (separator != ' ') {
      String names = String.join(String.valueOf((char) separator), order.split(""));
      out.write((names + "\n").getBytes(StandardCharsets.US_ASCII));
    }
  }

  @Override
  public void write(EventBatch batch) throws IOException {
    try {
      for (int i = 0; i < batch.size(); i++) {
        check(batch, i);
        if (used > chunk.length - MAX_LINE_BYTES) {
          flush();
        }
        line(batch, i);
        written++;
      }
    } finally {
      flush();
    }
  }

  private void check(EventBatch batch, int i) throws CannotHoldException {
    long t = batch.t(i);
    if (t < -LineParser.MAX_TIME || t > LineParser.MAX_TIME) {
      throw CannotHoldException.of("csv", written, "t", t, "within ±" + LineParser.MAX_TIME);
    }
    if (batch.y(i) > LineParser.MAX_ROW) {
      throw CannotHoldException.of(
          "csv", written, "y", batch.y(i), "at most " + LineParser.MAX_ROW);
    }
    if ((batch.p(i) & ~1) != 0) {
      throw CannotHoldException.of("csv", written, "p", batch.p(i), "0 or 1");
    }
  }

  private void line(EventBatch batch, int i) {
    for (int c = 0; c < columns.length; c++) {
      if (c > 0) {
        chunk[used++] = separator;
      }
      switch (columns[c]) {
        case 't':
          time(batch.t(i));
          break;
        case 'x':
          number(batch.x(i), 1);
          break;
        case 'y':
          number(batch.y(i), 1);
          break;
        case 'p':
          number(batch.p(i), 1);
          break;
        default:
          number(0, 1);
      }
    }
    chunk[used++] = '\n';
  }

  private void time(long micros) {
    if (micros < 0) {
      chunk[used++] = '-';
    }
    long magnitude = Math.abs(micros);
    long unit = 1;
    for (int d = 0; d < decimals; d++) {
      unit *= 10;
    }
    number(magnitude / unit, 1);
    if (decimals > 0) {
      chunk[used++] = '.';
      number(magnitude % unit, decimals);
    }
    for (int z = 0; z < zeros && magnitude != 0; z++) {
      chunk[used++] = '0';
    }
  }

  /** Writes a number that is not negative, with at least so many digits. */
  private void number(long value, int minDigits) {
    int digits = 1;
    for (long v = value; v >= 10; v /= 10) {
      digits++;
    }
    digits = Math.max(digits, minDigits);
    long v = value;
    for (int d = used + digits - 1; d >= used; d--) {
      chunk[d] = (byte) ('0' + v % 10);
      v /= 10;
    }
    used += digits;
  }

  private void flush() throws IOException {
    out.write(chunk, 0, used);
    used = 0;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
