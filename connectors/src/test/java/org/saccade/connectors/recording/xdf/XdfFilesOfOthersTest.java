package org.saccade.connectors.recording.xdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.connectors.recording.SampleFormats;
import org.saccade.connectors.recording.SampleRecording;
import org.saccade.connectors.recording.Samples;
import org.saccade.connectors.recording.Samples.Content;
import org.saccade.schemas.batch.SampleBatch;
import org.saccade.schemas.codec.Violation;

/**
 * The example files of xdf-modules give the values and times of pyxdf 1.17.5, as {@code
 * pyxdf.load_xdf(file)} prints them.
 */
class XdfFilesOfOthersTest {
  private static final long CLOSE = 2;
  private final Path folder = Samples.folder();

  XdfFilesOfOthersTest() throws IOException {}

  @Test
  void aRestartedComputerStaysOnTheRecordersClock() throws IOException {
    if (folder == null) {
      return;
    }
    Path file = folder.resolve("xdf/clock_resets.xdf");
    Content content = Samples.read(file);
    assertThat(content.physical()).hasSize(8);
    assertThat(content.physical().get(0)).hasSize(27_815);
    assertThat(content.sum(0)).isCloseTo(13892.09668432305, within(1e-6));
    assertThat(content.sum(7)).isCloseTo(13841.34983786699, within(1e-6));
    assertThat(content.header().rate().hz()).isCloseTo(92.93436959100157, within(1e-5));
    assertThat(content.violations().get(Violation.CLOCK_RESET)).isEqualTo(1);
    assertThat(content.markers()).hasSize(175);
    assertThat(content.markers().get(0).micros()).isCloseTo(812_927_904, within(CLOSE));
    assertThat(content.markers().get(88).micros()).isCloseTo(945_589_597, within(CLOSE));
    assertThat(content.markers().get(174).micros()).isCloseTo(1_380_819_451, within(CLOSE));
    assertThat(content.markers().get(88).text()).isEqualTo("Marker");
    long[] micros = micros(file, content.physical().get(0).size());
    assertThat(micros[0]).isCloseTo(810_029_792, within(CLOSE));
    assertThat(micros[5000]).isCloseTo(863_655_542, within(CLOSE));
    assertThat(micros[12_875]).isCloseTo(948_116_099, within(CLOSE));
    assertThat(micros[12_876]).isCloseTo(1_221_994_857, within(CLOSE));
    assertThat(micros[20_000]).isCloseTo(1_298_866_818, within(CLOSE));
    assertThat(micros[27_814]).isCloseTo(1_383_184_266, within(CLOSE));
  }

  @Test
  void theSmallestFileIsReadWhole() throws IOException {
    if (folder == null) {
      return;
    }
    Path file = folder.resolve("xdf/minimal.xdf");
    Content content = Samples.read(file);
    assertThat(content.physical()).hasSize(3);
    assertThat(content.physical().stream().map(c -> c.get(0)).toList())
        .containsExactly(192., 255., 238.);
    long[] micros = micros(file, 9);
    assertThat(micros[0]).isCloseTo(5_000_000, within(CLOSE));
    assertThat(micros[8]).isCloseTo(5_800_000, within(CLOSE));
    assertThat(content.markers()).hasSize(9);
    assertThat(content.markers().get(0).micros()).isEqualTo(5_100_000);
  }

  @Test
  void streamsWithoutASampleDoNoHarm() throws IOException {
    if (folder == null) {
      return;
    }
    Path file = folder.resolve("xdf/empty_streams.xdf");
    Content content = Samples.read(file);
    assertThat(content.physical().get(0)).containsExactly(0., 1., 2., 3., 4., 5., 6., 7., 8., 9.);
    assertThat(content.markers().get(0).text()).isEqualTo("{\"state\": 2}");
    assertThat(content.markers().get(0).micros()).isCloseTo(91_725_013_993L, within(CLOSE));
    long[] micros = micros(file, 10);
    assertThat(micros[0]).isCloseTo(91_725_213_925L, within(CLOSE));
    assertThat(micros[9]).isCloseTo(91_734_213_918L, within(CLOSE));
  }

  private static long[] micros(Path file, int samples) throws IOException {
    long[] micros = new long[samples];
    SampleBatch batch = new SampleBatch();
    try (SampleRecording recording = SampleFormats.open(file, ReadOptions.DEFAULT)) {
      while (recording.read(batch)) {
        for (int i = 0; i < batch.size(); i++) {
          micros[(int) recording.firstSample() + i] =
              recording.firstMicros() + recording.header().rate().micros(i);
        }
      }
    }
    return micros;
  }
}
