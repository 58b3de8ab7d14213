package org.saccade.operators.neural;

import java.util.List;
import java.util.Locale;
import org.saccade.operators.signal.chain.Lead;
import org.saccade.operators.signal.watch.Condition;
import org.saccade.operators.signal.watch.ConditionSink;
import org.saccade.schemas.HealthKind;
import org.saccade.schemas.HealthState;

/** Puts what is found of channels into words. */
final class ChannelHealth implements ConditionSink {
  private static final int CONDITIONS = 16;

  private final List<Lead> leads;
  private final Told told;

  /** Takes what is told. */
  interface Told {
    /**
     * @param number no other interval's
     * @param token of what closes: what this gave when it opened
     */
    double told(
        HealthKind kind,
        HealthState state,
        long number,
        double token,
        long start,
        long end,
        String detail);
  }

  ChannelHealth(List<Lead> leads, Told told) {
    this.leads = leads;
    this.told = told;
  }

  @Override
  public double open(
      Condition what, int channel, long number, long start, long known, double size) {
    String detail =
        name(channel)
            + switch (what) {
              case FLAT -> " is flat";
              case RAILED -> " is at a limit of its amplifier";
              case NOISY ->
                  String.format(
                      Locale.ROOT,
                      " is %.1f times as loud as the other %s channels",
                      size,
                      leads.get(channel).kind());
              case GAIN -> String.format(Locale.ROOT, " are %.2f times as large as before", size);
            };
    return told.told(kind(what), HealthState.OPEN, unique(what, number), 0, start, known, detail);
  }

  @Override
  public void close(
      Condition what, int channel, long number, double token, long start, long end, boolean ended) {
    String detail =
        name(channel)
            + (ended
                ? ": this part of the recording ends"
                : switch (what) {
                  case FLAT -> " moves again";
                  case RAILED -> " is within its limits again";
                  case NOISY -> " is as loud as the others again";
                  case GAIN -> " are as large as before again";
                });
    var unused =
        told.told(kind(what), HealthState.CLOSED, unique(what, number), token, start, end, detail);
  }

  private String name(int channel) {
    return channel < 0 ? "all channels" : "channel " + leads.get(channel).name();
  }

  private static long unique(Condition what, long number) {
    return number * CONDITIONS + what.ordinal();
  }

  private static HealthKind kind(Condition what) {
    return switch (what) {
      case FLAT -> HealthKind.FLAT;
      case RAILED -> HealthKind.RAILED;
      case NOISY -> HealthKind.NOISY;
      case GAIN -> HealthKind.GAIN;
    };
  }
}
