package org.saccade.operators.gaze;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.saccade.operators.microsaccade.BinocularMovement;
import org.saccade.operators.microsaccade.EyeMovement;
import org.saccade.operators.microsaccade.PostRules;
import org.saccade.operators.samples.StageOutput;
import org.saccade.schemas.Eye;
import org.saccade.schemas.Microsaccade;
import org.saccade.schemas.Provenance;

/** Movements that the post-rules keep, as records: samples of a trial become sensor times. */
final class MovementRecords {
  /** One for each of {@link WholeTrial}'s three kinds; the page has room for three more. */
  private final PostRules[] rules = new PostRules[6];

  MovementRecords(GazeParameters parameters, double rate) {
    for (int i = 0; i < rules.length; i++) {
      rules[i] = WholeTrial.rules(parameters, rate);
    }
  }

  /** Gives a movement of one eye that was found online. */
  void eye(
      StageOutput<Microsaccade> out, long trialStart, boolean left, boolean named, EyeMovement m) {
    int which = left ? WholeTrial.LEFT : WholeTrial.RIGHT;
    if (rules[which].keeps(m.onset(), m.end(), m.amplitude())) {
      send(
          out,
          trialStart + m.onset(),
          trialStart + m.end(),
          which,
          left ? named : true,
          m.amplitude(),
          m.direction(),
          m.peakVelocity(),
          MicrosaccadeStage.STREAMING);
    }
  }

  /** Gives a movement of both eyes that was found online. */
  void both(StageOutput<Microsaccade> out, long trialStart, BinocularMovement m) {
    if (rules[WholeTrial.BOTH].keeps(m.onset(), m.end(), m.amplitude())) {
      send(
          out,
          trialStart + m.onset(),
          trialStart + m.end(),
          WholeTrial.BOTH,
          true,
          m.amplitude(),
          m.amplitudeAngle(),
          m.peakVelocity(),
          MicrosaccadeStage.STREAMING);
    }
  }

  /** Gives a movement from one sample of the session to another. */
  static void send(
      StageOutput<Microsaccade> out,
      long onset,
      long end,
      int which,
      boolean named,
      double amplitude,
      double direction,
      double peakVelocity,
      String method) {
    long from = out.micros(onset);
    long until = out.micros(end);
    Provenance provenance = out.provenance("Microsaccade", from, until);
    out.emit(
        record(provenance, from, until, which, named, amplitude, direction, peakVelocity, method));
  }

  /**
   * A record.
   *
   * @param which of {@link WholeTrial}'s three
   * @param named whether the channels said which eye is which
   */
  static Microsaccade record(
      Provenance provenance,
      long from,
      long until,
      int which,
      boolean named,
      double amplitude,
      double direction,
      double peakVelocity,
      String method) {
    return new Microsaccade(
        provenance,
        from,
        until,
        eye(which, named),
        amplitude,
        direction,
        peakVelocity,
        null,
        1.0,
        method);
  }

  private static Eye eye(int which, boolean named) {
    return switch (which) {
      case WholeTrial.LEFT -> named ? Eye.LEFT : Eye.UNKNOWN;
      case WholeTrial.RIGHT -> Eye.RIGHT;
      default -> Eye.BINOCULAR;
    };
  }

  /** A trial ended: the next movement has none before it. */
  void clear() {
    for (PostRules rule : rules) {
      rule.clear();
    }
  }

  void write(DataOutput to) throws IOException {
    for (PostRules rule : rules) {
      to.writeLong(rule.lastEnd());
    }
  }

  void read(DataInput from) throws IOException {
    for (PostRules rule : rules) {
      rule.restore(from.readLong());
    }
  }
}
