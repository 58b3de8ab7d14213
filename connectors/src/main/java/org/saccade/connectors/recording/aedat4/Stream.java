package org.saccade.connectors.recording.aedat4;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A stream as the header declares it: {@code dv/outInfo/NUMBER} and its {@code info}.
 *
 * @param number of its packets
 * @param kind of its packets
 * @param source camera that it is from; empty where nothing says it
 * @param width columns, 0: unknown
 * @param height rows, 0: unknown
 */
record Stream(int number, Kind kind, String source, int width, int height) {
  static final int MAX_NUMBER = 1 << 10;

  /** The streams of a header's XML; none where it is no XML. */
  static List<Stream> parse(String xml) {
    Map<Integer, Map<String, String>> streams = new LinkedHashMap<>();
    try {
      read(xml, streams);
    } catch (XMLStreamException | RuntimeException e) {
      return List.of();
    }
    List<Stream> all = new ArrayList<>();
    streams.forEach(
        (number, attributes) -> {
          Kind kind = Kind.of(attributes.getOrDefault("typeIdentifier", ""));
          if (kind != null && number < MAX_NUMBER) {
            all.add(
                new Stream(
                    number,
                    kind,
                    attributes.getOrDefault("source", "").replace(';', ','),
                    size(attributes.get("sizeX")),
                    size(attributes.get("sizeY"))));
          }
        });
    return all;
  }

  private static int size(String text) {
    return text != null && text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
  }

  private static void read(String xml, Map<Integer, Map<String, String>> streams)
      throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    XMLStreamReader in = factory.createXMLStreamReader(new StringReader(xml));
    Deque<String> nodes = new ArrayDeque<>();
    while (in.hasNext()) {
      int event = in.next();
      if (event == XMLStreamConstants.END_ELEMENT && in.getLocalName().equals("node")) {
        nodes.removeLast();
      } else if (event == XMLStreamConstants.START_ELEMENT && in.getLocalName().equals("node")) {
        nodes.addLast(String.valueOf(in.getAttributeValue(null, "name")));
      } else if (event == XMLStreamConstants.START_ELEMENT && in.getLocalName().equals("attr")) {
        String key = in.getAttributeValue(null, "key");
        String value = in.getElementText().strip();
        String[] path = nodes.toArray(new String[0]);
        boolean own = path.length == 2 || path.length == 3 && path[2].equals("info");
        if (own && path[0].equals("outInfo") && path[1].matches("\\d{1,6}")) {
          streams
              .computeIfAbsent(Integer.valueOf(path[1]), k -> new LinkedHashMap<>())
              .putIfAbsent(key, value);
        }
      }
    }
  }
}
