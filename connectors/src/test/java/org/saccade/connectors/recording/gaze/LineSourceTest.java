package org.saccade.connectors.recording.gaze;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;

class LineSourceTest {
  /** Gives its bytes in pieces of 1 to 7. */
  private static final class Drops extends InputStream {
    private final ByteArrayInputStream all;
    private final SplittableRandom random;

    private Drops(byte[] bytes, long seed) {
      all = new ByteArrayInputStream(bytes);
      random = new SplittableRandom(seed);
    }

    @Override
    public int read() {
      return all.read();
    }

    @Override
    public int read(byte[] to, int offset, int length) {
      return all.read(to, offset, Math.min(length, random.nextInt(1, 8)));
    }
  }

  private static List<String> lines(InputStream in, long skip) throws IOException {
    List<String> lines = new ArrayList<>();
    try (LineSource source = new LineSource(in, skip)) {
      for (String line = source.next(); line != null; line = source.next()) {
        lines.add(line);
      }
    }
    return lines;
  }

  @Property(tries = 500)
  void linesAreTheSameHoweverTheBytesCome(
      @ForAll @AlphaChars @Chars({'\n', '\r', ' '}) String text, @ForAll long seed)
      throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    List<String> expected = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      expected.add(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
    }
    if (text.isEmpty() || text.endsWith("\n")) {
      expected.remove(expected.size() - 1);
    }
    assertThat(lines(new Drops(bytes, seed), 0)).isEqualTo(expected);
    assertThat(lines(new ByteArrayInputStream(bytes), 0)).isEqualTo(expected);
  }

  @Test
  void aLineThatIsTooLongIsPassedOverAndCounted() throws IOException {
    String most = "x".repeat(LineSource.MAX_LINE_BYTES);
    byte[] bytes = ("a\n" + most + "\n" + most + "y\nb").getBytes(StandardCharsets.US_ASCII);
    try (LineSource source = new LineSource(new Drops(bytes, 1), 0)) {
      assertThat(source.next()).isEqualTo("a");
      assertThat(source.next()).isEqualTo(most);
      assertThat(source.next()).isEqualTo("b");
      assertThat(source.next()).isNull();
      assertThat(source.tooLong()).isEqualTo(1);
      assertThat(source.position()).isEqualTo(bytes.length);
    }
  }
}
