package org.saccade.local.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.saccade.connectors.labelled.LabelledClip;

class ClipNamesTest {
  private static LabelledClip clip(String file, long from) {
    return new LabelledClip(Path.of(file), "wave", "someone", from, from + 10);
  }

  @Test
  void aClipIsNamedByFolderFileAndBeginWhateverElseIsInTheSet() {
    LabelledClip second = clip("/data/set/user01_led.aedat", 2_000);
    assertThat(ClipNames.of(List.of(clip("/data/set/user01_led.aedat", 1_000), second)))
        .containsKeys("set/user01_led.aedat@1000", "set/user01_led.aedat@2000");
    assertThat(ClipNames.of(List.of(second))).containsOnlyKeys("set/user01_led.aedat@2000");
    LabelledClip whole = LabelledClip.whole(Path.of("/data/7/00012.bin"), "7", "00012");
    assertThat(ClipNames.of(List.of(whole))).containsOnlyKeys("7/00012.bin@");
  }

  @Test
  void ofOneNameTheLaterHasAnOrdinal() {
    LabelledClip a = clip("/data/Train/7/00012.bin", 0);
    LabelledClip b = clip("/data/Test/7/00012.bin", 0);
    assertThat(ClipNames.of(List.of(a, b)))
        .containsEntry("7/00012.bin@0", a)
        .containsEntry("7/00012.bin@0#2", b);
  }
}
