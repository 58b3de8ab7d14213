package org.saccade.operators.filter;

/** Which pixels support an event, and what becomes of an event without a past. */
public enum BackgroundActivity {
  /**
   * The four direct neighbours (as tonic's denoise): kept if one of them fired less than dt ago;
   * until sensor time dt every event passes.
   */
  FOUR_NEIGHBOURS,
  /**
   * The eight neighbours and the pixel itself (as jAER's filter by default): kept if one of them
   * fired less than dt ago; an event with no past at all is dropped.
   */
  EIGHT_NEIGHBOURS_AND_SELF,
  /** As {@link #EIGHT_NEIGHBOURS_AND_SELF}, but an event with no past at all passes. */
  EIGHT_NEIGHBOURS_AND_SELF_FIRST_PASSES,
  /** The eight neighbours without the pixel itself: a hot pixel cannot support itself. */
  EIGHT_NEIGHBOURS,
  /** As {@link #EIGHT_NEIGHBOURS}, but an event with no past at all passes. */
  EIGHT_NEIGHBOURS_FIRST_PASSES
}
