package org.saccade.connectors.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mapped file gives what reading it gives, whatever happens to the file meanwhile. */
class MappedFileTest {
  private static final int BYTES = 100_000;

  @TempDir private Path folder;

  @Test
  void givesTheBytesOfTheFileFromAnyPlaceInPiecesOfAnySize() throws IOException {
    byte[] bytes = bytes(1);
    Random random = new Random(2);
    try (MappedFile file = open(bytes)) {
      for (int i = 0; i < 500; i++) {
        int from = random.nextInt(BYTES + 100);
        ByteBuffer target = ByteBuffer.allocate(1 + random.nextInt(20_000));

        int n = file.position(from).read(target);

        int expected = Math.min(target.capacity(), BYTES - from);
        assertThat(n).isEqualTo(expected <= 0 ? -1 : expected);
        assertThat(target.position()).isEqualTo(Math.max(0, n));
        assertThat(file.position()).isEqualTo(from + Math.max(0, n));
        if (n > 0) {
          assertThat(ByteBuffer.wrap(bytes, from, n)).isEqualTo(target.flip());
        }
      }
    }
  }

  @Test
  void readsOnWhereTheFileBecameLonger() throws IOException {
    byte[] bytes = bytes(3);
    try (MappedFile file = open(bytes)) {
      assertThat(file.read(ByteBuffer.allocate(2 * BYTES))).isEqualTo(BYTES);
      assertThat(file.read(ByteBuffer.allocate(1))).isEqualTo(-1);
      Files.write(path(), bytes, StandardOpenOption.APPEND);

      ByteBuffer target = ByteBuffer.allocate(2 * BYTES);
      assertThat(file.read(target)).isEqualTo(BYTES);
      assertThat(target.flip()).isEqualTo(ByteBuffer.wrap(bytes));
    }
  }

  /** In the middle of a page, where the window shows zeros, and pages before, where it fails. */
  @Test
  void endsWhereTheFileBecameShorter() throws IOException {
    byte[] bytes = bytes(4);
    for (int left : new int[] {90_000, 50_000, 20_480, 1_000}) {
      try (MappedFile file = open(bytes)) {
        assertThat(file.read(ByteBuffer.allocate(1_000))).isEqualTo(1_000);
        try (FileChannel writer = FileChannel.open(path(), StandardOpenOption.WRITE)) {
          writer.truncate(left);
        }

        ByteBuffer target = ByteBuffer.allocate(BYTES);
        int n = file.read(target);

        assertThat(n).isEqualTo(left == 1_000 ? -1 : left - 1_000);
        assertThat(target.flip()).isEqualTo(ByteBuffer.wrap(bytes, 1_000, left - 1_000));
        assertThat(file.read(ByteBuffer.allocate(1))).isEqualTo(-1);
      }
    }
  }

  /** Cut between the question how long the file is and the copy: the page is touched and gone. */
  @Test
  void endsWhereTheFileBecameShorterWhileItWasCopied() throws IOException {
    byte[] bytes = bytes(5);
    for (int round = 0; round < 300; round++) {
      Files.write(path(), bytes);
      CutWhenAsked file = new CutWhenAsked(FileChannel.open(path()), path(), 20_480);
      try (MappedFile mapped = new MappedFile(file)) {
        assertThat(mapped.read(ByteBuffer.allocate(1_000))).isEqualTo(1_000);
        file.cut = true;

        ByteBuffer target = ByteBuffer.allocate(BYTES);
        int n = mapped.read(target);

        assertThat(n).isEqualTo(19_480);
        assertThat(target.flip()).isEqualTo(ByteBuffer.wrap(bytes, 1_000, n));
        assertThat(mapped.read(ByteBuffer.allocate(1))).isEqualTo(-1);
      }
    }
  }

  private static byte[] bytes(int seed) {
    byte[] bytes = new byte[BYTES];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  private Path path() {
    return folder.resolve("recording.raw");
  }

  private MappedFile open(byte[] bytes) throws IOException {
    Files.write(path(), bytes);
    return new MappedFile(FileChannel.open(path()));
  }
}
