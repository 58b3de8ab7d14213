package org.saccade.jobs;

import org.saccade.jobs.config.ConfigurationException;
import org.saccade.jobs.config.JobConfiguration;
import org.saccade.jobs.config.Setting;
import org.saccade.jobs.config.VisionSettings;
import org.saccade.operators.corner.CornerParameters;
import org.saccade.operators.corner.Corners;
import org.saccade.operators.flow.FlowParameters;
import org.saccade.operators.frame.FrameContent;
import org.saccade.operators.frame.FrameParameters;
import org.saccade.operators.slice.Slicing;
import org.saccade.operators.stage.StageParameters;
import org.saccade.operators.track.TrackParameters;

/** The parameters of the stages that see, from the configuration. */
final class VisionStages {
  private VisionStages() {}

  static StageParameters timeSurface(JobConfiguration c) {
    return frames(
        c,
        VisionSettings.SURFACE,
        slicing(c, VisionSettings.SURFACE_MICROS, VisionSettings.SURFACE_COUNT),
        VisionSettings.SURFACE_POLARITIES,
        VisionSettings.SURFACE_TAU,
        VisionSettings.SURFACE_BINNING);
  }

  static StageParameters frames(JobConfiguration c) {
    return frames(
        c,
        VisionSettings.FRAMES,
        slicing(c, VisionSettings.FRAMES_MICROS, VisionSettings.FRAMES_COUNT),
        VisionSettings.FRAMES_POLARITIES,
        VisionSettings.FRAMES_TAU,
        VisionSettings.FRAMES_BINNING);
  }

  private static StageParameters frames(
      JobConfiguration c,
      Setting<String> content,
      Slicing slicing,
      Setting<String> polarities,
      Setting<Long> tau,
      Setting<Long> binning) {
    if (Long.bitCount(c.get(binning)) != 1) {
      throw new ConfigurationException(
          String.format(
              "configuration: %s=%d must be one of 1, 2, 4, 8, 16, 32, 64",
              binning.key(), c.get(binning)));
    }
    return new FrameParameters(
        StageSettings.constant(FrameContent.class, c.get(content)),
        slicing,
        c.get(polarities).equals("apart"),
        c.get(tau),
        c.get(binning).intValue());
  }

  private static Slicing slicing(JobConfiguration c, Setting<Long> micros, Setting<Long> count) {
    if (c.get(micros) == 0 && c.get(count) == 0) {
      throw new ConfigurationException(
          String.format(
              "configuration: %s=0 and %s=0: a slice would never end; set one of them",
              micros.key(), count.key()));
    }
    return new Slicing(c.get(micros), c.get(count));
  }

  static StageParameters flow(JobConfiguration c) {
    long side = 2 * c.get(VisionSettings.FLOW_RADIUS) + 1;
    if (c.get(VisionSettings.FLOW_LEAST) > side * side) {
      throw new ConfigurationException(
          String.format(
              "configuration: %s=%d must be at most the %d pixels of %s=%d",
              VisionSettings.FLOW_LEAST.key(),
              c.get(VisionSettings.FLOW_LEAST),
              side * side,
              VisionSettings.FLOW_RADIUS.key(),
              c.get(VisionSettings.FLOW_RADIUS)));
    }
    return new FlowParameters(
        c.get(VisionSettings.FLOW_RADIUS).intValue(),
        c.get(VisionSettings.FLOW_WINDOW),
        c.get(VisionSettings.FLOW_REFRACTORY),
        FlowParameters.DEFAULTS.rejectPixels(),
        c.get(VisionSettings.FLOW_LEAST).intValue(),
        c.get(VisionSettings.FLOW_MOST),
        slicing(c, VisionSettings.FLOW_MICROS, VisionSettings.FLOW_COUNT));
  }

  static StageParameters tracks(JobConfiguration c) {
    return new TrackParameters(
        c.get(VisionSettings.TRACKS_RADIUS).intValue(),
        c.get(VisionSettings.TRACKS_WINDOW),
        c.get(VisionSettings.TRACKS_LEAST).intValue(),
        c.get(VisionSettings.TRACKS_BIRTH).intValue(),
        c.get(VisionSettings.TRACKS_COAST).intValue(),
        c.get(VisionSettings.TRACKS_MOST).intValue(),
        c.get(VisionSettings.TRACKS_ACCELERATION),
        c.get(VisionSettings.TRACKS_MEASUREMENT));
  }

  static StageParameters corners(JobConfiguration c) {
    Corners corners = StageSettings.constant(Corners.class, c.get(VisionSettings.CORNERS));
    boolean published = corners == Corners.FAST && !c.isSet(VisionSettings.CORNERS_KAPPA);
    return new CornerParameters(
        corners,
        published ? CornerParameters.FAST.kappaMicros() : c.get(VisionSettings.CORNERS_KAPPA),
        c.get(VisionSettings.CORNERS_OUTPUT).equals("beside"));
  }
}
