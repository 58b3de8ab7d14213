package org.saccade.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saccade.jobs.config.ConfigurationException;
import org.saccade.jobs.config.JobConfiguration;
import org.saccade.jobs.config.Setting;
import org.saccade.jobs.config.Settings;
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

class StageSettingsTest {
  private static final StageParameters REFRACTORY =
      new RefractoryParameters(Refractory.LAST_KEPT, 100);
  private static final StageParameters BACKGROUND =
      new BackgroundActivityParameters(BackgroundActivity.EIGHT_NEIGHBOURS, 10_000);
  private static final StageParameters RATES = new RateParameters(100_000);

  private static List<StageParameters> chain(String... assignments) {
    return StageSettings.chain(JobConfiguration.load(null, Map.of(), List.of(assignments)));
  }

  @Test
  void byDefaultEventsGoThroughTheRefractoryAndTheBackgroundFilterAndAreCounted() {
    assertThat(chain()).containsExactly(REFRACTORY, BACKGROUND, RATES);
  }

  @Test
  void theOrderIsThatOfTheChainAndAStageThatIsOffIsNotInIt() {
    assertThat(chain("events.chain=background,refractory"))
        .containsExactly(BACKGROUND, REFRACTORY, RATES);
    assertThat(chain("events.refractory=off", "features.rates=before-filters"))
        .containsExactly(RATES, BACKGROUND);
    assertThat(chain("events.chain=", "features.rates=off")).isEmpty();
  }

  @Test
  void inAFileTheChainIsASequenceOrTextAndAStageAMapOrDottedKeys(@TempDir Path folder)
      throws Exception {
    for (String text :
        List.of(
            "events:\n  chain: [background, refractory]\n  refractory.micros: 7\n",
            "events.chain: background, refractory\nevents.refractory.micros: 7\n",
            "events.chain:\n- background\n- refractory\nevents:\n  refractory.micros: 7\n")) {
      Path file = Files.writeString(folder.resolve("c.yaml"), text);
      assertThat(StageSettings.chain(JobConfiguration.load(file, Map.of(), List.of())))
          .containsExactly(BACKGROUND, new RefractoryParameters(Refractory.LAST_KEPT, 7), RATES);
    }
  }

  @Test
  void aStageThatIsSwitchedOnButNotInTheChainIsAnError() {
    assertThatThrownBy(() -> chain("events.chain=refractory", "events.background=four-neighbours"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "configuration: events.background=four-neighbours,"
                + " but events.chain does not name background");
  }

  @Test
  void anUnknownStageOrOneThatIsThereTwiceIsAnError() {
    assertThatThrownBy(() -> chain("events.chain=refractory, sharpen"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("configuration: events.chain=refractory, sharpen must be some of ");
    assertThatThrownBy(() -> chain("events.chain=refractory,refractory"))
        .isInstanceOf(ConfigurationException.class);
  }

  @Test
  void everyStageOfTheChainCanBeSwitchedOnByItsKey() {
    assertThat(
            chain(
                "events.region=keep",
                "events.region.rectangles=320x240+0+0, 1x1+7+8",
                "events.crop=320x240+10+20",
                "events.flip=both",
                "events.downsample=2",
                "events.polarity=keep-on",
                "events.hot-pixels=mask",
                "events.flicker=remove",
                "events.trail=second-and-later",
                "events.correlation=twenty-four-neighbours-and-self",
                "events.correlation.support=3",
                "events.correlation.polarity=same",
                "events.decimation=4",
                "events.rate-limit=drop"))
        .containsExactly(
            new RegionParameters(
                true, List.of(new Rectangle(0, 0, 320, 240), new Rectangle(7, 8, 1, 1))),
            new CropParameters(new Rectangle(10, 20, 320, 240)),
            new FlipParameters(Flip.BOTH),
            new DownsampleParameters(2),
            new PolarityParameters(Polarity.KEEP_ON),
            new HotPixelParameters(true, 100, 5, 1_000_000),
            new FlickerParameters(false, 50, 500, 3),
            new TrailParameters(Trail.SECOND_AND_LATER, 10_000),
            REFRACTORY,
            BACKGROUND,
            new CorrelationParameters(2, true, 3, 10_000, true),
            new DecimationParameters(4),
            new RateLimitParameters(10_000, 1_000),
            RATES);
  }

  @Test
  void everyVariantThatTheConfigurationOffersIsOneOfTheModel() {
    for (Setting<?> setting : Settings.all()) {
      if (setting.key().startsWith("events.") && setting.type().startsWith("one of ")) {
        for (String choice : setting.type().substring("one of ".length()).split(", ")) {
          assertThat(chain(setting.key() + "=" + choice, "events.region.rectangles=1x1+0+0"))
              .as(setting.key() + "=" + choice)
              .isNotNull();
        }
      }
    }
  }

  @Test
  void numbersThatDoNotGoTogetherAreAnErrorThatNamesTheStage() {
    assertThatThrownBy(() -> chain("events.region=keep"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "configuration: events.region: number of rectangles=0 must be between 1 and 4096");
    assertThatThrownBy(() -> chain("events.flicker=keep", "events.flicker.from.hz=900"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("configuration: events.flicker: minimumHz=900 must be between 1 and 500");
    assertThatThrownBy(() -> chain("events.rate-limit=drop", "events.rate-limit.per.second=5"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("configuration: events.rate-limit: 5 events a second are 0 in");
    assertThatThrownBy(() -> chain("events.crop=10x10"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("configuration: events.crop=10x10 must be off or WIDTHxHEIGHT+LEFT+TOP");
  }
}
