package org.saccade.connectors.recording.aedat4;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.saccade.connectors.recording.RecordingHeader;

/** What an AEDAT 4 file begins with: signature, compression, and the streams as XML. */
final class FileHead {
  static final String SIGNATURE = "#!AER-DAT4.0\r\n";

  /** Where the position of the file data table is; -1 there until the table is written. */
  static final int TABLE_POSITION = SIGNATURE.length() + 32;

  private static final Kind[] STREAMS = {Kind.EVTS, Kind.FRME, Kind.IMUS, Kind.TRIG};
  private static final String[] NAMES = {"events", "frames", "imu", "triggers"};
  private static final int XML_AT = 52;

  private FileHead() {}

  /** Number of the stream of a kind. */
  static int stream(Kind kind) {
    for (int i = 0; i < STREAMS.length; i++) {
      if (STREAMS[i] == kind) {
        return i;
      }
    }
    throw new IllegalArgumentException("no stream of " + kind + " is written");
  }

  static byte[] of(RecordingHeader header, String camera, Compression compression) {
    byte[] xml = xml(header, camera, compression).getBytes(StandardCharsets.UTF_8);
    byte[] signature = SIGNATURE.getBytes(StandardCharsets.US_ASCII);
    // A text ends in a zero byte that its length does not count; the whole is a multiple of 8.
    int size = (XML_AT + xml.length + 1 + 7) / 8 * 8;
    ByteBuffer b = ByteBuffer.allocate(signature.length + size).order(ByteOrder.LITTLE_ENDIAN);
    b.put(signature).putInt(size - 4).putInt(24);
    b.put("IOHE".getBytes(StandardCharsets.US_ASCII));
    b.putShort((short) 10).putShort((short) 20);
    b.putShort((short) 12).putShort((short) 4).putShort((short) 16);
    b.position(signature.length + 28);
    b.putInt(16).putLong(-1).putInt(compression.number()).putInt(4);
    b.putInt(xml.length).put(xml);
    return b.array();
  }

  private static String xml(RecordingHeader header, String camera, Compression compression) {
    StringBuilder xml = new StringBuilder("<dv version=\"2.0\">\n<node name=\"outInfo\"");
    xml.append(" path=\"/outInfo/\">\n");
    for (int i = 0; i < STREAMS.length; i++) {
      String path = "/outInfo/" + i + "/";
      xml.append("<node name=\"" + i + "\" path=\"" + path + "\">\n");
      attribute(xml, "compression", "string", compression.name());
      attribute(xml, "originalModuleName", "string", "saccade");
      attribute(xml, "originalOutputName", "string", NAMES[i]);
      attribute(xml, "typeDescription", "string", NAMES[i]);
      attribute(xml, "typeIdentifier", "string", STREAMS[i].name());
      xml.append("<node name=\"info\" path=\"" + path + "info/\">\n");
      if (header.hasGeometry() && i < 2) {
        attribute(xml, "sizeX", "int", String.valueOf(header.width()));
        attribute(xml, "sizeY", "int", String.valueOf(header.height()));
      }
      attribute(xml, "source", "string", camera);
      xml.append("</node>\n</node>\n");
    }
    return xml.append("</node>\n</dv>\n").toString();
  }

  private static void attribute(StringBuilder xml, String key, String type, String value) {
    String text = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    xml.append("<attr key=\"" + key + "\" type=\"" + type + "\">" + text + "</attr>\n");
  }
}
