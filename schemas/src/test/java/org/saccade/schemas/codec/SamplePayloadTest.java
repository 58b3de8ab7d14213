package org.saccade.schemas.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saccade.schemas.SampleEncoding;
import org.saccade.schemas.batch.SampleBatch;

class SamplePayloadTest {
  private static SampleBatch batch(double[]... channels) {
    SampleBatch batch = new SampleBatch();
    batch.shape(channels.length, channels.length == 0 ? 0 : channels[0].length);
    for (int c = 0; c < channels.length; c++) {
      System.arraycopy(channels[c], 0, batch.channel(c), 0, channels[c].length);
    }
    return batch;
  }

  private static byte[] encode(SampleBatch batch, SampleEncoding encoding) {
    byte[] out = new byte[SamplePayload.bytes(encoding, batch.channels(), batch.size())];
    assertThat(SamplePayload.encode(batch, 0, batch.size(), encoding, out, 0))
        .isEqualTo(out.length);
    return out;
  }

  private static SampleBatch decode(
      byte[] payload, SampleEncoding encoding, int channels, int count)
      throws MalformedPayloadException {
    byte[] in = new byte[payload.length + 9];
    System.arraycopy(payload, 0, in, 5, payload.length);
    SampleBatch batch = new SampleBatch();
    SamplePayload.decode(in, 5, payload.length, encoding, channels, count, batch);
    return batch;
  }

  @ParameterizedTest
  @CsvSource({
    "INT16, 0100ff7f 0080ffff",
    "INT24, 010000ff7f00 0080ffffffff",
    "INT32, 01000000ff7f0000 0080ffffffffffff",
    "FLOAT32, 0000803f00feff46 000000c7000080bf",
    "FLOAT64, 000000000000f03f00000000c0ffdf40 000000000000e0c0000000000000f0bf"
  })
  void laysChannelAfterChannelLowestByteFirst(SampleEncoding encoding, String hex)
      throws MalformedPayloadException {
    SampleBatch batch = batch(new double[] {1, 32767}, new double[] {-32768, -1});
    byte[] expected = HexFormat.of().parseHex(hex.replace(" ", ""));

    assertThat(encode(batch, encoding)).isEqualTo(expected);
    assertThat(decode(expected, encoding, 2, 2)).isEqualTo(batch);
  }

  @Property(tries = 300)
  void readsBackWhatWasWritten(@ForAll long seed) throws MalformedPayloadException {
    Random random = new Random(seed);
    for (SampleEncoding encoding : SampleEncoding.values()) {
      if (encoding == SampleEncoding.UNKNOWN) {
        continue;
      }
      double[][] channels = new double[1 + random.nextInt(4)][random.nextInt(9)];
      for (double[] channel : channels) {
        Arrays.setAll(channel, i -> value(encoding, random));
      }
      SampleBatch batch = batch(channels);
      assertThat(decode(encode(batch, encoding), encoding, channels.length, batch.size()))
          .isEqualTo(batch);
    }
  }

  private static double value(SampleEncoding encoding, Random random) {
    int bits = random.nextInt();
    return switch (encoding) {
      case INT16 -> bits >> 16;
      case INT24 -> bits >> 8;
      case INT32 -> bits;
      case FLOAT32 -> Float.intBitsToFloat(bits);
      default -> random.nextInt(10) == 0 ? Double.NaN : random.nextGaussian() * 1e-12;
    };
  }

  @Test
  void writesAPartOfEachChannel() {
    SampleBatch batch = batch(new double[] {1, 2, 3}, new double[] {4, 5, 6});
    byte[] out = new byte[4];

    assertThat(SamplePayload.encode(batch, 1, 2, SampleEncoding.INT16, out, 0)).isEqualTo(4);
    assertThat(out).containsExactly(2, 0, 5, 0);
  }

  @Test
  void refusesValuesThatAnIntegerCannotHold() {
    assertNoSample(SampleEncoding.INT16, 32768);
    assertNoSample(SampleEncoding.INT16, -32769);
    assertNoSample(SampleEncoding.INT24, 1 << 23);
    assertNoSample(SampleEncoding.INT32, 1L << 31);
    assertNoSample(SampleEncoding.INT32, 0.5);
    assertNoSample(SampleEncoding.INT32, Double.NaN);
  }

  private static void assertNoSample(SampleEncoding encoding, double value) {
    assertThatThrownBy(() -> encode(batch(new double[] {0, value}), encoding))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("channel 0, sample 1: stored value " + value + " is no " + encoding);
  }

  @Test
  void refusesEveryLengthButTheRightOneBeforeAllocating() {
    int[][] shapes = {
      {2, 3}, {3, 2}, {1, -1}, {-1, 1}, {-2, -2}, {65537, 0}, {65536, 1 << 30}, {0, 1}, {1, 0}
    };
    for (int[] shape : shapes) {
      assertThatThrownBy(() -> decode(new byte[8], SampleEncoding.INT16, shape[0], shape[1]))
          .isInstanceOf(MalformedPayloadException.class)
          .hasMessage(
              "sample payload of 8 bytes is not count=%d samples of %d channels in INT16",
              shape[1], shape[0]);
    }
    assertThatThrownBy(() -> decode(new byte[8], SampleEncoding.UNKNOWN, 2, 2))
        .isInstanceOf(MalformedPayloadException.class);
  }

  @Test
  void aBatchTakesAnyShapeAgain() throws MalformedPayloadException {
    SampleBatch batch = new SampleBatch();
    byte[] six = {1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0};
    SamplePayload.decode(six, 0, 12, SampleEncoding.INT16, 2, 3, batch);
    SamplePayload.decode(six, 0, 12, SampleEncoding.INT16, 3, 2, batch);
    SamplePayload.decode(six, 0, 4, SampleEncoding.INT16, 3 - 2, 2, batch);

    assertThat(batch).isEqualTo(batch(new double[] {1, 2}));
  }
}
