package org.saccade.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.saccade.jobs.config.ConfigurationException;
import org.saccade.jobs.config.JobConfiguration;
import org.saccade.operators.corner.CornerParameters;
import org.saccade.operators.flow.FlowParameters;
import org.saccade.operators.frame.FrameContent;
import org.saccade.operators.frame.FrameParameters;
import org.saccade.operators.slice.Slicing;
import org.saccade.operators.stage.StageParameters;
import org.saccade.operators.track.TrackParameters;

class VisionStagesTest {
  private static List<StageParameters> chain(String... assignments) {
    List<String> all = new java.util.ArrayList<>(List.of(assignments));
    all.addAll(List.of("events.refractory=off", "events.background=off", "features.rates=off"));
    return StageSettings.chain(JobConfiguration.load(null, Map.of(), all));
  }

  @Test
  void whatIsSwitchedOnHasTheModelsOwnDefaults() {
    assertThat(
            chain(
                "events.flow=plane",
                "events.tracks=clusters",
                "events.corners=arc",
                "events.frames=histogram",
                "events.time-surface=exponential"))
        .containsExactly(
            FrameParameters.of(FrameContent.EXPONENTIAL, Slicing.every(10_000)),
            FrameParameters.of(FrameContent.HISTOGRAM, Slicing.every(20_000)),
            FlowParameters.DEFAULTS,
            TrackParameters.DEFAULTS,
            CornerParameters.DEFAULTS);
  }

  @Test
  void framesAreSlicedByTimeByCountOrByBoth() {
    assertThat(
            chain(
                "events.frames=decay",
                "events.frames.micros=0",
                "events.frames.count=500",
                "events.frames.tau.micros=7",
                "events.frames.polarities=apart",
                "events.frames.binning=4"))
        .containsExactly(new FrameParameters(FrameContent.DECAY, Slicing.of(500), true, 7, 4));
    assertThat(chain("events.frames=polarity", "events.frames.count=500"))
        .containsExactly(FrameParameters.of(FrameContent.POLARITY, new Slicing(20_000, 500)));
  }

  @Test
  void numbersThatDoNotGoTogetherAreAnErrorThatNamesTheKeys() {
    assertThatThrownBy(() -> chain("events.frames=decay", "events.frames.micros=0"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "configuration: events.frames.micros=0 and events.frames.count=0:"
                + " a slice would never end; set one of them");
    assertThatThrownBy(
            () -> chain("events.time-surface=last-time", "events.time-surface.binning=3"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "configuration: events.time-surface.binning=3 must be one of 1, 2, 4, 8, 16, 32, 64");
    assertThatThrownBy(
            () -> chain("events.flow=plane", "events.flow.radius=1", "events.flow.least.events=10"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "configuration: events.flow.least.events=10 must be at most the 9 pixels of"
                + " events.flow.radius=1");
  }
}
