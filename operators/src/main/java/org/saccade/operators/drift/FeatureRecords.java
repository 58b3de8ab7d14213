package org.saccade.operators.drift;

import java.util.List;
import org.saccade.operators.change.DriftMonitor;
import org.saccade.operators.change.JointMonitor;
import org.saccade.operators.joint.Joint;
import org.saccade.operators.series.SeriesDetector;
import org.saccade.schemas.Anomaly;
import org.saccade.schemas.Direction;
import org.saccade.schemas.Drift;
import org.saccade.schemas.HealthKind;
import org.saccade.schemas.HealthState;
import org.saccade.schemas.Id;
import org.saccade.schemas.Provenance;
import org.saccade.schemas.StreamHealth;
import org.saccade.schemas.packet.FeatureSample;
import org.saccade.schemas.packet.Origin;
import org.saccade.schemas.packet.RawEventPacket;
import org.saccade.schemas.packet.SeriesKey;
import org.saccade.schemas.wire.OutputIds;

/** Makes the records of a series, each with its id and provenance. */
final class FeatureRecords {
  /** The scale of {@code AnomalyLikelihood.logScore}: a score is -log10(1 - likelihood) / 10. */
  private static final double DECADES = 10;

  private final OutputIds ids = new OutputIds();
  private final String uid;
  private final String set;
  private final String configuration;
  private final double runLength;

  FeatureRecords(String uid, DriftParameters parameters, String configuration) {
    this.uid = uid;
    this.set = parameters.model().name().toLowerCase(java.util.Locale.ROOT);
    this.configuration = configuration;
    this.runLength = parameters.runLength();
  }

  /** The last value that was used: where an output comes from. */
  record Context(SeriesKey series, String session, long epochMicros, Origin origin) {
    static Context of(FeatureSample sample) {
      return new Context(sample.series(), sample.session(), sample.epochMicros(), sample.origin());
    }
  }

  /**
   * The score speaks of the likelihood and of the rule for values beyond all seen; so the
   * likelihood that is told is the one that the score stands for.
   */
  Anomaly anomaly(
      Context at, long time, double value, double expected, SeriesDetector of, long ordinal) {
    double score = of.anomalyScore();
    return new Anomaly(
        provenance("Anomaly", at, at.session(), time, time, ordinal),
        at.series().name(),
        time,
        value,
        Double.isNaN(expected) ? null : (Double) expected,
        of.rawScore(),
        1 - StrictMath.pow(10, -DECADES * score),
        score);
  }

  /**
   * @param epoch what the detector's times have on top of sensor time
   */
  Drift drift(Context at, long decided, long epoch, SeriesDetector of, long ordinal) {
    DriftMonitor drifts = of.drifts();
    long began = drifts.began() - epoch;
    return new Drift(
        provenance("Drift", at, at.session(), began, decided, ordinal),
        at.series().name(),
        began,
        decided,
        of.drift() > 0 ? Direction.UP : Direction.DOWN,
        drifts.magnitude(),
        drifts.statistic(),
        drifts.threshold(),
        runLength);
  }

  /** Of several features together: the value is that of the one which deviates most. */
  Anomaly jointAnomaly(
      Context at,
      String session,
      List<String> names,
      int leader,
      JointRow row,
      double score,
      long ordinal) {
    Context joint = joint(at, names.get(leader));
    return new Anomaly(
        provenance("Anomaly", joint, session, row.time, row.time, ordinal),
        joint.series().name(),
        row.time,
        row.has(leader) ? row.values[leader] : 0,
        null,
        row.meanRaw(),
        1 - StrictMath.pow(10, -DECADES * score),
        score);
  }

  /** Of several features together: what changed is told of the one that is nearest to a drift. */
  Drift jointDrift(
      Context at, String session, List<String> names, long decided, Joint of, long ordinal) {
    JointMonitor drifts = of.drifts();
    Context joint = joint(at, names.get(drifts.leader()));
    long began = Math.min(decided, drifts.leading().began());
    return new Drift(
        provenance("Drift", joint, session, began, decided, ordinal),
        joint.series().name(),
        began,
        decided,
        of.drift() > 0 ? Direction.UP : Direction.DOWN,
        drifts.leading().magnitude(),
        drifts.decidedNearness(),
        1.0,
        runLength);
  }

  private static Context joint(Context at, String leader) {
    SeriesKey series = at.series();
    return new Context(
        new SeriesKey(series.stream(), "joint:" + leader, series.source()),
        at.session(),
        at.epochMicros(),
        at.origin());
  }

  StreamHealth health(
      Context at,
      String session,
      HealthKind kind,
      long start,
      long end,
      long count,
      long ordinal,
      String detail) {
    return new StreamHealth(
        provenance("StreamHealth", at, session, start, end, ordinal),
        kind,
        HealthState.POINT,
        count,
        at.series().name() + ": " + detail);
  }

  /** The model is the series' own: so ids of two features of a stream differ. */
  private Provenance provenance(
      String type, Context at, String session, long start, long end, long ordinal) {
    SeriesKey series = at.series();
    String model =
        set + ":" + series.name() + (series.source().isEmpty() ? "" : "@" + series.source());
    byte[] id =
        ids.id(type, series.stream(), session, uid, model, configuration, start, end, ordinal);
    Origin origin = at.origin();
    return new Provenance(
        new Id(id),
        series.stream(),
        session,
        start,
        end,
        at.epochMicros() == RawEventPacket.NO_EPOCH ? null : (Long) at.epochMicros(),
        uid,
        model,
        configuration,
        origin.topic(),
        origin.partition(),
        origin.offset(),
        origin.offset());
  }
}
