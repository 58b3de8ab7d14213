package org.saccade.connectors.recording.npy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saccade.connectors.recording.GazeOptions;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.connectors.recording.SampleFormats;
import org.saccade.connectors.recording.Samples;
import org.saccade.connectors.recording.UnreadableRecordingException;
import org.saccade.schemas.codec.Violation;

class NpyTest {
  private static final long CASES = Long.getLong("saccade.fuzz.cases", 20_000) / 100;

  @TempDir Path folder;

  private static byte[] array(String descr, String fortran, String shape, int... values) {
    String head =
        "{'descr': '" + descr + "', 'fortran_order': " + fortran + ", 'shape': " + shape + ", }\n";
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes("\u0093NUMPY\1\0".getBytes(StandardCharsets.ISO_8859_1));
    out.write(head.length());
    out.write(head.length() >> 8);
    out.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
    for (int value : values) {
      ByteBuffer b = ByteBuffer.allocate(8);
      b.order(descr.charAt(0) == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
      switch (descr.substring(1)) {
        case "i2" -> b.putShort((short) value);
        case "f4" -> b.putFloat(value);
        case "f8" -> b.putDouble(value);
        default -> b.putLong(value);
      }
      out.write(b.array(), 0, b.position());
    }
    return out.toByteArray();
  }

  private Samples.Content read(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("a.npy"), bytes);
    GazeOptions rate = new GazeOptions(250, GazeOptions.Unit.STATED, null);
    return Samples.read(SampleFormats.open(file, ReadOptions.DEFAULT.withGaze(rate)));
  }

  @ParameterizedTest
  @CsvSource({"<i2", ">i2", "<f4", ">f8", "<u8"})
  void bothOrdersOfTheAxesGiveTheSame(String descr) throws IOException {
    int[] bySample = {1, 10, 2, 20, 3, 30};
    int[] byChannel = {1, 2, 3, 10, 20, 30};
    for (byte[] bytes :
        List.of(
            array(descr, "False", "(3, 2)", bySample),
            array(descr, "True", "(3, 2)", byChannel),
            array(descr, "False", "(2, 3)", byChannel),
            array(descr, "True", "(2, 3)", bySample))) {
      Samples.Content content = read(bytes);
      assertThat(content.physical()).containsExactly(List.of(1., 2., 3.), List.of(10., 20., 30.));
      assertThat(content.stretches()).containsExactly(new Samples.Stretch(0, 0, 3));
    }
  }

  /** Bits of IEEE 754 binary16: 1, -2, the least above 0, the largest, infinity, none. */
  @Test
  void halvesAndTruthsAreRead() throws IOException {
    ByteBuffer halves = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
    for (int bits : new int[] {0x3c00, 0xc000, 1, 0x7bff, 0x7c00, 0x7e00}) {
      halves.putShort((short) bits);
    }
    assertThat(read(concat(array("<f2", "False", "(6,)"), halves.array())).physical().get(0))
        .containsExactly(1., -2., 0x1p-24, 65504., Double.POSITIVE_INFINITY, Double.NaN);
    assertThat(read(concat(array("|b1", "False", "(3,)"), new byte[] {0, 1, 1})).physical())
        .containsExactly(List.of(0., 1., 1.));
  }

  private static byte[] concat(byte[] a, byte[] b) {
    byte[] all = java.util.Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, all, a.length, b.length);
    return all;
  }

  @Test
  void aCutArrayGivesItsWholeSamplesAndSaysSo() throws IOException {
    byte[] whole = array("<i2", "False", "(3, 2)", 1, 10, 2, 20, 3, 30);
    Samples.Content content = read(java.util.Arrays.copyOf(whole, whole.length - 1));
    assertThat(content.physical().get(0)).containsExactly(1., 2.);
    assertThat(content.violations().get(Violation.CUT_PACKET)).isEqualTo(1);
  }

  @Test
  void aRateMustBeTold() throws IOException {
    Path file = Files.write(folder.resolve("a.npy"), array("<i2", "False", "(3,)", 1, 2, 3));
    assertThatThrownBy(() -> SampleFormats.open(file, ReadOptions.DEFAULT))
        .isInstanceOf(UnreadableRecordingException.class)
        .hasMessage(
            file + ": an array of 3 samples of 1 channels says no rate; tell it: --rate HZ");
  }

  @Test
  void mutatedFilesAreReadOrRefused() throws IOException {
    byte[] whole = array("<i2", "False", "(3, 2)", 1, 10, 2, 20, 3, 30);
    for (long n = 0; n < CASES; n++) {
      SplittableRandom random = new SplittableRandom(n);
      byte[] mutated = whole.clone();
      for (int k = random.nextInt(1, 5); k > 0; k--) {
        mutated[random.nextInt(6, mutated.length)] =
            (byte) "0123456789'<>(),: TF\0\u00ff".charAt(random.nextInt(22));
      }
      try {
        read(mutated);
      } catch (UnreadableRecordingException e) {
        assertThat(e).hasMessageStartingWith(folder.toString());
      } catch (RuntimeException | Error e) {
        throw new AssertionError("case " + n, e);
      }
    }
  }
}
