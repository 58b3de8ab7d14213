package org.saccade.simulators.dvs;

/** Which times the events of one step get, between the frame before and this frame. */
public enum EventTimes {
  /**
   * As v2e does: the busiest of all pixels has K events, the step has the K times {@code t_prev +
   * j·Δt/K}, and a pixel with n events takes the first n. Cheap on time stamps, but a pixel's times
   * depend on the busiest pixel of the array.
   */
  STEPPED,
  /**
   * Each event at the time at which its own pixel crossed the threshold, if Lp and the leak ran
   * straight between the two frames. A pixel held by its dead time fires when that ends.
   */
  INTERPOLATED
}
