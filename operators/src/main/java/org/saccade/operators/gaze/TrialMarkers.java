package org.saccade.operators.gaze;

import java.io.Serializable;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Which markers delimit trials.
 *
 * @param begin regular expression that is found in the text, or the code, of a marker at a trial's
 *     begin; empty: a trial begins where the one before ended, or with the session
 * @param end likewise of a marker at a trial's end
 * @param waitSeconds how long samples are kept for a marker that comes late, seconds of samples
 */
public record TrialMarkers(String begin, String end, double waitSeconds) implements Serializable {
  private static final long serialVersionUID = 1L;

  public TrialMarkers {
    if (end.isEmpty()) {
      throw new IllegalArgumentException("no marker ends a trial: tell which");
    }
    if (!(waitSeconds >= 0) || waitSeconds > 3600) {
      throw new IllegalArgumentException(
          "waitSeconds=" + waitSeconds + " must be between 0 and 3600");
    }
    try {
      Pattern.compile(begin);
      Pattern.compile(end);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "\"" + e.getPattern() + "\" is no regular expression: " + e.getDescription(), e);
    }
  }

  /** What a marker is to trials. */
  enum Meaning {
    BEGIN,
    END,
    NOTHING
  }

  /** The two expressions, ready. */
  static final class Meanings {
    private final Pattern begin;
    private final Pattern end;

    Meanings(TrialMarkers markers) {
      begin = markers.begin.isEmpty() ? null : Pattern.compile(markers.begin);
      end = Pattern.compile(markers.end);
    }

    Meaning of(String label) {
      return end.matcher(label).find()
          ? Meaning.END
          : begin != null && begin.matcher(label).find() ? Meaning.BEGIN : Meaning.NOTHING;
    }
  }
}
