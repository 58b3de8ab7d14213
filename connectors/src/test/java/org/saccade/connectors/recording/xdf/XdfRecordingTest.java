package org.saccade.connectors.recording.xdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.saccade.connectors.recording.RecordingMarker;
import org.saccade.connectors.recording.Samples;
import org.saccade.connectors.recording.Samples.Content;
import org.saccade.connectors.recording.Samples.Stretch;
import org.saccade.connectors.recording.UnreadableRecordingException;
import org.saccade.schemas.ChannelType;
import org.saccade.schemas.codec.Violation;
import org.saccade.schemas.packet.SampleChannel;
import org.saccade.schemas.packet.SampleRate;

class XdfRecordingTest {
  private static final int SEED = 7;

  private static XdfFiles tenHertz() {
    return new XdfFiles().stream(1, "EEG", 1, "10", "int16", "");
  }

  @Test
  void stampsThatAreNotThereGoOnByTheNominalRate() throws IOException {
    Content content = Samples.read(tenHertz().samples(1, 5, 1, 2, 3).samples(1, 5.3, -4).open());
    assertThat(content.physical()).containsExactly(List.of(1., 2., 3., -4.));
    assertThat(content.header().rate()).isEqualTo(SampleRate.of(10));
    assertThat(content.stretches()).containsExactly(new Stretch(0, 5_000_000, 4));
    assertThat(content.violations().isEmpty()).isTrue();
  }

  @Test
  void offsetsBringStreamsOntoOneClock() throws IOException {
    Content content =
        Samples.read(
            tenHertz().stream(2, "Markers", 1, "0", "string", "")
                .offset(1, 0, 100)
                .offset(1, 10, 100.01)
                .samples(1, 5, 1, 2)
                .text(2, 105.2, "go, now")
                .open());
    assertThat(content.stretches().get(0).micros()).isEqualTo(105_005_000);
    assertThat(content.markers()).containsExactly(new RecordingMarker(105_200_000, 0, "go, now"));
  }

  @Test
  void anOffsetOverASlowNetworkDoesNotBendTheClock() throws IOException {
    XdfFiles file = tenHertz();
    for (int i = 0; i < 21; i++) {
      file.offset(1, 5 * i, i == 9 ? 1.4 : 1);
    }
    Content content = Samples.read(file.samples(1, 50, 1, 2).open());
    assertThat(content.stretches().get(0).micros()).isBetween(50_999_990L, 51_000_010L);
  }

  @Test
  void aClockThatStartsAgainGoesOnOnTheRecordersClock() throws IOException {
    XdfFiles file = tenHertz();
    for (int i = 0; i < 10; i++) {
      file.offset(1, 1000 + 5 * i, 0);
    }
    for (int i = 0; i < 10; i++) {
      file.offset(1, 3 + 5 * i, 1060);
    }
    Content content = Samples.read(file.samples(1, 1040, 1, 2).samples(1, 5, 3, 4).open());
    assertThat(content.stretches())
        .containsExactly(new Stretch(0, 1_040_000_000, 2), new Stretch(2, 1_065_000_000, 2));
    assertThat(content.violations().get(Violation.CLOCK_RESET)).isEqualTo(1);
  }

  @Test
  void aPauseIsAPauseAndJitterIsNone() throws IOException {
    Content content =
        Samples.read(
            tenHertz().samples(1, 1, 1, 2).samples(1, 1.23, 3, 4).samples(1, 4, 5, 6).open());
    // Least squares through 0, 0.1, 0.23, 0.33: 0.112 s a sample, from -0.003 s on.
    assertThat(content.stretches().get(0).micros()).isEqualTo(997_000);
    Stretch last = content.stretches().get(content.stretches().size() - 1);
    assertThat(last.micros()).isBetween(4_000_000L, 4_100_000L);
    assertThat(content.physical()).containsExactly(List.of(1., 2., 3., 4., 5., 6.));
  }

