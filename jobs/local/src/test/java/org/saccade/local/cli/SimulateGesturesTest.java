package org.saccade.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saccade.connectors.labelled.ClipEvents;
import org.saccade.connectors.labelled.Dvs128Gesture;
import org.saccade.connectors.labelled.LabelledClip;
import org.saccade.connectors.labelled.LabelledData;
import org.saccade.connectors.labelled.Split;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.schemas.batch.EventBatch;

class SimulateGesturesTest {
  @TempDir Path folder;

  private Told simulate(String name, String... options) {
    String[] start = {"simulate", "gestures", "--output", folder.resolve(name).toString()};
    return Told.by(Stream.concat(Stream.of(start), Stream.of(options)).toArray(String[]::new));
  }

  private LabelledData made(String name, String... options) throws IOException {
    Told told = simulate(name, options);
    assertThat(told.status()).as(told.err()).isZero();
    LabelledData found = LabelledData.read(folder.resolve(name));
    assertThat(found.remarks()).isEmpty();
    return found;
  }

  @Test
  void bothLayoutsHoldTheSameLabelledEvents() throws IOException {
    String[] small = {"--subjects", "2", "--seconds", "0.1", "--others", "2"};
    LabelledData trials = made("trials", small);
    assertThat(trials.set().classes()).isEqualTo(Dvs128Gesture.CLASSES);
    assertThat(trials.set().clips()).hasSize(24);
    Split official = trials.official().orElseThrow();
    assertThat(official.train().subjects()).containsExactly("user01");
    assertThat(official.test().subjects()).containsExactly("user02");

    LabelledData clips =
        made(
            "clips", "--subjects", "2", "--seconds", "0.1", "--others", "2", "--layout", "folders");
    assertThat(clips.set().clips()).hasSize(24);
    assertThat(clips.set().subjects()).containsExactlyInAnyOrder("user01", "user02");
    for (String name : List.of("right_arm_clockwise", "hand_clapping")) {
      EventBatch one = events(trials, name);
      assertThat(one.size()).isGreaterThan(50);
      assertThat(events(clips, name)).isEqualTo(one);
    }
    Told info = Told.by("info", folder.resolve("trials/user01_led.aedat").toString());
    assertThat(info.out()).contains("128x128").contains("Source 1 DVS128");

    // Once more: the same bytes.
    made("again", small);
    for (String file : List.of("user02_natural.aedat", "user02_natural_labels.csv")) {
      assertThat(folder.resolve("again").resolve(file))
          .hasSameBinaryContentAs(folder.resolve("trials").resolve(file));
    }
  }

  private static EventBatch events(LabelledData data, String label) throws IOException {
    LabelledClip clip =
        data.set()
            .where(c -> c.label().equals(label) && c.subject().equals("user02"))
            .clips()
            .get(0);
    return ClipEvents.read(clip, ReadOptions.DEFAULT);
  }

  @Test
  void knobsChangeTheEvents() throws IOException {
    String[] base = {"--subjects", "1", "--seconds", "0.1", "--layout", "folders", "--others", "0"};
    long usual = count(made("usual", base));
    long half = count(made("half", with(base, "--keep", "0.5")));
    long noisy = count(made("noisy", with(base, "--noise-events", "0.3")));
    assertThat((double) half / usual).isBetween(0.47, 0.53);
    // Noise is as dense between the gestures, which are not in the files.
    assertThat((double) noisy / usual).isBetween(1.05, 1.4);
    LabelledData small = made("small", with(base, "--size", "64x48", "--output-format", "evt3"));
    assertThat(small.set().clips()).hasSize(10);
    assertThat(Told.by("info", small.set().clips().get(0).recording().toString()).out())
        .contains("evt3")
        .contains("64x48");
  }

  private static String[] with(String[] base, String... more) {
    return Stream.concat(Stream.of(base), Stream.of(more)).toArray(String[]::new);
  }

  private static long count(LabelledData data) throws IOException {
    long[] sum = new long[1];
    ClipEvents.forEach(
        data.set().clips(), ReadOptions.DEFAULT, (clip, header, events) -> sum[0] += events.size());
    return sum[0];
  }

  @Test
  void whatCannotBeMadeIsRefusedInOneLine() throws IOException {
    Files.createDirectories(folder.resolve("full/x"));
    assertRefused(simulate("full"), "full: is there already");
    assertRefused(simulate("a", "--size", "64x64"), "--size 64x64: AEDAT 3.1 says");
    assertRefused(simulate("a", "--size", "64"), "--size 64: expected WxH");
    assertRefused(simulate("a", "--others", "21"), "--others 21: expected 0 to 20");
    assertRefused(simulate("a", "--subjects", "0"), "subjects=0 must be between 1");
    assertRefused(simulate("a", "--keep", "2"), "keep=2.0 must be above 0");
    assertRefused(simulate("a", "--output-format", "dat2"), "--output-format dat2");
    assertRefused(Told.by("simulate"), "simulate: name what to simulate: gestures");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(folder.resolve("full"));
    }
  }

  private static void assertRefused(Told told, String message) {
    assertThat(told.status()).isEqualTo(2);
    assertThat(told.err().lines()).hasSize(1);
    assertThat(told.err()).contains(message);
  }
}
