package org.saccade.simulators.gesture;

import java.util.ArrayList;
import java.util.List;
import org.saccade.simulators.random.CounterRandom;

/** Gestures one after another, each begun and ended at rest; what lies between has no label. */
public final class Performance {
  /** From rest into a gesture, and back. */
  private static final long CHANGE_MICROS = 400_000;

  private static final long LEAD_MICROS = 300_000;

  private final Subject subject;
  private final double speed;
  private final List<Span> spans = new ArrayList<>();
  private final List<Take> takes = new ArrayList<>();
  private final long duration;

  /**
   * A labelled stretch.
   *
   * @param fromMicros since the scene began
   * @param toMicros just behind its end
   */
  public record Span(Gesture gesture, long fromMicros, long toMicros) {}

  /**
   * @param gestures in their order
   * @param gestureMicros length of each label
   * @param speed factor of all motions, beside the subject's own
   * @param trial number of the recording: other gestures differ from one to the next
   * @param key of the clips
   */
  public Performance(
      Subject subject,
      List<Gesture> gestures,
      long gestureMicros,
      double speed,
      int trial,
      long key) {
    if (gestures.isEmpty() || gestureMicros < 1 || !(speed > 0 && speed <= 100)) {
      throw new IllegalArgumentException(
          "gestures=%s gestureMicros=%s speed=%s: expected some, 1 or more, above 0 to 100"
              .formatted(gestures, gestureMicros, speed));
    }
    this.subject = subject;
    this.speed = speed;
    long t = LEAD_MICROS;
    for (Gesture gesture : gestures) {
      int variety = subject.number() + 3 * trial + takes.size();
      takes.add(new Take(gesture, subject, variety, CounterRandom.key(key, takes.size())));
      spans.add(new Span(gesture, t + CHANGE_MICROS, t + CHANGE_MICROS + gestureMicros));
      t += 2 * CHANGE_MICROS + gestureMicros;
    }
    duration = t;
  }

  public Subject subject() {
    return subject;
  }

  public List<Span> spans() {
    return List.copyOf(spans);
  }

  public long durationMicros() {
    return duration;
  }

  /**
   * An arm at a time, its shoulder where the body stands still.
   *
   * @param side -1: the right arm, at the left of the image; 1: the left arm
   */
  Arm arm(int side, long timeMicros) {
    Reach reach = subject.resting(side);
    for (int k = 0; k < spans.size(); k++) {
      double share = share(spans.get(k), timeMicros);
      if (share > 0) {
        double seconds = speed * (timeMicros - spans.get(k).fromMicros()) * 1e-6;
        reach = reach.towards(takes.get(k).at(side, seconds), share);
      }
    }
    return Arm.of(subject.shoulder(side), reach, subject.upper(), subject.fore());
  }

  /** 0 at rest, 1 within the gesture, smooth between. */
  private static double share(Span span, long t) {
    long outside = Math.max(span.fromMicros() - t, t - span.toMicros());
    double z = Math.max(0, Math.min(1, 1 - (double) outside / CHANGE_MICROS));
    return z * z * (3 - 2 * z);
  }
}
