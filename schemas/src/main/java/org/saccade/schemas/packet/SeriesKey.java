package org.saccade.schemas.packet;

/**
 * Which series a value belongs to.
 *
 * @param stream the sensor
 * @param name of the feature
 * @param source uid of the operator that made it; empty for one from outside
 */
public record SeriesKey(String stream, String name, String source) {
  /** As one text, which no other series has: {@code length of stream:length of name:…}. */
  public String text() {
    return stream.length() + ":" + name.length() + ":" + stream + name + source;
  }

  /** The series of a text that {@link #text} gave. */
  public static SeriesKey parse(String text) {
    int first = text.indexOf(':');
    int second = text.indexOf(':', first + 1);
    int name = second + 1 + Integer.parseInt(text.substring(0, first));
    int source = name + Integer.parseInt(text.substring(first + 1, second));
    return new SeriesKey(
        text.substring(second + 1, name), text.substring(name, source), text.substring(source));
  }
}
