import java.nio.file.Files;
import java.nio.file.Path;
import java.lang.management.ManagementFactory;
import org.numenta.nupic.model.Connections;
import org.numenta.nupic.Parameters;
import org.numenta.nupic.Parameters.KEY;
import org.numenta.nupic.algorithms.SpatialPooler;
import org.numenta.nupic.algorithms.TemporalMemory;
import org.numenta.nupic.util.ArrayUtils;
import org.numenta.nupic.util.UniversalRandom;
import org.saccade.operators.htm.encoder.HashedEncoder;

/**
 * htm.java (AGPL) with the parameters of HtmParameters.VALUES over the same bits: the peer of
 * {@code saccade bench htm --htm-java DIR}. Not compiled with the project; java runs it as it is.
 * Its jars: org.numenta:htm.java:0.6.13 without algorithmfoundry, by mvn
 * dependency:copy-dependencies.
 */
public final class HtmJava {
  public static void main(String[] args) throws Exception {
    double[] values =
        Files.readAllLines(Path.of(args[0])).stream().mapToDouble(Double::parseDouble).toArray();
    double min = ArrayUtils.min(values);
    double max = ArrayUtils.max(values);
    HashedEncoder encoder = new HashedEncoder(400, 21, (max - min) / 130 * 1.4, 42);
    Parameters p = Parameters.getAllDefaultParameters();
    p.set(KEY.RANDOM, new UniversalRandom(42));
    p.set(KEY.INPUT_DIMENSIONS, new int[] {400});
    p.set(KEY.COLUMN_DIMENSIONS, new int[] {2048});
    p.set(KEY.CELLS_PER_COLUMN, 32);
    p.set(KEY.NUM_ACTIVE_COLUMNS_PER_INH_AREA, 40.0);
    p.set(KEY.GLOBAL_INHIBITION, true);
    p.set(KEY.POTENTIAL_PCT, 0.8);
    p.set(KEY.POTENTIAL_RADIUS, 400);
    p.set(KEY.SYN_PERM_ACTIVE_INC, 0.003);
    p.set(KEY.SYN_PERM_INACTIVE_DEC, 0.0005);
    p.set(KEY.SYN_PERM_CONNECTED, 0.2);
    p.set(KEY.MAX_BOOST, 1.0);
    p.set(KEY.ACTIVATION_THRESHOLD, 13);
    p.set(KEY.MIN_THRESHOLD, 10);
    p.set(KEY.MAX_NEW_SYNAPSE_COUNT, 20);
    p.set(KEY.MAX_SEGMENTS_PER_CELL, 128);
    p.set(KEY.MAX_SYNAPSES_PER_SEGMENT, 32);
    p.set(KEY.INITIAL_PERMANENCE, 0.21);
    p.set(KEY.PERMANENCE_INCREMENT, 0.1);
    p.set(KEY.PERMANENCE_DECREMENT, 0.1);
    Connections c = new Connections();
    p.apply(c);
    SpatialPooler pooler = new SpatialPooler();
    pooler.init(c);
    TemporalMemory memory = new TemporalMemory();
    TemporalMemory.init(c);
    int[] bits = new int[21];
    int[] active = new int[2048];
    int n = values.length;
    int from = Integer.parseInt(args[1]);
    var threads = ManagementFactory.getThreadMXBean();
    long cpu = 0;
    for (int i = 0; i < n; i++) {
      if (i == from) {
        cpu = threads.getCurrentThreadCpuTime();
      }
      int[] input = new int[400];
      int on = encoder.encode(values[i], 0, bits, 0);
      for (int k = 0; k < on; k++) {
        input[bits[k]] = 1;
      }
      pooler.compute(c, input, active, true);
      memory.compute(c, ArrayUtils.where(active, ArrayUtils.WHERE_1), true);
    }
    cpu = threads.getCurrentThreadCpuTime() - cpu;
    System.out.printf("htm.java, records %d to %d, a cpu second: %.1f%n", from, n, (n - from) / (cpu / 1e9));
  }
}
