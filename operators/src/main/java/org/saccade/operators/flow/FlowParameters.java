package org.saccade.operators.flow;

import java.util.Objects;
import org.saccade.operators.slice.Slicing;
import org.saccade.operators.stage.EventStage;
import org.saccade.operators.stage.StageKind;
import org.saccade.operators.stage.StageParameters;

/**
 * How flow is measured.
 *
 * @param radius of the window, which is a square of 2 radius + 1 pixels; 1 to 7
 * @param windowMicros Δt, oldest event of a plane, 1 to 10^8 microseconds
 * @param refractoryMicros events of a pixel and polarity this soon after the last one that counted
 *     are of the same edge and do not count; 0 to 10^8: 0 counts all
 * @param rejectPixels distance from the plane beyond which an event is left out, above 0
 * @param leastEvents fewest events of a plane, 4 to the pixels of the window
 * @param mostPixelsPerSecond speed beyond which a plane counts as flat, above 0
 * @param slicing over which vectors are gathered; bounded in count, at most 2^20
 */
public record FlowParameters(
    int radius,
    long windowMicros,
    long refractoryMicros,
    double rejectPixels,
    int leastEvents,
    double mostPixelsPerSecond,
    Slicing slicing)
    implements StageParameters {
  private static final long serialVersionUID = 1L;

  /** Most vectors of a slice. */
  public static final int MOST_VECTORS = 1 << 20;

  /** 7x7 pixels, 100 ms, one event an edge and 20 ms, 8 events, slices of 10 ms. */
  public static final FlowParameters DEFAULTS =
      new FlowParameters(3, 100_000, 20_000, 1.0, 8, 20_000, new Slicing(10_000, 1 << 16));

  public FlowParameters {
    StageParameters.check("radius", radius, 1, 7);
    StageParameters.check("windowMicros", windowMicros, 1, 100_000_000);
    StageParameters.check("refractoryMicros", refractoryMicros, 0, 100_000_000);
    above0("rejectPixels", rejectPixels);
    StageParameters.check("leastEvents", leastEvents, 4, (2L * radius + 1) * (2L * radius + 1));
    above0("mostPixelsPerSecond", mostPixelsPerSecond);
    Objects.requireNonNull(slicing, "slicing");
    StageParameters.check("count of the slicing", slicing.count(), 1, MOST_VECTORS);
  }

  private static void above0(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + "=" + value + " must be above 0 and finite");
    }
  }

  /** With another window. */
  public FlowParameters withWindow(int pixels, long micros) {
    return new FlowParameters(
        pixels, micros, refractoryMicros, rejectPixels, leastEvents, mostPixelsPerSecond, slicing);
  }

  /** With another time between two edges. */
  public FlowParameters withRefractory(long micros) {
    return new FlowParameters(
        radius, windowMicros, micros, rejectPixels, leastEvents, mostPixelsPerSecond, slicing);
  }

  /** With another choice of what a plane is. */
  public FlowParameters withPlanes(double reject, int least, double most) {
    return new FlowParameters(radius, windowMicros, refractoryMicros, reject, least, most, slicing);
  }

  /** With other slices. */
  public FlowParameters withSlicing(Slicing other) {
    return new FlowParameters(
        radius,
        windowMicros,
        refractoryMicros,
        rejectPixels,
        leastEvents,
        mostPixelsPerSecond,
        other);
  }

  @Override
  public StageKind kind() {
    return StageKind.FLOW;
  }

  @Override
  public String text() {
    return String.join(
        ",",
        "radius=" + radius,
        "window=" + windowMicros,
        "refractory=" + refractoryMicros,
        "reject=" + rejectPixels,
        "least=" + leastEvents,
        "most=" + mostPixelsPerSecond,
        slicing.text());
  }

  @Override
  public EventStage stage() {
    return new LocalPlaneFlow(this);
  }
}
