package org.saccade.operators.filter;

/** Which events of a burst, events of one pixel and one polarity close in time, are kept. */
public enum Trail {
  /**
   * The first: kept if the pixel's last event had the other polarity or lies T or more back
   * (Prophesee's Trail). One event an edge is left, noise stays.
   */
  FIRST,
  /**
   * All but the first: kept if the pixel's last event had the same polarity and lies less than T
   * back (Prophesee's STC, trail kept). A single event is noise.
   */
  SECOND_AND_LATER,
  /**
   * The second: as {@link #SECOND_AND_LATER}, but once one was kept the pixel stays shut until its
   * polarity changes (Prophesee's STC, trail cut).
   */
  SECOND
}
