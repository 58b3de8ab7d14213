package org.saccade.local.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.saccade.schemas.batch.Frame;
import org.saccade.schemas.batch.PixelType;

/**
 * Frames as picture files of the Netpbm family, numbered as the rows are: PGM of one channel, PPM
 * of three (red, green, blue), PAM of four. 16-bit values are the most significant byte first, as
 * these files have them.
 */
final class FrameFiles {
  private final Path folder;
  private long rows;
  private long leftOut;

  /**
   * @throws Errors.UnusableException if there is no such folder and none can be made
   */
  FrameFiles(Path folder) {
    this.folder = folder;
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new Errors.UnusableException(
          "--frames " + folder + ": cannot be made a folder; name another", e);
    }
  }

  /** Frames whose pixels no picture file holds. */
  long leftOut() {
    return leftOut;
  }

  /** Writes the frame of the next row; none where its pixels are no unsigned 8 or 16 bits. */
  void write(Frame frame) throws IOException {
    long row = rows++;
    PixelType type = frame.type();
    String ending = ending(type);
    if (ending == null || frame.bytes() == 0) {
      leftOut++;
      return;
    }
    Path path = folder.resolve(String.format(Locale.ROOT, "frame-%06d%s", row, ending));
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path), 1 << 16)) {
      out.write(header(frame).getBytes(StandardCharsets.US_ASCII));
      pixels(frame, out);
    }
  }

  private static String ending(PixelType type) {
    if (!type.isPicture()) {
      return null;
    }
    return switch (type.channels()) {
      case 1 -> ".pgm";
      case 3 -> ".ppm";
      case 4 -> ".pam";
      default -> null;
    };
  }

  private static String header(Frame frame) {
    int max = frame.type().bytesPerChannel() == 1 ? 255 : 65535;
    int channels = frame.type().channels();
    return channels == 4
        ? "P7\nWIDTH %d\nHEIGHT %d\nDEPTH 4\nMAXVAL %d\nTUPLTYPE RGB_ALPHA\nENDHDR\n"
            .formatted(frame.width(), frame.height(), max)
        : "P%d\n%d %d\n%d\n".formatted(channels == 1 ? 5 : 6, frame.width(), frame.height(), max);
  }

  private static void pixels(Frame frame, OutputStream out) throws IOException {
    byte[] pixels = frame.pixels();
    int channels = frame.type().channels();
    int width = frame.type().bytesPerChannel();
    int step = channels * width;
    for (int pixel = 0; pixel < frame.bytes(); pixel += step) {
      for (int c = 0; c < channels; c++) {
        // Blue, green, red becomes red, green, blue; alpha stays last.
        int channel = channels > 1 && c < 3 ? 2 - c : c;
        int at = pixel + channel * width;
        for (int b = width - 1; b >= 0; b--) {
          out.write(pixels[at + b]);
        }
      }
    }
  }
}
