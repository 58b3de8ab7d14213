import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;
import com.github.javacliparser.FloatOption;
import moa.classifiers.core.driftdetection.ADWINChangeDetector;
import moa.classifiers.core.driftdetection.AbstractChangeDetector;
import moa.classifiers.core.driftdetection.CusumDM;
import moa.classifiers.core.driftdetection.DDM;
import moa.classifiers.core.driftdetection.GeometricMovingAverageDM;
import moa.classifiers.core.driftdetection.HDDM_A_Test;
import moa.classifiers.core.driftdetection.PageHinkleyDM;
import moa.classifiers.core.driftdetection.RDDM;
import moa.classifiers.core.driftdetection.SEEDChangeDetector;
import moa.classifiers.core.driftdetection.SeqDrift1ChangeDetector;
import moa.classifiers.core.driftdetection.SeqDrift2ChangeDetector;
import org.saccade.local.driftbench.Contender;
import org.saccade.local.driftbench.DriftBenchmark;
import org.saccade.local.driftbench.DriftTable;
import org.saccade.operators.baseline.ChangeStatistic;
import org.saccade.operators.probability.NormalTail;

/**
 * MOA's drift detectors (GPL) on our drift benchmark: the peers of {@code saccade bench drift --moa
 * JAR}. Not compiled with the project; java runs it as it is. Its jar: nz.ac.waikato.cms.moa:moa,
 * without what it depends on.
 *
 * <p>A detector says yes or no, and how soon is an option of its. So a contender is a row of one
 * detector, each a little stricter than the one before, and its evidence is the strictest that says
 * yes; the benchmark finds the one that is wrong as rarely as was asked for.
 *
 * <p>Left out: EDDM and EWMAChart, which have no such option; HDDM_W, whose state is static, so that
 * two of them disturb each other; STEPD, which needs Weka.
 */
public final class MoaDrift {
  private static final int LEVELS = 24;

  /** Standardised by the warm-up. */
  private static final DoubleUnaryOperator Z = z -> z;

  /** To 0..1, where a detector takes numbers between these only. */
  private static final DoubleUnaryOperator UNIT = z -> 1 - NormalTail.above(z);

  /** The errors of one who predicts the warm-up's mean, where a detector takes errors only. */
  private static final DoubleUnaryOperator ERROR = z -> Math.abs(z) > 1 ? 1 : 0;

  private record Peer(
      String name,
      Supplier<AbstractChangeDetector> maker,
      String option,
      IntToDoubleFunction level,
      DoubleUnaryOperator input) {}

  private static final List<Peer> PEERS =
      List.of(
          new Peer("MOA ADWIN", ADWINChangeDetector::new, "deltaAdwinOption", MoaDrift::tiny, Z),
          new Peer("MOA CUSUM, up", CusumDM::new, "lambdaOption", k -> 2 * Math.pow(1.25, k), Z),
          new Peer(
              "MOA Page-Hinkley, up",
              PageHinkleyDM::new,
              "lambdaOption",
              k -> 2 * Math.pow(1.3, k),
              Z),
          new Peer(
              "MOA GMA, up",
              GeometricMovingAverageDM::new,
              "lambdaOption",
              k -> 0.02 * Math.pow(1.2, k),
              Z),
          new Peer("MOA HDDM_A", HDDM_A_Test::new, "driftConfidenceOption", MoaDrift::tiny, UNIT),
          new Peer("MOA SEED", SEEDChangeDetector::new, "deltaSEEDOption", MoaDrift::tiny, UNIT),
          new Peer("MOA SeqDrift1", SeqDrift1ChangeDetector::new, "deltaOption", MoaDrift::tiny, UNIT),
          new Peer(
              "MOA SeqDrift2",
              SeqDrift2ChangeDetector::new,
              "deltaSeqDrift2Option",
              MoaDrift::tiny,
              UNIT),
          new Peer("MOA DDM", DDM::new, "outcontrolLevelOption", k -> 1 + 4.0 * k / LEVELS, ERROR),
          new Peer("MOA RDDM", RDDM::new, "driftLevelOption", k -> 1 + 4.0 * k / LEVELS, ERROR));

  /** 0.56 to 2e-12. */
  private static double tiny(int k) {
    return Math.pow(10, -0.25 - 0.5 * k);
  }

  /** A row of one detector, looser to stricter. */
  private static final class Levels implements ChangeStatistic {
    private final Peer peer;
    private final AbstractChangeDetector[] detectors = new AbstractChangeDetector[LEVELS];
    private final double[] warm = new double[Contender.WARM_UP];
    private int n;
    private double mean;
    private double deviation;

    private Levels(Peer peer) {
      this.peer = peer;
      reset();
    }

    @Override
    public double step(double x) {
      if (n < warm.length) {
        warm[n++] = x;
        if (n == warm.length) {
          mean = Arrays.stream(warm).average().orElseThrow();
          deviation =
              Math.sqrt(Arrays.stream(warm).map(w -> (w - mean) * (w - mean)).sum() / n);
          Arrays.stream(warm).forEach(this::strictest);
        }
        return 0;
      }
      return strictest(x);
    }

    private double strictest(double x) {
      double input = peer.input.applyAsDouble((x - mean) / deviation);
      int strictest = 0;
      for (int k = 0; k < LEVELS; k++) {
        detectors[k].input(input);
        strictest = detectors[k].getChange() ? k + 1 : strictest;
      }
      return strictest;
    }

    @Override
    public void reset() {
      n = 0;
      for (int k = 0; k < LEVELS; k++) {
        AbstractChangeDetector detector = peer.maker.get();
        try {
          Field option = detector.getClass().getField(peer.option);
          ((FloatOption) option.get(detector)).setValue(peer.level.applyAsDouble(k));
        } catch (ReflectiveOperationException e) {
          throw new IllegalStateException(e);
        }
        detector.prepareForUse();
        detector.resetLearning();
        detectors[k] = detector;
      }
    }
  }

  /** Arguments: runs, run length. */
  public static void main(String[] args) {
    DriftBenchmark benchmark =
        new DriftBenchmark(Integer.parseInt(args[0]), Double.parseDouble(args[1]));
    System.out.print(DriftTable.header());
    for (Contender ours : Contender.all(false)) {
      if (List.of("saccade, values alone", "CUSUM", "alarm by the clock").contains(ours.name())) {
        System.out.print(DriftTable.rows(ours.name(), benchmark.run(ours)));
      }
    }
    for (Peer peer : PEERS) {
      Contender contender = new Contender(peer.name, () -> new Levels(peer));
      System.out.print(DriftTable.rows(peer.name, benchmark.run(contender)));
      System.out.flush();
    }
  }
}
