package org.saccade.benchmarks.runs;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.saccade.operators.filter.BackgroundActivity;
import org.saccade.operators.filter.BackgroundActivityParameters;
import org.saccade.operators.filter.CorrelationParameters;
import org.saccade.operators.filter.FlickerParameters;
import org.saccade.operators.filter.HotPixelParameters;
import org.saccade.operators.filter.Refractory;
import org.saccade.operators.filter.RefractoryParameters;
import org.saccade.operators.filter.Trail;
import org.saccade.operators.filter.TrailParameters;
import org.saccade.operators.stage.EventStage;
import org.saccade.operators.stage.StageParameters;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.simulators.EventSimulation;
import org.saccade.simulators.dvs.EventTimes;
import org.saccade.simulators.dvs.LabelledEvents;
import org.saccade.simulators.dvs.NoiseParameters;
import org.saccade.simulators.dvs.PixelParameters;
import org.saccade.simulators.scene.DriftingDots;
import org.saccade.simulators.scene.FlickeringLamp;
import org.saccade.simulators.scene.Motion;
import org.saccade.simulators.scene.MovingBars;
import org.saccade.simulators.scene.RotatingFan;
import org.saccade.simulators.scene.Scene;
import org.saccade.simulators.scene.Shades;

/**
 * What each filter keeps of the signal and of the noise: three simulated scenes of two seconds,
 * each with noise of which every event is known to be noise.
 */
public final class FilterTable {
  private static final int WIDTH = 160;
  private static final int HEIGHT = 120;
  private static final long MICROS = 2_000_000;

  private static final Map<String, NoiseParameters> NOISES = new LinkedHashMap<>();

  static {
    NOISES.put("shot 1 Hz", NoiseParameters.shot(1));
    NOISES.put("shot 5 Hz", NoiseParameters.shot(5));
    NOISES.put("shot 10 Hz", NoiseParameters.shot(10));
    NOISES.put("1 Hz + hot", NoiseParameters.shot(1).withHot(0.001, 200));
  }

  private final PrintStream out;

  public FilterTable(PrintStream out) {
    this.out = out;
  }

  private static Map<String, List<StageParameters>> filters() {
    Map<String, List<StageParameters>> rows = new LinkedHashMap<>();
    rows.put("background four-neighbours 10 ms (tonic denoise)", four());
    rows.put(
        "background eight-neighbours-and-self 10 ms (jAER BAF)",
        background(BackgroundActivity.EIGHT_NEIGHBOURS_AND_SELF));
    rows.put(
        "background …-and-self-first-passes 10 ms (jAER BAF, first through)",
        background(BackgroundActivity.EIGHT_NEIGHBOURS_AND_SELF_FIRST_PASSES));
    rows.put(
        "background eight-neighbours 10 ms (jAER BAF, hot pixels out)",
        background(BackgroundActivity.EIGHT_NEIGHBOURS));
    rows.put(
        "background twenty-four-neighbours 10 ms",
        background(BackgroundActivity.TWENTY_FOUR_NEIGHBOURS));
    rows.put("correlation 3x3, 2 of 8, 10 ms (STCF)", correlation(1, 2, 10_000, false));
    rows.put("correlation 3x3, 2 of 8, 25 ms (STCF)", correlation(1, 2, 25_000, false));
    rows.put("correlation 3x3, 2 of 8, 25 ms, same polarity", correlation(1, 2, 25_000, true));
    rows.put("correlation 5x5, 3 of 24, 10 ms", correlation(2, 3, 10_000, false));
    rows.put("correlation 5x5, 4 of 24, 25 ms", correlation(2, 4, 25_000, false));
    rows.put("trail first 10 ms (Prophesee Trail)", trail(Trail.FIRST));
    rows.put("trail second-and-later 10 ms (STC, trail kept)", trail(Trail.SECOND_AND_LATER));
    rows.put("trail second 10 ms (STC, trail cut)", trail(Trail.SECOND));
    rows.put(
        "refractory last-event 1 ms (tonic)",
        List.of(new RefractoryParameters(Refractory.LAST_EVENT, 1_000)));
    rows.put("hot-pixels mask, window 250 ms", List.of(hotPixels()));
    rows.put(
        "hot-pixels, then background eight-neighbours-and-self",
        List.of(hotPixels(), background(BackgroundActivity.EIGHT_NEIGHBOURS_AND_SELF).get(0)));
    rows.put(
        "hot-pixels, then correlation 3x3, 2 of 8, 25 ms",
        List.of(hotPixels(), correlation(1, 2, 25_000, false).get(0)));
    return rows;
  }

  private static List<StageParameters> four() {
    return background(BackgroundActivity.FOUR_NEIGHBOURS);
  }

