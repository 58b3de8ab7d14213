package org.saccade.connectors.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.saccade.schemas.packet.SampleRate;

/** Public recordings of EEG and MEG give the values that others published or computed. */
class NeuralRecordingsTest {
  private final Path folder = Samples.folder();

  NeuralRecordingsTest() throws IOException {}

  /** Sums of physical values, of edfio's tests. */
  private void checkSums(String file) throws IOException {
    double[] fast = {5786.725274725277, -10889.671062271369, 22995.836874236884};
    double[] slow = {109827, 1028.81, 11160.999999999998, 265812};
    Samples.Content hundred = Samples.read(folder.resolve(file));
    Samples.Content one = Samples.read(folder.resolve(file), new SampleOptions(1, false));
    assertThat(hundred.header().rate()).isEqualTo(SampleRate.of(100));
    assertThat(one.header().rate()).isEqualTo(SampleRate.of(1));
    for (int c = 0; c < fast.length; c++) {
      assertThat(hundred.sum(c)).isCloseTo(fast[c], within(1e-6));
    }
    for (int c = 0; c < slow.length; c++) {
      assertThat(one.sum(c)).isCloseTo(slow[c], within(1e-6));
    }
    assertThat(hundred.header().epochMicros()).isEqualTo(609_437_580_000_000L);
  }

  @Test
  void edfGivesThePublishedSums() throws IOException {
    if (folder != null) {
      checkSums("edf/short_psg.edf");
    }
  }

  @Test
  void bdfGivesTheSameSums() throws IOException {
    if (folder != null) {
      checkSums("bdf/short_psg.bdf");
    }
  }

  @Test
  void aHypnogramIsItsTexts() throws IOException {
    if (folder == null) {
      return;
    }
    Samples.Content stages = Samples.read(folder.resolve("edf/SC4001EC-Hypnogram.edf"));
    assertThat(stages.markers()).hasSize(154);
    assertThat(stages.markers().subList(0, 2))
        .containsExactly(
            new RecordingMarker(0, 30_630_000_000L, "Sleep stage W"),
            new RecordingMarker(30_630_000_000L, 120_000_000, "Sleep stage 1"));
  }

  @Test
  void textsOfTheEdfPlusFileAreThoseOfItsReaders() throws IOException {
    if (folder == null) {
      return;
    }
    Samples.Content test = Samples.read(folder.resolve("edf/test.edf"));
    assertThat(test.header().channels()).hasSize(139);
    assertThat(test.markers())
        .containsExactlyInAnyOrder(
            new RecordingMarker(0, 0, "start"),
            new RecordingMarker(134_400, 256_000, "type A"),
            new RecordingMarker(390_400, 1_000_000, "type A"),
            new RecordingMarker(2_000_000, 0, "type B"),
            new RecordingMarker(2_500_000, 2_500_000, "type A"));
  }

  @Test
  void aStartWithinASecondIsKept() throws IOException {
    if (folder == null) {
      return;
    }
    Samples.Content content = Samples.read(folder.resolve("edf/test_subsecond.edf"));
    assertThat(content.header().epochMicros() % 1_000_000).isEqualTo(394_531);
    assertThat(content.markers().get(0)).isEqualTo(new RecordingMarker(1_951_172, 0, "XLSpike"));
    assertThat(content.stretches()).containsExactly(new Samples.Stretch(0, 0, 89_344));
  }

  @Test
  void ratesMayBeFractions() throws IOException {
    if (folder == null) {
      return;
    }
    Path file = folder.resolve("bdf/test_generator_datarec_generator_2.bdf");
    try (SampleRecording recording = SampleFormats.open(file, ReadOptions.DEFAULT)) {
      assertThat(recording.signals().stream().map(s -> s.rate().hz()).toList())
          .containsExactly(500., 400., 250., 487.5, 499.5);
    }
    Samples.Content uneven = Samples.read(folder.resolve("edf/test_uneven_samp.edf"));
    assertThat(uneven.sum(0)).isCloseTo(26.318359, within(1e-5));
    Samples.Content block =
        Samples.read(folder.resolve("edf/test_uneven_samp.edf"), new SampleOptions(1, false));
    assertThat(block.header().rate()).isEqualTo(new SampleRate(64, 5));
    assertThat(block.sum(0)).isCloseTo(704.0, within(1e-6));
  }

  @Test
  void biosemiSamplesAreThoseOfEeglab() throws IOException {
    if (folder == null) {
      return;
    }
    Samples.Content content = Samples.read(folder.resolve("bdf/mne_test.bdf"));
    assertThat(content.physical()).hasSize(73);
    assertThat(content.physical().get(0).get(0)).isCloseTo(14660.582285, within(1e-6));
    assertThat(content.markers().stream().map(RecordingMarker::text).toList())
        .isEqualTo(List.of("128"));
  }
}
