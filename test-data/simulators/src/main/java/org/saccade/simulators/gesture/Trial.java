package org.saccade.simulators.gesture;

import java.util.List;
import java.util.Locale;
import org.saccade.simulators.EventSimulation;

/**
 * One recording: a subject in a light, all gestures one after another.
 *
 * @param subject who is seen
 * @param light in which
 * @param scene what the camera sees
 * @param simulation gives the events
 * @param labels by sensor time
 */
public record Trial(
    Subject subject,
    Light light,
    GestureScene scene,
    EventSimulation simulation,
    List<Performance.Span> labels) {
  public Trial {
    labels = List.copyOf(labels);
  }

  /** {@code user01_led}, as the data set names its files. */
  public String name() {
    return String.format(Locale.ROOT, "user%02d_%s", subject.number(), light.label());
  }
}