  @Test
  void aStreamThatDropsSamplesKeepsEachHole() throws IOException {
    String drops =
        "<desc><synchronization><can_drop_samples>true</can_drop_samples></synchronization></desc>";
    Content content =
        Samples.read(
            new XdfFiles()
                .stream(1, "EEG", 1, "10", "int16", drops)
                    .samples(1, 1, 1, 2)
                    .samples(1, 1.4, 3, 4)
                    .open());
    assertThat(content.stretches())
        .containsExactly(new Stretch(0, 1_000_000, 2), new Stretch(2, 1_400_000, 2));
  }

  @Test
  void channelsHaveTheirLabelsKindsAndUnits() throws IOException {
    String channels =
        "<desc><channels><channel><label>Fz</label><unit>microvolts</unit></channel>"
            + "<channel><label>veog</label><type>EOG</type></channel></channels></desc>";
    try (var recording = new XdfFiles().stream(1, "EEG", 3, "10", "float32", channels).open()) {
      assertThat(recording.header().channels())
          .containsExactly(
              SampleChannel.of("Fz", ChannelType.EEG, "uV"),
              SampleChannel.of("veog", ChannelType.EOG, ""),
              SampleChannel.of("ch3", ChannelType.EEG, ""));
    }
  }

  @Test
  void readingGoesOnBehindDamage() throws IOException {
    Content content =
        Samples.read(
            tenHertz()
                .samples(1, 1, 1, 2)
                .bytes((byte) 9, (byte) 9, (byte) 9)
                .boundary()
                .samples(1, 1.2, 3)
                .open());
    assertThat(content.physical()).containsExactly(List.of(1., 2., 3.));
    assertThat(content.violations().get(Violation.BAD_PACKET)).isEqualTo(1);
  }

  @Test
  void whatIsWholeOfACutFileIsRead() throws IOException {
    byte[] all = tenHertz().samples(1, 1, 1, 2).samples(1, 1.2, 3, 4, 5).bytes();
    Content content = Samples.read(XdfFiles.open(Arrays.copyOf(all, all.length - 2)));
    assertThat(content.physical()).containsExactly(List.of(1., 2., 3., 4.));
    assertThat(content.violations().get(Violation.CUT_PACKET)).isEqualTo(1);
    assertThat(content.violations().total()).isEqualTo(1);
  }

  @Test
  void samplesOfNoFixedRateAreMarkers() throws IOException {
    Content content =
        Samples.read(
            new XdfFiles().stream(1, "Trigger", 1, "0", "int16", "").samples(1, 2, 12).open());
    assertThat(content.header().channels()).isEmpty();
    assertThat(content.markers()).containsExactly(new RecordingMarker(2_000_000, 0, "12"));
  }

  @Test
  void aFileWithoutAStreamCannotBeRead() {
    assertThatThrownBy(() -> new XdfFiles().open())
        .isInstanceOf(UnreadableRecordingException.class)
        .hasMessageContaining("no stream");
  }

  @Test
  void namesOfComputersDoNotLeaveTheReader() throws IOException {
    try (var recording =
        new XdfFiles().stream(1, "EEG", 1, "10", "int16", "<hostname>LAB-7</hostname>").open()) {
      assertThat(recording.header().toString()).doesNotContain("LAB-7");
    }
  }

  /** Long form: {@code -Dsaccade.fuzz.cases=1000000}. */
  @Test
  void noMutationOfAFileDoesMoreThanAClearError() throws IOException {
    Random random = new Random(SEED);
    byte[] file =
        tenHertz().stream(2, "Markers", 1, "0", "string", "")
            .offset(1, 0, 100)
            .samples(1, 1, 1, 2, 3)
            .text(2, 1.1, "go")
            .boundary()
            .samples(1, 2, 4, 5, 6)
            .bytes();
    int cases = Integer.getInteger("saccade.fuzz.cases", 2000);
    for (int i = 0; i < cases; i++) {
      byte[] mutated = Arrays.copyOf(file, file.length - random.nextInt(8));
      for (int m = random.nextInt(6); m >= 0; m--) {
        mutated[4 + random.nextInt(mutated.length - 4)] = (byte) random.nextInt(256);
      }
      try {
        Content content = Samples.read(XdfFiles.open(mutated));
        assertThat(content.markers().size()).isLessThan(mutated.length);
      } catch (UnreadableRecordingException e) {
        assertThat(e).hasMessageContaining("stream");
      }
    }
  }
}
