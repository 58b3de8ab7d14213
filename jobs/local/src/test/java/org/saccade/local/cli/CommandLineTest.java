package org.saccade.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Help, version, and the names that other people's scripts depend on. */
class CommandLineTest {
  private static List<CommandLine> commands() {
    return List.copyOf(Saccade.commandLine().getSubcommands().values());
  }

  @Test
  void theVersionIsTheOneOfTheBuild() {
    Told told = Told.by("--version");

    assertThat(told.status()).isZero();
    assertThat(told.outLines().get(0)).matches("saccade \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
  }

  @Test
  void everyCommandTellsItsOptions() {
    assertThat(commands()).isNotEmpty();
    for (CommandLine command : commands()) {
      Told told = Told.by(command.getCommandName(), "--help");

      assertThat(told.status()).isZero();
      assertThat(told.err()).isEmpty();
      assertThat(told.out()).contains("Usage: saccade " + command.getCommandName());
      for (OptionSpec option : command.getCommandSpec().options()) {
        assertThat(told.out()).contains(option.longestName());
      }
    }
  }

  @Test
  void theListOfCommandsHasOneSentenceEach() {
    Told told = Told.by();

    assertThat(told.status()).isZero();
    for (CommandLine command : commands()) {
      String[] header = command.getCommandSpec().usageMessage().header();
      assertThat(header).hasSize(1);
      assertThat(header[0]).endsWith(".");
      assertThat(told.out()).contains("  " + command.getCommandName());
    }
  }

  @Test
  void choicesAreShownAsTheyAreTyped() {
    List<String> choices = new ArrayList<>();
    for (CommandLine command : commands()) {
      for (OptionSpec option : command.getCommandSpec().options()) {
        if (option.type().isEnum()) {
          assertThat(option.paramLabel()).isEqualTo(Choices.names(option.type()));
          choices.add(option.longestName());
        }
      }
    }
    assertThat(choices)
        .contains("--items", "--format", "--time-origin", "--from", "--epoch", "--out-of-frame");
  }
}
