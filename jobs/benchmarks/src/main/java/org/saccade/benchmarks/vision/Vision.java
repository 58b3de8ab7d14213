package org.saccade.benchmarks.vision;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.saccade.operators.corner.CornerParameters;
import org.saccade.operators.flow.FlowParameters;
import org.saccade.operators.track.TrackParameters;
import org.saccade.simulators.EventSimulation;
import org.saccade.simulators.scene.BouncingBox;
import org.saccade.simulators.scene.DriftingDots;
import org.saccade.simulators.scene.MovingScene;
import picocli.CommandLine.Command;

/** Flow, corners and tracks beside the ground truth, as tables. */
@Command(
    name = "vision",
    mixinStandardHelpOptions = true,
    description = "Flow, corners and tracks beside the ground truth of simulated scenes.")
public final class Vision implements Callable<Integer> {
  /** Two contrasts: two and five events an edge. */
  private static final double[] CONTRASTS = {0.5, 1.0};

  private static final long SECOND = 1_000_000;

  /** Of a track scene's begin: tracks are being born. */
  private static final long BIRTH = 100_000;

  private final PrintStream out = System.out;

  @Override
  public Integer call() {
    flow();
    corners();
    tracks();
    return 0;
  }

  private void flow() {
    out.printf(
        "%-24s %8s %9s  %-17s  %-19s %7s%n",
        "flow", "contrast", "vectors", "direction, degrees", "speed, %", "ratio");
    for (double contrast : CONTRASTS) {
      flow("bars, 100 px/s", contrast, Scenes.bars(contrast, 30, 100), SECOND, 1_000);
      flow("bars, 1000 px/s", contrast, Scenes.bars(contrast, 162, 1_000), SECOND / 4, 200);
      flow("fan, half a turn a second", contrast, Scenes.fan(contrast, 0.5), SECOND, 1_000);
      BouncingBox box = Scenes.box(contrast);
      EventSimulation simulation = Scenes.simulation(box, SECOND, 1_000);
      line("box, its sides", contrast, flowAt(simulation, Scenes.sides(box)));
    }
  }

  private void flow(String name, double contrast, MovingScene scene, long micros, long frame) {
    EventSimulation simulation = Scenes.simulation(scene, micros, frame);
    line(name, contrast, flowAt(simulation, Scenes.nearby(scene)));
  }

  static FlowAccuracy.Result flowAt(EventSimulation simulation, FlowAccuracy.Truth truth) {
    return FlowAccuracy.of(simulation, FlowParameters.DEFAULTS, truth);
  }

  private void line(String name, double contrast, FlowAccuracy.Result r) {
    out.printf(
        "%-25s %7.1f %7.0f %%  p50 %4.1f  p90 %4.1f  p50 %4.1f  p90 %5.1f %7.2f%n",
        name,
        contrast,
        100 * r.vectors(),
        r.angleMedian(),
        r.angle90(),
        100 * r.speedMedian(),
        100 * r.speed90(),
        r.speedRatio());
  }

  private void corners() {
    out.printf(
        "%n%-25s %7s %9s %10s %16s %7s%n",
        "corners of the box", "contrast", "flagged", "precision", "of all events", "recall");
    for (CornerParameters detector : List.of(CornerParameters.DEFAULTS, CornerParameters.FAST)) {
      for (double contrast : new double[] {0.25, 0.5, 1.0}) {
        CornerAccuracy.Result r = cornersAt(contrast, 3 * SECOND, detector);
        out.printf(
            "%-25s %7.2f %7.1f %% %8.1f %% %14.1f %% %5.1f %%%n",
            detector.corners().name().toLowerCase(Locale.ROOT),
            contrast,
            100 * r.reduction(),
            100 * r.precision(),
            100 * r.chance(),
            100 * r.recall());
      }
    }
  }

  static CornerAccuracy.Result cornersAt(
      double contrast, long micros, CornerParameters parameters) {
    BouncingBox box = Scenes.box(contrast);
    return CornerAccuracy.of(
        Scenes.simulation(box, micros, 1_000),
        box,
        Scenes.BOX_WIDTH,
        Scenes.BOX_HEIGHT,
        parameters);
  }

  private void tracks() {
    out.printf(
        "%n%-25s %7s %7s %7s %9s %9s %9s %9s %8s%n",
        "tracks",
        "contrast",
        "things",
        "tracks",
        "covered",
        "rms px",
        "rms px/s",
        "switches",
        "stray");
    for (double contrast : CONTRASTS) {
      line("bouncing box", contrast, boxTracks(contrast, 5 * SECOND));
      line("drifting dots", contrast, dotTracks(contrast, 5 * SECOND));
    }
  }

  static TrackAccuracy.Result boxTracks(double contrast, long micros) {
    BouncingBox box = Scenes.box(contrast);
    TrackParameters parameters = TrackParameters.DEFAULTS.withClusters(45, 10);
    EventSimulation simulation = Scenes.simulation(box, micros, 1_000);
    return TrackAccuracy.of(simulation, parameters, Scenes.boxes(box), BIRTH);
  }

  static TrackAccuracy.Result dotTracks(double contrast, long micros) {
    DriftingDots dots = Scenes.dots(contrast);
    TrackParameters parameters = TrackParameters.DEFAULTS.withClusters(15, 6);
    EventSimulation simulation = Scenes.simulation(dots, micros, 1_000);
    return TrackAccuracy.of(simulation, parameters, Scenes.dots(dots), BIRTH);
  }

  private void line(String name, double contrast, TrackAccuracy.Result r) {
    out.printf(
        "%-25s %7.1f %7d %7d %7.1f %% %9.2f %9.1f %9d %6.1f %%%n",
        name,
        contrast,
        r.things(),
        r.tracks(),
        100 * r.covered(),
        r.positionError(),
        r.speedError(),
        r.switches(),
        100 * r.stray());
  }
}
