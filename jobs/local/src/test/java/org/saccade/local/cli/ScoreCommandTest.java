package org.saccade.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saccade.connectors.recording.UnreadableRecordingException;

class ScoreCommandTest {
  @TempDir Path folder;

  private Path series(String name, int n) throws Exception {
    List<String> lines = new ArrayList<>(List.of("timestamp,value"));
    for (int i = 0; i < n; i++) {
      String value = i == 700 ? "nan?" : "" + (i == 800 ? 1000 : 10 * Math.sin(i * 0.3));
      lines.add(
          "2014-07-01 00:"
              + i / 60 % 60 / 10
              + i / 60 % 10
              + ":"
              + i % 60 / 10
              + i % 10
              + ","
              + value);
    }
    Path file = folder.resolve("in/group/" + name);
    Files.createDirectories(file.getParent());
    return Files.write(file, lines);
  }

  private ScoreCommand command(Path input) {
    ScoreCommand command = new ScoreCommand();
    command.input = input;
    command.output = folder.resolve("out");
    command.runLength = 10;
    return command;
  }

  @Test
  void writesEachSeriesAtItsRelativePathWithItsOwnTextAndScores() throws Exception {
    Path in = series("a.csv", 1000);
    series("b.csv", 20);
    assertThat(command(folder.resolve("in")).call()).isZero();
    assertThat(folder.resolve("out/group/b.csv")).exists();
    List<String> out = Files.readAllLines(folder.resolve("out/group/a.csv"));
    List<String> given = Files.readAllLines(in);
    assertThat(out)
        .hasSize(1001)
        .first()
        .isEqualTo("timestamp,value,raw_score,anomaly_score,drift");
    for (int i = 1; i < out.size(); i++) {
      assertThat(out.get(i)).startsWith(given.get(i) + ",");
      assertThat(out.get(i).split(",")).hasSize(5);
    }
    assertThat(out.get(801).split(",")[3])
        .as("a value a hundred times all others")
        .isEqualTo("1.0");
  }

  @Test
  void saysWhatIsWrongWithAFile() throws Exception {
    Path file = Files.writeString(folder.resolve("x.csv"), "when;value\n1;2\n");
    assertThatThrownBy(() -> command(file).call())
        .isInstanceOf(UnreadableRecordingException.class)
        .hasMessageContaining("x.csv: line 1 is 'when,value', expected the header");
    Files.writeString(file, "timestamp,value\nyesterday,2\n");
    assertThatThrownBy(() -> command(file).call())
        .hasMessageContaining("line 2")
        .hasMessageContaining("'yesterday'");
  }
}
