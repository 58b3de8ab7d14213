package org.saccade.operators.filter;

/** Which pixels support an event, and what becomes of an event without a past. */
public enum BackgroundActivity {
  /**
   * The four direct neighbours (as tonic's denoise): kept if one of them fired less than dt ago;
   * until sensor time dt every event passes.
   */
  FOUR_NEIGHBOURS(1, false, false),
  /**
   * The 3x3 pixels around and the pixel itself (as jAER's filter by default): kept if one of them
   * fired less than dt ago; an event with no past at all is dropped.
   */
  EIGHT_NEIGHBOURS_AND_SELF(1, true, false),
  /** As {@link #EIGHT_NEIGHBOURS_AND_SELF}, but an event with no past at all passes. */
  EIGHT_NEIGHBOURS_AND_SELF_FIRST_PASSES(1, true, true),
  /** The 3x3 around without the pixel itself: a hot pixel cannot support itself. */
  EIGHT_NEIGHBOURS(1, false, false),
  /** As {@link #EIGHT_NEIGHBOURS}, but an event with no past at all passes. */
  EIGHT_NEIGHBOURS_FIRST_PASSES(1, false, true),
  /** The 5x5 pixels around and the pixel itself; an event with no past at all is dropped. */
  TWENTY_FOUR_NEIGHBOURS_AND_SELF(2, true, false),
  /** As {@link #TWENTY_FOUR_NEIGHBOURS_AND_SELF}, but an event with no past at all passes. */
  TWENTY_FOUR_NEIGHBOURS_AND_SELF_FIRST_PASSES(2, true, true),
  /** The 5x5 around without the pixel itself. */
  TWENTY_FOUR_NEIGHBOURS(2, false, false),
  /** As {@link #TWENTY_FOUR_NEIGHBOURS}, but an event with no past at all passes. */
  TWENTY_FOUR_NEIGHBOURS_FIRST_PASSES(2, false, true);

  final int radius;
  final boolean self;
  final boolean firstPasses;

  BackgroundActivity(int radius, boolean self, boolean firstPasses) {
    this.radius = radius;
    this.self = self;
    this.firstPasses = firstPasses;
  }
}
