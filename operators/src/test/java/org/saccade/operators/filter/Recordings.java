package org.saccade.operators.filter;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.batch.TriggerBatch;
import org.saccade.schemas.codec.EventDecoder;
import org.saccade.schemas.codec.evt.Evt2Decoder;
import org.saccade.schemas.codec.evt.Evt3Decoder;

/** Real recordings as one batch each: just enough of each format for the filters' tests. */
final class Recordings {
  private static final Path FOLDER = Path.of(System.getProperty("saccade.recordings"), "events");

  private Recordings() {}

  static boolean absent() {
    return !Files.isDirectory(FOLDER);
  }

  static Path path(String name) {
    return FOLDER.resolve(name);
  }

  static EventBatch read(String name) throws IOException {
    byte[] file = Files.readAllBytes(path(name));
    return switch (name.substring(name.lastIndexOf('.'))) {
      case ".bin" -> nmnist(file);
      case ".dat" -> dat(file);
      case ".es" -> eventStream(file);
      case ".raw" -> words(file, name.contains("evt2") ? new Evt2Decoder() : new Evt3Decoder());
      default -> throw new IllegalArgumentException("no decoder for " + name);
    };
  }

  /** 40 bits big-endian: x 8, y 8, p 1, t 23. */
  private static EventBatch nmnist(byte[] file) {
    EventBatch batch = new EventBatch(file.length / 5);
    for (int i = 0; i + 5 <= file.length; i += 5) {
      int pt = (file[i + 2] & 0xFF) << 16 | (file[i + 3] & 0xFF) << 8 | (file[i + 4] & 0xFF);
      batch.add(pt & 0x7FFFFF, file[i] & 0xFF, file[i + 1] & 0xFF, pt >> 23);
    }
    return batch;
  }

  /** Two bytes of type and size, then u32 t, and x 14, y 14, p 4 from the lowest bit. */
  private static EventBatch dat(byte[] file) {
    ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    in.position(afterHeader(file) + 2);
    EventBatch batch = new EventBatch(file.length / 8);
    while (in.remaining() >= 8) {
      long t = in.getInt() & 0xFFFFFFFFL;
      int d = in.getInt();
      batch.add(t, d & 0x3FFF, d >> 14 & 0x3FFF, d >> 28);
    }
    return batch;
  }

  private static EventBatch words(byte[] file, EventDecoder decoder) {
    EventBatch batch = new EventBatch(file.length * 2);
    decoder.decode(file, afterHeader(file), file.length, batch, new TriggerBatch(16));
    return batch;
  }

  /** Event Stream 2, DVS: dt 7 bits and p, or 0xFF for 127 µs more; u16 x, u16 y. */
  private static EventBatch eventStream(byte[] file) {
    ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    in.position(20);
    EventBatch batch = new EventBatch(file.length / 5);
    long t = 0;
    while (in.remaining() >= 5) {
      int b = in.get() & 0xFF;
      if (b == 0xFF) {
        t += 127;
      } else if (b != 0xFE) {
        t += b >> 1;
        batch.add(t, in.getShort() & 0xFFFF, in.getShort() & 0xFFFF, b & 1);
      }
    }
    return batch;
  }

  private static int afterHeader(byte[] file) {
    int i = 0;
    while (file[i] == '%' && file[i + 1] == ' ') {
      while (file[i++] != '\n') {}
    }
    return i;
  }
}