  private static List<StageParameters> background(BackgroundActivity variant) {
    return List.of(new BackgroundActivityParameters(variant, 10_000));
  }

  private static List<StageParameters> correlation(
      int radius, int support, long micros, boolean samePolarity) {
    return List.of(new CorrelationParameters(radius, false, support, micros, samePolarity));
  }

  private static List<StageParameters> trail(Trail variant) {
    return List.of(new TrailParameters(variant, 10_000));
  }

  private static StageParameters hotPixels() {
    return new HotPixelParameters(true, 100, 5, 250_000);
  }

  private static List<Scene> scenes() {
    Shades shades = Shades.apart(60, 0.7);
    return List.of(
        new MovingBars(WIDTH, HEIGHT, shades, 60, 20, Math.PI / 6, 100),
        new DriftingDots(WIDTH, HEIGHT, shades, 20, 4, new Motion(80, -50), 3),
        new RotatingFan(WIDTH, HEIGHT, shades, 3, 0.4, 0.01, 8, 55, 0.5));
  }

  private static EventSimulation simulation(Scene scene) {
    PixelParameters pixels =
        PixelParameters.clean().withCutoff(200).withTimes(EventTimes.INTERPOLATED);
    return EventSimulation.of(scene, pixels, MICROS, 7);
  }

  /** Prints the table: percent of signal kept / percent of noise kept, over all scenes. */
  public void print() {
    List<List<LabelledEvents>> recordings = new ArrayList<>();
    out.printf("%-70s", "of the signal / of the noise, percent kept");
    for (Map.Entry<String, NoiseParameters> noise : NOISES.entrySet()) {
      out.printf("%18s", noise.getKey());
      recordings.add(
          scenes().stream()
              .map(scene -> simulation(scene).withNoise(noise.getValue()).runLabelled())
              .toList());
    }
    out.printf("%n%-70s", "no filter: events of signal / of noise");
    for (List<LabelledEvents> scenes : recordings) {
      long signal = scenes.stream().mapToLong(LabelledEvents::signalCount).sum();
      long noise = scenes.stream().mapToLong(LabelledEvents::noiseCount).sum();
      out.printf("%18s", signal + " / " + noise);
    }
    out.println();
    filters()
        .forEach(
            (name, chain) -> {
              out.printf("%-70s", name);
              recordings.forEach(scenes -> out.printf("%18s", rates(chain, scenes)));
              out.println();
            });
    printFlicker();
  }

  private static String rates(List<StageParameters> chain, List<LabelledEvents> scenes) {
    long[] kept = new long[2];
    long[] all = new long[2];
    for (LabelledEvents scene : scenes) {
      boolean[] keeps = keeps(chain, scene.events());
      for (int i = 0; i < scene.size(); i++) {
        int signal = scene.signal()[i] ? 1 : 0;
        all[signal]++;
        kept[signal] += keeps[i] ? 1 : 0;
      }
    }
    return String.format("%.1f / %.1f", 100.0 * kept[1] / all[1], 100.0 * kept[0] / all[0]);
  }

  /** A lamp and, apart from it, moving bars: what is left of each. */
  private void printFlicker() {
    List<StageParameters> flicker = List.of(new FlickerParameters(false, 50, 500, 3));
    EventBatch lamp =
        simulation(new FlickeringLamp(WIDTH, HEIGHT, 60, 80, 60, 30, 100, 0.7))
            .withFrames(250)
            .run();
    EventBatch bars = simulation(scenes().get(0)).run();
    out.printf(
        "flicker remove, 50 to 500 Hz, 3 periods: of a lamp at 100 Hz %.1f %% of %d events kept,"
            + " of the bars %.1f %% of %d%n",
        percent(flicker, lamp), lamp.size(), percent(flicker, bars), bars.size());
  }

  private static double percent(List<StageParameters> chain, EventBatch events) {
    int kept = 0;
    for (boolean keeps : keeps(chain, events)) {
      kept += keeps ? 1 : 0;
    }
    return 100.0 * kept / events.size();
  }

  /** Event by event: which of them were kept is then known. */
  private static boolean[] keeps(List<StageParameters> chain, EventBatch events) {
    EventStage[] stages = chain.stream().map(StageParameters::stage).toArray(EventStage[]::new);
    Arrays.stream(stages).forEach(stage -> stage.open(WIDTH, HEIGHT));
    boolean[] keeps = new boolean[events.size()];
    EventBatch one = new EventBatch(1);
    for (int i = 0; i < keeps.length; i++) {
      one.clear();
      one.append(events, i, i + 1);
      for (EventStage stage : stages) {
        stage.process(one, events.t(i), output -> {});
      }
      keeps[i] = one.size() > 0;
    }
    return keeps;
  }
}
