package org.saccade.schemas.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.saccade.schemas.Frame;
import org.saccade.schemas.FrameCompression;
import org.saccade.schemas.FrameContent;
import org.saccade.schemas.Id;
import org.saccade.schemas.PixelFormat;
import org.saccade.schemas.Provenance;

class FramePayloadTest {
  private static Frame frame(
      int width, int height, PixelFormat format, FramePayload.Packed packed) {
    return new Frame(
        new Provenance(
            new Id(new byte[16]), "cam0", "s", 0L, 1L, null, "events", "", "", "", -1, 0L, 0L),
        FrameContent.HISTOGRAM,
        width,
        height,
        1,
        1,
        format,
        1.0,
        0L,
        1L,
        packed.compression(),
        packed.bytes());
  }

  @Property(tries = 100)
  void pixelsComeBackWhateverTheyAre(
      @ForAll @IntRange(min = 1, max = 40) int width,
      @ForAll @IntRange(min = 1, max = 40) int height,
      @ForAll boolean noise,
      @ForAll long seed)
      throws MalformedPayloadException {
    byte[] pixels = new byte[2 * width * height];
    Random random = new Random(seed);
    if (noise) {
      random.nextBytes(pixels);
    } else {
      pixels[random.nextInt(pixels.length)] = 7;
    }
    FramePayload.Packed packed = FramePayload.pack(pixels);
    assertThat(packed.bytes().remaining()).isLessThanOrEqualTo(pixels.length);
    assertThat(FramePayload.unpack(frame(width, height, PixelFormat.UINT16, packed)))
        .isEqualTo(pixels);
  }

  @Test
  void anEmptyFrameIsSmallAndNoiseIsNotPacked() {
    assertThat(FramePayload.pack(new byte[1 << 20]).bytes().remaining()).isLessThan(8 << 10);
    byte[] noise = new byte[1000];
    new Random(1).nextBytes(noise);
    assertThat(FramePayload.pack(noise).compression()).isEqualTo(FrameCompression.NONE);
  }

  @Test
  void aPayloadOfAnotherSizeThanTheFrameSaysIsRefused() {
    FramePayload.Packed packed = FramePayload.pack(new byte[200]);
    for (int width : new int[] {99, 101, 1 << 14}) {
      assertThatThrownBy(() -> FramePayload.unpack(frame(width, 2, PixelFormat.UINT8, packed)))
          .isInstanceOf(MalformedPayloadException.class);
    }
    assertThatThrownBy(
            () -> FramePayload.unpack(frame(1 << 20, 1 << 20, PixelFormat.UINT8, packed)))
        .hasMessage(
            "frame of 1048576x1048576, 1 planes of UINT8: a size that is not 1 to 16777216 bytes");
    assertThatThrownBy(() -> FramePayload.unpack(frame(-1, -200, PixelFormat.UINT8, packed)))
        .isInstanceOf(MalformedPayloadException.class);
    assertThatThrownBy(() -> FramePayload.unpack(frame(100, 2, PixelFormat.UNKNOWN, packed)))
        .isInstanceOf(MalformedPayloadException.class);
  }

  @Test
  void spoiledOrCutOrLongerDataIsRefused() {
    FramePayload.Packed packed = FramePayload.pack(new byte[200]);
    byte[] good = packed.bytes().array();
    for (byte[] bad :
        new byte[][] {
          Arrays.copyOf(good, good.length - 1), Arrays.copyOf(good, good.length + 1), {1, 2, 3}, {}
        }) {
      FramePayload.Packed spoiled =
          new FramePayload.Packed(FrameCompression.DEFLATE, ByteBuffer.wrap(bad));
      assertThatThrownBy(() -> FramePayload.unpack(frame(100, 2, PixelFormat.UINT8, spoiled)))
          .isInstanceOf(MalformedPayloadException.class);
    }
  }

  @Test
  void aBitThatFlipsIsNoticedOrChangesNothing() throws MalformedPayloadException {
    byte[] pixels = new byte[200];
    pixels[7] = 3;
    byte[] good = FramePayload.pack(pixels).bytes().array();
    int noticed = 0;
    for (int bit = 0; bit < 8 * good.length; bit++) {
      byte[] flipped = good.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      FramePayload.Packed spoiled =
          new FramePayload.Packed(FrameCompression.DEFLATE, ByteBuffer.wrap(flipped));
      try {
        assertThat(FramePayload.unpack(frame(100, 2, PixelFormat.UINT8, spoiled)))
            .isEqualTo(pixels);
      } catch (MalformedPayloadException e) {
        noticed++;
      }
    }
    assertThat(noticed).isGreaterThan(8 * good.length * 3 / 4);
  }
}
