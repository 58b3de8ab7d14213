package org.saccade.operators.frame;

import java.util.Objects;
import org.saccade.operators.slice.Slicing;
import org.saccade.operators.stage.EventStage;
import org.saccade.operators.stage.StageKind;
import org.saccade.operators.stage.StageParameters;

/**
 * Which frames are made.
 *
 * @param content what a frame shows
 * @param slicing when there is one: at the end of each slice that has events
 * @param apart whether OFF and ON have a plane each, in this order; {@link FrameContent#POLARITY}
 *     has one plane anyway
 * @param tauMicros τ of decay and exponential, 1 to 10^8 microseconds; else not used
 * @param binning pixels of the sensor along a side of a pixel of the frame: a power of two, 1 to 64
 */
public record FrameParameters(
    FrameContent content, Slicing slicing, boolean apart, long tauMicros, int binning)
    implements StageParameters {
  private static final long serialVersionUID = 1L;

  public FrameParameters {
    Objects.requireNonNull(content, "content");
    Objects.requireNonNull(slicing, "slicing");
    if (tauMicros < 1 || tauMicros > ExponentialDecay.MAX_TAU) {
      throw new IllegalArgumentException(
          "tauMicros=" + tauMicros + " must be between 1 and " + ExponentialDecay.MAX_TAU);
    }
    if (binning < 1 || binning > 64 || Integer.bitCount(binning) != 1) {
      throw new IllegalArgumentException(
          "binning=" + binning + " must be one of 1, 2, 4, 8, 16, 32, 64");
    }
  }

  /** Frames of full size with the polarities together and τ = 30 ms. */
  public static FrameParameters of(FrameContent content, Slicing slicing) {
    return new FrameParameters(content, slicing, false, 30_000, 1);
  }

  /** With OFF and ON in a plane each. */
  public FrameParameters withPolaritiesApart() {
    return new FrameParameters(content, slicing, true, tauMicros, binning);
  }

  /** With another τ. */
  public FrameParameters withTau(long micros) {
    return new FrameParameters(content, slicing, apart, micros, binning);
  }

  /** With other pixels. */
  public FrameParameters withBinning(int pixels) {
    return new FrameParameters(content, slicing, apart, tauMicros, pixels);
  }

  /** Planes of a frame: 1, or 2 for OFF and ON. */
  public int planes() {
    return apart && content != FrameContent.POLARITY ? 2 : 1;
  }

  @Override
  public StageKind kind() {
    return content == FrameContent.LAST_TIME || content == FrameContent.EXPONENTIAL
        ? StageKind.TIME_SURFACE
        : StageKind.FRAMES;
  }

  @Override
  public String text() {
    return String.join(
        ",",
        content.name(),
        slicing.text(),
        "apart=" + apart,
        "tau=" + (content.fades() ? tauMicros : 0),
        "binning=" + binning);
  }

  @Override
  public EventStage stage() {
    return new FrameMaker(this);
  }
}
