package org.saccade.connectors.recording.gaze;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.connectors.recording.SampleFormat;
import org.saccade.connectors.recording.SampleFormats;
import org.saccade.connectors.recording.SampleRecording;
import org.saccade.connectors.recording.SampleWriter;
import org.saccade.connectors.recording.UnreadableRecordingException;
import org.saccade.schemas.ChannelType;
import org.saccade.schemas.batch.SampleBatch;

/** What every format of gaze does. */
class GazeFormatContractTest {
  private static final int SAMPLES = 5000;

  @TempDir Path folder;

  static List<GazeCases.Case> formats() {
    return GazeCases.all();
  }

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("recording"), bytes);
  }

  /** Positions of a sample: x and y of the left eye, x and y of the right. */
  private static List<double[]> samples(SampleRecording recording) throws IOException {
    List<double[]> all = new ArrayList<>();
    SampleBatch batch = new SampleBatch();
    var channels = recording.header().channels();
    while (recording.read(batch)) {
      assertThat(recording.firstSample()).isEqualTo(all.size());
      assertThat(recording.firstMicros()).isEqualTo(10_000_000 + 2_000L * all.size());
      for (int i = 0; i < batch.size(); i++) {
        double[] at = new double[4];
        int n = 0;
        for (int c = 0; c < channels.size(); c++) {
          ChannelType type = channels.get(c).type();
          if (type == ChannelType.GAZE_X || type == ChannelType.GAZE_Y) {
            at[n++] = batch.channel(c)[i];
          }
        }
        all.add(at);
      }
    }
    return all;
  }

  private static void assertAreThoseOfTheCase(List<double[]> samples) {
    for (int i = 0; i < samples.size(); i++) {
      double x = GazeCases.xLeft(i);
      double y = GazeCases.yLeft(i);
      boolean seen = i % 40 < 35;
      double[] expected = {seen ? x : Double.NaN, seen ? y : Double.NaN, x + 0.25, y - 0.5};
      assertThat(samples.get(i)).as("sample " + i).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @MethodSource("formats")
  void isFoundByContentAndReadExactly(GazeCases.Case format) throws IOException {
    Path file = file(format.recording(SAMPLES));
    assertThat(SampleFormats.find(file, ReadOptions.DEFAULT).map(SampleFormat::name))
        .contains(format.format());
    try (SampleRecording recording = SampleFormats.open(file, ReadOptions.DEFAULT)) {
      assertThat(recording.header().rate().hz()).isEqualTo(500.0);
      List<double[]> samples = samples(recording);
      assertThat(samples).hasSize(SAMPLES);
      assertAreThoseOfTheCase(samples);
      assertThat(recording.violations().isEmpty()).isTrue();
      assertThat(recording.fraction()).isEqualTo(1.0);
    }
  }

  /** A cut number is another number, so the last sample of a cut file is not looked at. */
  @ParameterizedTest
  @MethodSource("formats")
  void isReadUpToAnyCut(GazeCases.Case format) throws IOException {
    byte[] whole = format.recording(60);
    int read = 0;
    for (int cut = 0; cut < whole.length; cut++) {
      Path file = file(Arrays.copyOf(whole, cut));
      ReadOptions options = ReadOptions.DEFAULT.withFormat(format.format());
      try (SampleRecording recording = SampleFormats.open(file, options)) {
        List<double[]> samples = samples(recording);
        assertThat(samples.size()).isBetween(read - 1, 60);
        read = samples.size();
        assertAreThoseOfTheCase(samples.subList(0, Math.max(0, read - 1)));
      } catch (UnreadableRecordingException e) {
        assertThat(e.getMessage()).doesNotContain("\n");
        assertThat(read).as("samples before cut " + cut).isZero();
      }
    }
    assertThat(read).isBetween(59, 60);
  }

  @ParameterizedTest
  @MethodSource("formats")
  void isReadAsItWasWritten(GazeCases.Case format) throws IOException {
    SampleFormat written = SampleFormats.named(format.format()).orElseThrow();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (SampleRecording recording =
        SampleFormats.open(file(format.recording(SAMPLES)), ReadOptions.DEFAULT)) {
      if (!written.writable()) {
        return;
      }
      try (SampleWriter writer = written.writer(out, recording.header())) {
        SampleBatch batch = new SampleBatch();
        while (recording.read(batch)) {
          writer.write(batch, recording.firstMicros());
        }
      }
    }
    try (SampleRecording again = SampleFormats.open(file(out.toByteArray()), ReadOptions.DEFAULT)) {
      List<double[]> samples = samples(again);
      assertThat(samples).hasSize(SAMPLES);
      assertAreThoseOfTheCase(samples);
    }
  }
}
