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
import org.saccade.operators.filter.BackgroundActivity;
import org.saccade.operators.filter.BackgroundActivityParameters;
import org.saccade.operators.filter.Refractory;
import org.saccade.operators.filter.RefractoryParameters;
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
}
