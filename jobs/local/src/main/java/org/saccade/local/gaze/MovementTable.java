package org.saccade.local.gaze;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.saccade.operators.microsaccade.BinocularMovement;
import org.saccade.operators.microsaccade.EyeMovement;
import org.saccade.operators.microsaccade.MainSequence;
import org.saccade.operators.microsaccade.PostRules;

/** Movements as rows: the columns, and the way of writing them, of the published tables. */
public final class MovementTable {
  private static final String EYE =
      "onset_sample\tend_sample\tpeak_velocity_deg_s\tdx_deg\tdy_deg\tamplitude_x_deg"
          + "\tamplitude_y_deg\n";
  private static final String BOTH =
      "onset_sample\tend_sample\tduration_samples\tdelay_samples\tpeak_velocity_deg_s"
          + "\tdistance_deg\tangle_distance_rad\tamplitude_deg\tangle_amplitude_rad\n";

  private final StringBuilder text = new StringBuilder();
  private final List<MainSequence.Point> points = new ArrayList<>();
  private final List<Double> durations = new ArrayList<>();

  /** Of one eye. */
  public static MovementTable of(GazeTrack track, List<EyeMovement> movements, PostRules rules) {
    MovementTable table = new MovementTable();
    table.text.append(EYE);
    for (EyeMovement m : movements) {
      if (!rules.keeps(m.onset(), m.end(), m.amplitude())) {
        continue;
      }
      table.text.append(track.number((int) m.onset())).append('\t');
      table.text.append(track.number((int) m.end()));
      table.numbers(m.peakVelocity(), m.dx(), m.dy(), m.amplitudeX(), m.amplitudeY());
      table.took(m.amplitude(), m.peakVelocity(), m.duration());
    }
    return table;
  }

  /** Of both eyes; samples are written with a decimal, as the published tables do. */
  public static MovementTable ofBoth(
      GazeTrack track, List<BinocularMovement> movements, PostRules rules) {
    MovementTable table = new MovementTable();
    table.text.append(BOTH);
    for (BinocularMovement m : movements) {
      if (!rules.keeps(m.onset(), m.end(), m.amplitude())) {
        continue;
      }
      table.text.append((double) track.number((int) m.onset())).append('\t');
      table.text.append((double) track.number((int) m.end()));
      table.numbers(
          m.duration(),
          m.delay(),
          m.peakVelocity(),
          m.distance(),
          m.distanceAngle(),
          m.amplitude(),
          m.amplitudeAngle());
      table.took(m.amplitude(), m.peakVelocity(), m.duration());
    }
    return table;
  }

  private void numbers(double... numbers) {
    for (double number : numbers) {
      text.append('\t').append(number);
    }
    text.append('\n');
  }

  private void took(double amplitude, double peakVelocity, double duration) {
    points.add(new MainSequence.Point(amplitude, peakVelocity));
    durations.add(duration);
  }

  /** The whole table, header first, a line feed behind every row. */
  public String tsv() {
    return text.toString();
  }

  public int rows() {
    return points.size();
  }

  /** Amplitudes, degrees. */
  public DoubleStream amplitudes() {
    return points.stream().mapToDouble(MainSequence.Point::amplitude);
  }

  /** Peak velocities, deg/s. */
  public DoubleStream peakVelocities() {
    return points.stream().mapToDouble(MainSequence.Point::peakVelocity);
  }

  /** Durations, samples. */
  public DoubleStream durations() {
    return durations.stream().mapToDouble(Double::doubleValue);
  }

  /** The fit over all rows; null where there are too few. */
  public MainSequence mainSequence() {
    return MainSequence.fit(points);
  }
}
