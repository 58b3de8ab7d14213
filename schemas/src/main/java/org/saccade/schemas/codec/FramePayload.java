package org.saccade.schemas.codec;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.saccade.schemas.Frame;
import org.saccade.schemas.FrameCompression;
import org.saccade.schemas.PixelFormat;

/**
 * The payload of a frame: its pixels, in zlib's format (RFC 1950) or, where that would be longer,
 * as they are. Plane after plane, row after row; a pixel is an unsigned number, lowest byte first.
 */
public final class FramePayload {
  /** Most bytes of a frame's pixels that are unpacked. */
  public static final int MAX_BYTES = 1 << 24;

  private FramePayload() {}

  /**
   * A payload and how it is compressed.
   *
   * @param bytes of the payload, not to be written into
   */
  public record Packed(FrameCompression compression, ByteBuffer bytes) {}

  /** Packs pixels; the array is free again afterwards. */
  public static Packed pack(byte[] pixels) {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try {
      deflater.setInput(pixels);
      deflater.finish();
      byte[] out = new byte[pixels.length];
      int length = deflater.deflate(out);
      return deflater.finished()
          ? new Packed(FrameCompression.DEFLATE, ByteBuffer.wrap(Arrays.copyOf(out, length)))
          : new Packed(FrameCompression.NONE, ByteBuffer.wrap(pixels.clone()));
    } finally {
      deflater.end();
    }
  }

  /**
   * The pixels of a frame.
   *
   * @throws MalformedPayloadException if they are not of the size that the frame says, or that size
   *     is beyond {@link #MAX_BYTES}
   */
  public static byte[] unpack(Frame frame) throws MalformedPayloadException {
    int size = size(frame);
    ByteBuffer payload = frame.getPayload().duplicate();
    byte[] in = new byte[payload.remaining()];
    payload.get(in);
    return switch (frame.getCompression()) {
      case NONE -> {
        if (in.length != size) {
          throw malformed(frame, in.length + " bytes");
        }
        yield in;
      }
      case DEFLATE -> inflate(frame, in, size);
      case UNKNOWN -> throw malformed(frame, "an unknown compression");
    };
  }

  private static int size(Frame f) throws MalformedPayloadException {
    int bytes = bytes(f.getPixels());
    boolean possible = f.getWidth() > 0 && f.getHeight() > 0 && f.getPlanes() > 0 && bytes > 0;
    long row = (long) f.getWidth() * bytes;
    if (!possible
        || row > MAX_BYTES
        || f.getHeight() > MAX_BYTES
        || f.getPlanes() > 16
        || row * f.getHeight() * f.getPlanes() > MAX_BYTES) {
      throw malformed(f, "a size that is not 1 to " + MAX_BYTES + " bytes");
    }
    return (int) (row * f.getHeight() * f.getPlanes());
  }

  /** Bytes of a pixel; 0 where the format is not known. */
  public static int bytes(PixelFormat format) {
    return switch (format) {
      case UINT8 -> 1;
      case UINT16 -> 2;
      case UINT32 -> 4;
      case UNKNOWN -> 0;
    };
  }

  private static byte[] inflate(Frame frame, byte[] in, int size) throws MalformedPayloadException {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(in);
      byte[] out = new byte[size];
      int length = inflater.inflate(out);
      // The checksum behind the last byte is read when one more is asked for.
      boolean more = !inflater.finished() && inflater.inflate(new byte[1]) > 0;
      if (length != size || more || !inflater.finished() || inflater.getRemaining() > 0) {
        throw malformed(frame, "other than " + size + " bytes of pixels");
      }
      return out;
    } catch (DataFormatException e) {
      throw malformed(frame, "no zlib data: " + e.getMessage());
    } finally {
      inflater.end();
    }
  }

  private static MalformedPayloadException malformed(Frame f, String what) {
    return new MalformedPayloadException(
        String.format(
            "frame of %dx%d, %d planes of %s: %s",
            f.getWidth(), f.getHeight(), f.getPlanes(), f.getPixels(), what));
  }
}
