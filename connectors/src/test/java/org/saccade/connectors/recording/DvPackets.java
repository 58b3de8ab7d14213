package org.saccade.connectors.recording;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import net.jpountz.lz4.LZ4FrameOutputStream;
import org.saccade.schemas.batch.EventBatch;

/** Builds AEDAT 4 recordings, packet by packet, each flatbuffer laid out by hand. */
final class DvPackets {
  static final int NONE = 0;
  static final int LZ4 = 1;
  static final int ZSTD = 3;
  static final int EVENTS = 0;
  static final int FRAMES = 1;
  static final int IMU = 2;
  static final int TRIGGERS = 3;
  private static final int PACKET_EVENTS = 100;

  /** Where the header says where the table is. */
  private static final int TABLE_POSITION = 46;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final int compression;

  DvPackets(int compression) {
    this(compression, streams(0, "A", 640, 480));
  }

  DvPackets(int compression, String streams) {
    this.compression = compression;
    String xml = "<dv version=\"2.0\"><node name=\"outInfo\">" + streams + "</node></dv>";
    byte[] text = xml.getBytes(StandardCharsets.UTF_8);
    ByteBuffer buffer = buffer("IOHE", 44 + text.length, new int[] {4, 8, 16}, 20);
    buffer.putInt(compression).putLong(-1).putInt(4).putInt(text.length).put(text);
    out.writeBytes("#!AER-DAT4.0\r\n".getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(buffer.array());
  }

  /** Four streams of a camera, numbered from {@code first}. */
  static String streams(int first, String source, int width, int height) {
    StringBuilder xml = new StringBuilder();
    for (String kind : new String[] {"EVTS", "FRME", "IMUS", "TRIG"}) {
      xml.append(
          "<node name=\"%d\"><attr key=\"typeIdentifier\">%s</attr>".formatted(first++, kind));
      xml.append(
          "<node name=\"info\"><attr key=\"sizeX\">" + width + "</attr><attr key=\"sizeY\">");
      xml.append(height + "</attr><attr key=\"source\">" + source + "</attr></node></node>");
    }
    return xml.toString();
  }

  /** A size, a root, four letters and a table of one level, whose fields are to be put. */
  private static ByteBuffer buffer(String letters, int bytes, int[] fields, int tableBytes) {
    int vtable = 4 + 2 * fields.length;
    int table = 8 + vtable + vtable % 4;
    ByteBuffer b = CaerPackets.little(4 + bytes);
    b.putInt(bytes).putInt(table).put(letters.getBytes(StandardCharsets.US_ASCII));
    b.putShort((short) vtable).putShort((short) tableBytes);
    for (int field : fields) {
      b.putShort((short) field);
    }
    b.position(4 + table);
    return b.putInt(table - 8);
  }

  /**
   * The recording with a file data table behind its packets.
   *
   * @param entries stream and number of items, a packet each
   */
  byte[] withTable(int[]... entries) {
    byte[] tables = new byte[entries.length * 24];
    ByteBuffer b = ByteBuffer.wrap(tables).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < entries.length; i++) {
      b.position(24 * i + 4).putLong(entries[i][1]).putInt(entries[i][0]);
    }
    int position = out.size();
    out.writeBytes(compress(tables("FTAB", entries.length, tables, new int[] {0, 12, 4})));
    byte[] recording = bytes();
    ByteBuffer.wrap(recording).order(ByteOrder.LITTLE_ENDIAN).putLong(TABLE_POSITION, position);
    return recording;
  }

  byte[] bytes() {
    return out.toByteArray();
  }

  DvPackets raw(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  DvPackets packet(int stream, byte[] content) {
    byte[] packed = compress(content);
    return raw(CaerPackets.little(8).putInt(stream).putInt(packed.length).array()).raw(packed);
  }

  private byte[] compress(byte[] content) {
    if (compression == NONE) {
      return content;
    }
    if (compression == ZSTD) {
      return Zstd.compress(content);
    }
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (LZ4FrameOutputStream frame = new LZ4FrameOutputStream(packed)) {
      frame.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  static byte[] events(EventBatch events, int from, int to) {
    ByteBuffer b = buffer("EVTS", 28 + 16 * (to - from), new int[] {4}, 8);
    b.putInt(4).putInt(to - from);
    for (int i = from; i < to; i++) {
      b.putLong(events.t(i)).putShort((short) events.x(i)).putShort((short) events.y(i));
      b.putInt(events.p(i));
    }
    return b.array();
  }

  /** Triggers at t, t + 1, …, of the types given. */
  static byte[] triggers(long t, int... types) {
    int n = types.length;
    byte[] tables = new byte[n * 16];
    ByteBuffer b = ByteBuffer.wrap(tables).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < n; i++) {
      b.position(16 * i + 4).putLong(t + i).put((byte) types[i]);
    }
    return tables("TRIG", n, tables, new int[] {4, 12});
  }

  /** Samples at t, t + 1, …, whose ten values are 0, 1, 2, … */
  static byte[] imu(long t, int n) {
    byte[] tables = new byte[n * 52];
    ByteBuffer b = ByteBuffer.wrap(tables).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < n; i++) {
      b.position(52 * i + 4).putLong(t + i);
      for (int k = 0; k < 10; k++) {
        b.putFloat(k);
      }
    }
    return tables("IMUS", n, tables, new int[] {4, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48});
  }

  /** A vector of tables, all with the same fields, behind it their one vtable. */
  private static byte[] tables(String letters, int n, byte[] tables, int[] fields) {
    int each = n == 0 ? 0 : tables.length / n;
    int first = 28 + 4 * n;
    int vtable = first + tables.length;
    ByteBuffer b = buffer(letters, vtable + 4 + 2 * fields.length, new int[] {4}, 8);
    b.putInt(4).putInt(n);
    for (int i = 0; i < n; i++) {
      b.putInt(first + i * each - (28 + 4 * i));
    }
    for (int i = 0; i < n; i++) {
      b.putInt(4 + first + i * each, 0);
    }
    b.put(tables);
    for (int i = 0; i < n; i++) {
      b.putInt(4 + first + i * each, first + i * each - vtable);
    }
    b.putShort((short) (4 + 2 * fields.length)).putShort((short) each);
    for (int field : fields) {
      b.putShort((short) field);
    }
    return b.array();
  }

  /** A frame of gray pixels. */
  static byte[] frame(long t, int width, int height, byte[] pixels) {
    int[] fields = {4, 12, 20, 28, 36, 44, 46, 48, 50, 52, 56};
    ByteBuffer b = buffer("FRME", 36 + 60 + 4 + pixels.length, fields, 60);
    b.putLong(t).putLong(t - 2).putLong(t + 2).putLong(t - 1).putLong(t + 1);
    b.put((byte) 0).put((byte) 0).putShort((short) width).putShort((short) height);
    b.putShort((short) 3).putShort((short) 4).putShort((short) 0);
    b.putInt(4).putInt(pixels.length).put(pixels);
    return b.array();
  }

  static byte[] record(int compression, EventBatch events) {
    DvPackets packets = new DvPackets(compression);
    for (int i = 0; i < events.size(); i += PACKET_EVENTS) {
      int stop = Math.min(events.size(), i + PACKET_EVENTS);
      packets.packet(EVENTS, events(events, i, stop));
    }
    return packets.bytes();
  }
}
