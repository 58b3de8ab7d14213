package org.saccade.local.nab;

import java.util.List;
import java.util.stream.IntStream;
import org.saccade.local.series.CsvSeries;
import org.saccade.operators.htm.EncoderParameters;
import org.saccade.operators.htm.HtmDesign;
import org.saccade.operators.htm.HtmParameters;
import org.saccade.operators.htm.SpatialPoolerParameters;
import org.saccade.operators.htm.TemporalMemoryParameters;
import org.saccade.operators.series.SeriesDetector;
import org.saccade.operators.series.SeriesParameters;

/**
 * What the detector says of each record of one series.
 *
 * @param raw raw scores
 * @param anomaly anomaly scores
 * @param drift 1 where a drift was decided, 0 elsewhere
 */
@SuppressWarnings("ArrayRecordComponent") // written once, compared by nobody
record Scored(double[] raw, double[] anomaly, double[] drift) {
  private static final double RUN_LENGTH = 10_000;

  /** All series, as {@code saccade score} does them. */
  static List<Scored> all(List<LabelledSeries> series, HtmParameters parameters) {
    HtmDesign design = new HtmDesign(parameters);
    return IntStream.range(0, series.size())
        .parallel()
        .mapToObj(k -> of(series.get(k).series(), design))
        .toList();
  }

  private static Scored of(CsvSeries series, HtmDesign design) {
    int n = series.size();
    SeriesDetector detector =
        new SeriesDetector(
            design,
            new SeriesParameters(series.resolution(), SeriesParameters.warmUp(n), RUN_LENGTH));
    Scored scored = new Scored(new double[n], new double[n], new double[n]);
    for (int i = 0; i < n; i++) {
      detector.step(series.epochMicros()[i], series.values()[i]);
      scored.raw[i] = detector.rawScore();
      scored.anomaly[i] = detector.anomalyScore();
      scored.drift[i] = Math.abs(detector.drift());
    }
    return scored;
  }

  /** The same parameters with other random numbers; 0: with their own. */
  static HtmParameters seeded(HtmParameters p, int seed) {
    EncoderParameters e = p.encoder();
    SpatialPoolerParameters s = p.pooler();
    TemporalMemoryParameters m = p.memory();
    return new HtmParameters(
        new EncoderParameters(
            e.valueBits(),
            e.valueActive(),
            e.timeOfDayActive(),
            e.timeOfDayHours(),
            e.dayOfWeekActive(),
            e.weekendActive(),
            e.seed() + seed),
        new SpatialPoolerParameters(
            s.columns(),
            s.activeColumns(),
            s.potentialPct(),
            s.permanenceInc(),
            s.permanenceDec(),
            s.connected(),
            s.minPctOverlapDutyCycle(),
            s.seed() + seed),
        new TemporalMemoryParameters(
            m.cellsPerColumn(),
            m.activationThreshold(),
            m.minThreshold(),
            m.newSynapseCount(),
            m.maxSegmentsPerCell(),
            m.maxSegments(),
            m.maxSynapsesPerSegment(),
            m.initialPermanence(),
            m.permanenceInc(),
            m.permanenceDec(),
            m.predictedSegmentDec(),
            m.connected(),
            m.seed() + seed));
  }
}
