package org.saccade.connectors.recording;

/**
 * How a recording is written, where the format leaves a choice.
 *
 * @param text layout of text formats
 * @param compression of packets, in formats that have it
 */
public record WriteOptions(TextLayout text, Compression compression) {
  /** How packets are compressed. */
  public enum Compression {
    NONE,
    LZ4,
    ZSTD
  }

  public static final WriteOptions DEFAULT =
      new WriteOptions(new TextLayout("txyp", TextLayout.Unit.MICROSECONDS, ','), Compression.LZ4);

  /** The same layout of text, and DV's usual compression. */
  public WriteOptions(TextLayout text) {
    this(text, Compression.LZ4);
  }

  public WriteOptions withCompression(Compression other) {
    return new WriteOptions(text, other);
  }
}
