package org.saccade.schemas.batch;

/**
 * What a pixel of a frame is, by OpenCV's code of a matrix type: depth in bits 2..0, channels less
 * one above. Colours are in the order blue, green, red, alpha.
 *
 * @param code such as 0 for {@code 8UC1}, 16 for {@code 8UC3}, 2 for {@code 16UC1}
 */
public record PixelType(int code) {
  private static final String[] DEPTHS = {"8U", "8S", "16U", "16S", "32S", "32F", "64F", "16F"};
  private static final int[] BYTES = {1, 1, 2, 2, 4, 4, 8, 2};
  private static final int MAX_CHANNELS = 4;

  public static final PixelType GRAY = of(0, 1);
  public static final PixelType BGR = of(0, 3);
  public static final PixelType BGRA = of(0, 4);

  public PixelType {
    if (!isKnown(code)) {
      throw new IllegalArgumentException(
          "pixel type " + code + " must have a depth of 0 to 7 and 1 to 4 channels");
    }
  }

  /** Whether a code is one of a type with at most four channels. */
  public static boolean isKnown(int code) {
    return code >= 0 && code >> 3 < MAX_CHANNELS;
  }

  /** Unsigned 16-bit values. */
  public static PixelType of16(int channels) {
    return of(2, channels);
  }

  private static PixelType of(int depth, int channels) {
    return new PixelType(depth | channels - 1 << 3);
  }

  public int channels() {
    return (code >> 3) + 1;
  }

  public int bytesPerChannel() {
    return BYTES[code & 7];
  }

  public int bytesPerPixel() {
    return channels() * bytesPerChannel();
  }

  /** Whether a channel is an unsigned integer of 8 or 16 bits, as picture files hold it. */
  public boolean isPicture() {
    return (code & 7) == 0 || (code & 7) == 2;
  }

  /** OpenCV's name without its prefix, such as {@code 8UC3}. */
  @Override
  public String toString() {
    return DEPTHS[code & 7] + "C" + channels();
  }
}
