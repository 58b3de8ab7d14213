package org.saccade.operators.gaze;

import org.saccade.operators.paged.Page;
import org.saccade.operators.paged.PageSink;
import org.saccade.operators.paged.ShiftedPages;
import org.saccade.operators.samples.MarkerOutput;
import org.saccade.operators.samples.SampleMarker;
import org.saccade.schemas.HealthKind;
import org.saccade.schemas.Microsaccade;
import org.saccade.schemas.batch.SampleBatch;

/**
 * Trials that markers begin and end, detected as a whole when the marker of their end comes. Their
 * records are numbered by eye and onset: it makes no difference when that is.
 */
final class BetweenMarkers {
  /** From this page number on; pages are {@code PAGES | n}. */
  static final int PAGES = 1 << 20;

  private final GazeParameters parameters;
  private final TrialMarkers.Meanings meanings;
  private final SampleBatch positions = new SampleBatch();
  private double rate;
  private MarkedTrials trials;

  /** Kept for another rate: its pages are to be removed. */
  private MarkedTrials outdated;

  /**
   * @param parameters whose {@link GazeParameters#trialMarkers} say what markers mean
   */
  BetweenMarkers(GazeParameters parameters) {
    this.parameters = parameters;
    meanings = new TrialMarkers.Meanings(parameters.trialMarkers());
  }

  /** Begins anew at another rate, Hz. */
  void rate(double hz) {
    rate = hz;
    if (trials != null) {
      trials.clear();
      outdated = trials;
    }
    trials = new MarkedTrials(parameters.trialSamples(hz), parameters.waitSamples(hz));
  }

  /** So many positions are {@link #set} next. */
  void begin(int samples) {
    positions.shape(4, samples);
  }

  /** Position i of those begun, degrees. */
  void set(int i, double xl, double yl, double xr, double yr) {
    positions.channel(0)[i] = xl;
    positions.channel(1)[i] = yl;
    positions.channel(2)[i] = xr;
    positions.channel(3)[i] = yr;
  }

  /** All positions were set; the first is this sample of the opening. */
  void end(long opening, long firstSample, EyeChannels eyes) {
    trials.add(opening, firstSample, eyes, positions);
  }

  /** So many samples are missing. */
  void skip(long opening, long missing) {
    trials.skip(opening, missing);
  }

  /**
   * Takes a marker.
   *
   * @return false: its samples are not kept any more
   */
  boolean marker(SampleMarker marker, MarkerOutput<Microsaccade> to) {
    TrialMarkers.Meaning meaning =
        trials == null ? TrialMarkers.Meaning.NOTHING : meanings.of(marker.label());
    if (meaning == TrialMarkers.Meaning.NOTHING) {
      return true;
    }
    MarkedTrials.Outcome outcome =
        meaning == TrialMarkers.Meaning.BEGIN ? trials.begin(marker) : trials.end(marker);
    if (outcome == MarkedTrials.Outcome.TOO_LONG) {
      to.health(
          HealthKind.OTHER,
          trials.length(),
          String.format(
              "the trial that \"%s\" ends has %d samples, more than %d (%s s), so it was not"
                  + " detected as a whole",
              marker.label(), trials.length(), trials.longest(), parameters.trialSeconds()));
    } else if (outcome == MarkedTrials.Outcome.TRIAL) {
      new WholeTrial(parameters, rate, trials.bothEyes())
          .detect(
              trials.positions(),
              (which, onset, end, amplitude, direction, peak) ->
                  send(which, onset, end, amplitude, direction, peak, to));
    }
    return outcome != MarkedTrials.Outcome.LATE;
  }

  private void send(
      int which,
      long onset,
      long end,
      double amplitude,
      double direction,
      double peak,
      MarkerOutput<Microsaccade> to) {
    long from = to.micros(trials.first() + onset);
    long until = to.micros(trials.first() + end);
    to.emit(
        MovementRecords.record(
            to.provenance("Microsaccade", from, until, 4 * (trials.first() + onset) + which),
            from,
            until,
            which,
            trials.named(),
            amplitude,
            direction,
            peak,
            MicrosaccadeStage.TRIAL));
  }

  long bytes() {
    return trials == null ? 0 : trials.bytes();
  }

  void flush(PageSink sink) {
    ShiftedPages pages = new ShiftedPages(sink, PAGES);
    if (outdated != null) {
      outdated.flush(pages);
      outdated = null;
    }
    if (trials != null) {
      trials.flush(pages);
    }
  }

  /** Takes one of its pages back, once the rate is known. */
  void restore(int number, Page page) {
    if (trials != null) {
      trials.restore(number & PAGES - 1, page);
    }
  }
}
