package org.saccade.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.saccade.jobs.config.ConfigurationException;
import org.saccade.jobs.config.EventSettings;
import org.saccade.jobs.config.JobConfiguration;
import org.saccade.jobs.config.Setting;
import org.saccade.jobs.config.VisionSettings;
import org.saccade.operators.filter.BackgroundActivity;
import org.saccade.operators.filter.BackgroundActivityParameters;
import org.saccade.operators.filter.CorrelationParameters;
import org.saccade.operators.filter.CropParameters;
import org.saccade.operators.filter.DecimationParameters;
import org.saccade.operators.filter.DownsampleParameters;
import org.saccade.operators.filter.FlickerParameters;
import org.saccade.operators.filter.Flip;
import org.saccade.operators.filter.FlipParameters;
import org.saccade.operators.filter.HotPixelParameters;
import org.saccade.operators.filter.Polarity;
import org.saccade.operators.filter.PolarityParameters;
import org.saccade.operators.filter.Rectangle;
import org.saccade.operators.filter.Refractory;
import org.saccade.operators.filter.RefractoryParameters;
import org.saccade.operators.filter.RegionParameters;
import org.saccade.operators.filter.Trail;
import org.saccade.operators.filter.TrailParameters;
import org.saccade.operators.limit.RateLimitParameters;
import org.saccade.operators.rate.RateParameters;
import org.saccade.operators.stage.StageParameters;

/** The chain of stages that a configuration says: a row a stage. */
final class StageSettings {
  private static final String OFF = "off";

  /**
   * @param key the stage's own: its name in the chain, and off or which variant it is
   * @param make the stage's parameters, from its variant and its other keys
   */
  private record Row(
      Setting<String> key, BiFunction<String, JobConfiguration, StageParameters> make) {

    String name() {
      return key.key().substring("events.".length());
    }
  }

  private static final List<Row> ROWS =
      List.of(
          new Row(
              EventSettings.REGION,
              (v, c) -> new RegionParameters(v.equals("keep"), rectangles(c))),
          new Row(EventSettings.CROP, (v, c) -> new CropParameters(Rectangle.parse(v))),
          new Row(EventSettings.FLIP, (v, c) -> new FlipParameters(constant(Flip.class, v))),
          new Row(
              EventSettings.DOWNSAMPLE, (v, c) -> new DownsampleParameters(Integer.parseInt(v))),
          new Row(
              EventSettings.POLARITY,
              (v, c) -> new PolarityParameters(constant(Polarity.class, v))),
          new Row(
              EventSettings.HOT_PIXELS,
              (v, c) ->
                  new HotPixelParameters(
                      v.equals("mask"),
                      c.get(EventSettings.HOT_PIXELS_HZ),
                      c.get(EventSettings.HOT_PIXELS_RATIO).intValue(),
                      1000 * c.get(EventSettings.HOT_PIXELS_MILLIS))),
          new Row(
              EventSettings.FLICKER,
              (v, c) ->
                  new FlickerParameters(
                      v.equals("keep"),
                      c.get(EventSettings.FLICKER_FROM).intValue(),
                      c.get(EventSettings.FLICKER_TO).intValue(),
                      c.get(EventSettings.FLICKER_PERIODS).intValue())),
          new Row(
              EventSettings.TRAIL,
              (v, c) ->
                  new TrailParameters(constant(Trail.class, v), c.get(EventSettings.TRAIL_MICROS))),
          new Row(
              EventSettings.REFRACTORY,
              (v, c) ->
                  new RefractoryParameters(
                      constant(Refractory.class, v), c.get(EventSettings.REFRACTORY_MICROS))),
          new Row(
              EventSettings.BACKGROUND,
              (v, c) ->
                  new BackgroundActivityParameters(
                      constant(BackgroundActivity.class, v),
                      c.get(EventSettings.BACKGROUND_MICROS))),
          new Row(
              EventSettings.CORRELATION,
              (v, c) ->
                  new CorrelationParameters(
                      v.startsWith("eight") ? 1 : 2,
                      v.endsWith("-and-self"),
                      c.get(EventSettings.CORRELATION_SUPPORT).intValue(),
                      c.get(EventSettings.CORRELATION_MICROS),
                      c.get(EventSettings.CORRELATION_POLARITY).equals("same"))),
          new Row(EventSettings.DECIMATION, (v, c) -> new DecimationParameters(Long.parseLong(v))),
          new Row(
              EventSettings.RATE_LIMIT,
              (v, c) ->
                  RateLimitParameters.of(
                      c.get(EventSettings.RATE_LIMIT_RATE),
                      c.get(EventSettings.RATE_LIMIT_MICROS))),
          new Row(VisionSettings.SURFACE, (v, c) -> VisionStages.timeSurface(c)),
          new Row(VisionSettings.FRAMES, (v, c) -> VisionStages.frames(c)),
          new Row(VisionSettings.FLOW, (v, c) -> VisionStages.flow(c)),
          new Row(VisionSettings.TRACKS, (v, c) -> VisionStages.tracks(c)),
          new Row(VisionSettings.CORNERS, (v, c) -> VisionStages.corners(c)));

  private StageSettings() {}

  /**
   * @throws ConfigurationException if a stage's numbers do not go together, or if a stage is
   *     switched on that the chain does not name
   */
  static List<StageParameters> chain(JobConfiguration configuration) {
    List<String> order = configuration.get(EventSettings.CHAIN);
    List<StageParameters> chain = new ArrayList<>();
    for (String name : order) {
      Row row = ROWS.stream().filter(r -> r.name().equals(name)).findFirst().orElseThrow();
      if (!configuration.get(row.key).equals(OFF)) {
        chain.add(make(row, configuration));
      }
    }
    for (Row row : ROWS) {
      if (configuration.isSet(row.key) && !order.contains(row.name())) {
        refuseUnlessOff(row, configuration.get(row.key));
      }
    }
    RateParameters rates =
        new RateParameters(1000 * configuration.get(EventSettings.FEATURE_MILLIS));
    switch (configuration.get(EventSettings.RATES)) {
      case "before-filters" -> chain.add(0, rates);
      case "after-filters" -> chain.add(rates);
      default -> {
        // No rates.
      }
    }
    return chain;
  }

  private static StageParameters make(Row row, JobConfiguration configuration) {
    try {
      return row.make.apply(configuration.get(row.key), configuration);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new ConfigurationException("configuration: " + row.key.key() + ": " + e.getMessage());
    }
  }

  private static void refuseUnlessOff(Row row, String value) {
    if (!value.equals(OFF)) {
      throw new ConfigurationException(
          String.format(
              "configuration: %s=%s, but %s does not name %s",
              row.key.key(), value, EventSettings.CHAIN.key(), row.name()));
    }
  }

  private static List<Rectangle> rectangles(JobConfiguration configuration) {
    return Stream.of(configuration.get(EventSettings.REGION_RECTANGLES).split(","))
        .filter(text -> !text.isBlank())
        .map(Rectangle::parse)
        .toList();
  }

  static <E extends Enum<E>> E constant(Class<E> type, String choice) {
    return Enum.valueOf(type, choice.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
