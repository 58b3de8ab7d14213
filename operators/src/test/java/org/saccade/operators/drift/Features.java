package org.saccade.operators.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.saccade.operators.probability.SplitMix;
import org.saccade.schemas.Command;
import org.saccade.schemas.packet.ControlCommand;
import org.saccade.schemas.packet.FeatureSample;
import org.saccade.schemas.packet.Origin;
import org.saccade.schemas.packet.RawEventPacket;

/** Builders of values and commands. */
final class Features {
  /** Microseconds from one value to the next. */
  static final long STEP = 10_000;

  private Features() {}

  static FeatureSample value(String stream, String session, long time, double value) {
    return new FeatureSample(
        stream,
        "event_rate",
        "events",
        session,
        time,
        RawEventPacket.NO_EPOCH,
        value,
        new Origin("features", 0, time, 0));
  }

  /** Values {@code from} to {@code to - 1} of session {@code one}, one every step. */
  static List<FeatureSample> values(String stream, int from, int to, IntToDoubleFunction of) {
    List<FeatureSample> values = new ArrayList<>();
    for (int i = from; i < to; i++) {
      values.add(value(stream, "one", i * STEP, of.applyAsDouble(i)));
    }
    return values;
  }

  /** About 100, evenly spread by 10. */
  static double noise(int i) {
    return 95 + 10 * new SplitMix(i).nextDouble();
  }

  static ControlCommand command(String stream, Command command, long effective, long offset) {
    return new ControlCommand(
        stream, "drift", command, null, effective, new Origin("control", 0, offset, offset));
  }
}
