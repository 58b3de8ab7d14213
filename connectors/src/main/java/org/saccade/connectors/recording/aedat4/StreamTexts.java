package org.saccade.connectors.recording.aedat4;

import java.util.ArrayList;
import java.util.List;

/** Streams as the fields of a recording's header show them: {@code 0 EVTS 320x240 SOURCE; …}. */
final class StreamTexts {
  private StreamTexts() {}

  static String write(List<Stream> streams) {
    StringBuilder text = new StringBuilder();
    for (Stream s : streams) {
      text.append(text.isEmpty() ? "" : "; ");
      text.append(s.number()).append(' ').append(s.kind()).append(' ');
      text.append(s.width()).append('x').append(s.height()).append(' ');
      text.append(s.source().replace(';', ','));
    }
    return text.toString();
  }

  static List<Stream> read(String text) {
    List<Stream> streams = new ArrayList<>();
    for (String one : text.split("; ", -1)) {
      String[] words = one.split(" ", 4);
      if (words.length == 4) {
        String[] size = words[2].split("x", 2);
        streams.add(
            new Stream(
                Integer.parseInt(words[0]),
                Kind.valueOf(words[1]),
                words[3],
                Integer.parseInt(size[0]),
                Integer.parseInt(size[1])));
      }
    }
    return streams;
  }
}
