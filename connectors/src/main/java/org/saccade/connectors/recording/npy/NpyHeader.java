package org.saccade.connectors.recording.npy;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.saccade.connectors.recording.Head;
import org.saccade.connectors.recording.UnreadableRecordingException;

/**
 * What the header of an array says.
 *
 * @param type of an element
 * @param order of the bytes of an element
 * @param samples along the axis of time
 * @param channels along the other
 * @param sampleStep elements from a sample to the next
 * @param channelStep elements from a channel to the next
 * @param bytes before the first element
 */
record NpyHeader(
    NpyType type,
    ByteOrder order,
    long samples,
    int channels,
    long sampleStep,
    long channelStep,
    int bytes) {
  static final String MAGIC = "\u0093NUMPY";
  private static final int SHOWN = 120;
  private static final int MAX_CHANNELS = 100_000;
  private static final Pattern DESCR =
      Pattern.compile("'descr'\\s*:\\s*'([<>|=])([iuf][1248]|b1)'");
  private static final Pattern FORTRAN = Pattern.compile("'fortran_order'\\s*:\\s*True");
  private static final Pattern SHAPE =
      Pattern.compile("'shape'\\s*:\\s*\\(\\s*(\\d{1,12})\\s*(?:,\\s*(\\d{1,12})?\\s*)?,?\\s*\\)");

  private static String shown(String text) {
    String line = text.strip().replaceAll("[^ -~]", "?");
    return line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line;
  }

  static NpyHeader of(Head head) throws UnreadableRecordingException {
    byte[] b = head.bytes();
    if (b.length < 12) {
      throw new UnreadableRecordingException("ends within its header of 12 bytes or more");
    }
    int start = b[6] == 1 ? 10 : 12;
    long length = b[8] & 0xff | (b[9] & 0xff) << 8;
    length |= b[6] == 1 ? 0 : (long) (b[10] & 0xff) << 16 | (long) (b[11] & 0xff) << 24;
    if (start + length > b.length) {
      throw new UnreadableRecordingException(
          "byte 8: a header of " + length + " bytes, but " + (b.length - start) + " can be read");
    }
    String text = new String(b, start, (int) length, StandardCharsets.ISO_8859_1);
    Matcher descr = DESCR.matcher(text);
    Matcher shape = SHAPE.matcher(text);
    boolean known = descr.find() && shape.find();
    if (!known || descr.group(2).equals("f1")) {
      throw new UnreadableRecordingException(
          "its header is \""
              + shown(text)
              + "\": expected whole numbers, b1, f2, f4 or f8, in one or two axes");
    }
    long rows = Long.parseLong(shape.group(1));
    long columns = shape.group(2) == null ? 1 : Long.parseLong(shape.group(2));
    long samples = Math.max(rows, columns);
    long channels = Math.min(rows, columns);
    if (channels < 1 || channels > MAX_CHANNELS) {
      throw new UnreadableRecordingException(
          "its axes are "
              + rows
              + " and "
              + columns
              + ": expected 1 to "
              + MAX_CHANNELS
              + " channels along the shorter");
    }
    boolean timeFirst = rows >= columns;
    boolean together = timeFirst != FORTRAN.matcher(text).find(); // channels of a sample
    return new NpyHeader(
        NpyType.valueOf(descr.group(2).toUpperCase(Locale.ROOT)),
        descr.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN,
        samples,
        (int) channels,
        together ? channels : 1,
        together ? 1 : samples,
        (int) (start + length));
  }
}
