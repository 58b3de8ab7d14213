package org.saccade.connectors.recording.aedat4;

import com.github.luben.zstd.ZstdCompressCtx;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import net.jpountz.lz4.LZ4FrameOutputStream;

/** Compresses packets, each a frame of its own. */
final class Packer implements Closeable {
  private final Compression compression;
  private final ZstdCompressCtx zstd;
  private byte[] bytes = {};

  Packer(Compression compression) {
    this.compression = compression;
    zstd = compression == Compression.ZSTD ? new ZstdCompressCtx() : null;
  }

  /** What the last packet became; the next overwrites it. */
  byte[] bytes() {
    return bytes;
  }

  /**
   * Compresses what is in an array's buffer.
   *
   * @return bytes of {@link #bytes} that are the packet's
   */
  int pack(ByteBuffer content) throws IOException {
    int size = content.limit();
    switch (compression) {
      case ZSTD:
        bytes = zstd.compress(Arrays.copyOf(content.array(), size));
        return bytes.length;
      case LZ4:
        ByteArrayOutputStream packed = new ByteArrayOutputStream(size / 2 + 64);
        try (LZ4FrameOutputStream frame =
            new LZ4FrameOutputStream(packed, LZ4FrameOutputStream.BLOCKSIZE.SIZE_64KB)) {
          frame.write(content.array(), 0, size);
        }
        bytes = packed.toByteArray();
        return bytes.length;
      default:
        bytes = content.array();
        return size;
    }
  }

  @Override
  public void close() {
    if (zstd != null) {
      zstd.close();
    }
  }
}
