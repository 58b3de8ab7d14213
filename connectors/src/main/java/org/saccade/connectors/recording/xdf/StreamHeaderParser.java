package org.saccade.connectors.recording.xdf;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.saccade.connectors.recording.ChannelKinds;
import org.saccade.schemas.ChannelType;
import org.saccade.schemas.packet.SampleChannel;
import org.saccade.schemas.wire.SamplePackets;

/** Reads the XML of a stream header. */
final class StreamHeaderParser {
  private static final XMLInputFactory XML = XMLInputFactory.newInstance();
  private static final int MAX_DEPTH = 32;
  private static final String CHANNEL = "info/desc/channels/channel";
  private static final Map<String, String> UNITS =
      Map.of("microvolts", "uV", "microvolt", "uV", "millivolts", "mV", "volts", "V");

  static {
    XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
  }

  private final Map<String, String> texts = new HashMap<>();
  private final List<Map<String, String>> channels = new ArrayList<>();

  private StreamHeaderParser() {}

  /** The header; null where the XML is none, or lacks or contradicts what a stream must say. */
  static StreamHeader parse(long id, String xml) {
    StreamHeaderParser parser = new StreamHeaderParser();
    try {
      parser.read(xml);
      return parser.header(id);
    } catch (XMLStreamException | IllegalArgumentException e) {
      return null;
    }
  }

  private void read(String xml) throws XMLStreamException {
    XMLStreamReader in = XML.createXMLStreamReader(new StringReader(xml.strip()));
    List<String> path = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    while (in.hasNext()) {
      switch (in.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (path.size() == MAX_DEPTH) {
            throw new XMLStreamException("deeper than " + MAX_DEPTH);
          }
          path.add(in.getLocalName());
          text.setLength(0);
          if (String.join("/", path).equals(CHANNEL)
              && channels.size() < SamplePackets.MAX_CHANNELS) {
            channels.add(new HashMap<>());
          }
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(in.getText());
        case XMLStreamConstants.END_ELEMENT -> {
          keep(String.join("/", path), text.toString().strip());
          path.remove(path.size() - 1);
          text.setLength(0);
        }
        default -> {
          // comments, declarations
        }
      }
    }
  }

  private void keep(String path, String text) {
    if (text.isEmpty()) {
      return;
    }
    int leaf = path.lastIndexOf('/');
    if (leaf > 0 && path.substring(0, leaf).equals(CHANNEL) && !channels.isEmpty()) {
      channels.get(channels.size() - 1).putIfAbsent(path.substring(leaf + 1), text);
    } else {
      texts.putIfAbsent(path, text);
    }
  }

  private String text(String name) {
    return texts.getOrDefault("info/" + name, "");
  }

  private StreamHeader header(long id) {
    int count = Integer.parseInt(text("channel_count"));
    double rate = text("nominal_srate").isEmpty() ? 0 : Double.parseDouble(text("nominal_srate"));
    if (count < 1 || count > SamplePackets.MAX_CHANNELS || !(rate >= 0 && rate <= 1e9)) {
      throw new IllegalArgumentException("channel_count=" + count + ", nominal_srate=" + rate);
    }
    ValueFormat format =
        ValueFormat.named(text("channel_format"))
            .orElseThrow(() -> new IllegalArgumentException("channel_format"));
    List<SampleChannel> all = new ArrayList<>();
    for (int c = 0; c < count; c++) {
      all.add(channel(c, c < channels.size() ? channels.get(c) : Map.of()));
    }
    boolean drops = text("desc/synchronization/can_drop_samples").equalsIgnoreCase("true");
    return new StreamHeader(
        id, text("name"), text("type"), text("hostname"), all, rate, format, drops);
  }

  private SampleChannel channel(int number, Map<String, String> told) {
    String label = cut(told.getOrDefault("label", "ch" + (number + 1)));
    String unit = cut(told.getOrDefault("unit", ""));
    ChannelType type = ChannelKinds.of(told.getOrDefault("type", text("type")));
    return SampleChannel.of(
        label,
        type == ChannelType.OTHER ? ChannelKinds.of(label) : type,
        UNITS.getOrDefault(unit.toLowerCase(java.util.Locale.ROOT), unit));
  }

  private static String cut(String text) {
    return text.length() <= SampleChannel.MAX_TEXT
        ? text
        : text.substring(0, SampleChannel.MAX_TEXT);
  }
}
