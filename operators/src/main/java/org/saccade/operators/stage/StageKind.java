package org.saccade.operators.stage;

import java.util.Locale;

/**
 * The stages that there are, a row each. The number says which pages in state are a stage's: it
 * stays from release to release, whatever the configuration, and is never used again.
 */
public enum StageKind {
  REFRACTORY(1),
  BACKGROUND(2),
  RATES(3),
  CORRELATION(4),
  TRAIL(5),
  HOT_PIXELS(6),
  FLICKER(7),
  POLARITY(8),
  REGION(9),
  CROP(10),
  FLIP(11),
  DOWNSAMPLE(12),
  DECIMATION(13),
  RATE_LIMIT(14),
  FRAMES(16),
  TIME_SURFACE(17),
  FLOW(18),
  CORNERS(19),
  TRACKS(20);

  private final int number;

  StageKind(int number) {
    this.number = number;
  }

  /** 1 to 127. */
  public int number() {
    return number;
  }

  /** Its name in configuration, summaries and metrics: {@code hot-pixels}. */
  public String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
