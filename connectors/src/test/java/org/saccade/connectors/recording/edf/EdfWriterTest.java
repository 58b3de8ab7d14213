package org.saccade.connectors.recording.edf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saccade.connectors.recording.CannotHoldException;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.connectors.recording.RecordingMarker;
import org.saccade.connectors.recording.SampleContents;
import org.saccade.connectors.recording.SampleCopy;
import org.saccade.connectors.recording.SampleFormats;
import org.saccade.connectors.recording.SampleRecording;
import org.saccade.connectors.recording.SampleSource;
import org.saccade.schemas.ChannelType;
import org.saccade.schemas.batch.SampleBatch;
import org.saccade.schemas.packet.SampleChannel;

/** What is written as EDF+ or BDF+ is read back as it was. */
class EdfWriterTest {
  @TempDir Path folder;

  private Path written(Path in, String format, ReadOptions options) throws IOException {
    Path out = folder.resolve("out." + format);
    copy(in, format, options, out);
    return out;
  }

  private static SampleCopy copy(Path in, String format, ReadOptions options, Path out)
      throws IOException {
    try (OutputStream stream = Files.newOutputStream(out)) {
      return SampleFormats.named(format).orElseThrow().copy(new SampleSource(in, options), stream);
    }
  }

  private static ReadOptions stream(int number) {
    return ReadOptions.DEFAULT.withSamples(ReadOptions.DEFAULT.samples().withStream(number));
  }

  private static SampleContents contents(Path file, int stream) throws IOException {
    try (SampleRecording recording = SampleFormats.open(file, stream(stream))) {
      return SampleContents.of(recording);
    }
  }

  /** Physical values, channel by channel. */
  private static double[][] physical(Path file, int stream) throws IOException {
    SampleContents contents = contents(file, stream);
    List<SampleChannel> channels = contents.header().channels();
    double[][] all = new double[channels.size()][(int) contents.samples()];
    SampleBatch batch = new SampleBatch();
    try (SampleRecording recording = SampleFormats.open(file, stream(stream))) {
      int at = 0;
      while (recording.read(batch)) {
        for (int c = 0; c < all.length; c++) {
          for (int i = 0; i < batch.size(); i++) {
            all[c][at + i] = channels.get(c).physical(batch.channel(c)[i]);
          }
        }
        at += batch.size();
      }
    }
    return all;
  }

  private static int streams(Path file) throws IOException {
    return new SampleSource(file, ReadOptions.DEFAULT).streams().size();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "edf/short_psg.edf",
        "edf/test_uneven_samp.edf",
        "edf/test_stim_channel.edf",
        "edf/test_subsecond.edf",
        "edf/duplicate_channel_labels.edf",
        "edf/test.edf"
      })
  void anEdfFileOfOthersComesBackInBothFormats(String name) throws IOException {
    Path in = Path.of(System.getProperty("saccade.recordings"), "neuro", name);
    if (!Files.exists(in)) {
      System.out.println("no recordings: EDF files of others are not written anew");
      return;
    }
    for (String format : List.of("edf", "bdf")) {
      Path out = written(in, format, ReadOptions.DEFAULT);
      assertThat(streams(out)).isEqualTo(streams(in));
      for (int s = 0; s < streams(in); s++) {
        SampleContents want = contents(in, s);
        SampleContents got = contents(out, s);
        assertThat(got.samples()).as(name).isEqualTo(want.samples());
        assertThat(got.stretches()).isEqualTo(want.stretches());
        assertThat(got.header().rate()).isEqualTo(want.header().rate());
        assertThat(got.header().epochMicros()).isEqualTo(want.header().epochMicros());
        assertThat(got.violations().isEmpty()).as(got.violations().toString()).isTrue();
        assertThat(got.markers()).isEqualTo(want.markers());
        for (int c = 0; c < want.header().channels().size(); c++) {
          SampleChannel channel = want.header().channels().get(c);
          assertThat(got.header().channels().get(c).name()).isEqualTo(channel.name());
          assertThat(got.header().channels().get(c).type()).isEqualTo(channel.type());
        }
        double[][] values = physical(in, s);
        for (int c = 0; c < values.length; c++) {
          String unit = want.header().channels().get(c).unit();
          boolean volts = unit.equals("V");
          assertThat(got.header().channels().get(c).unit()).isEqualTo(volts ? "uV" : unit);
          for (int i = 0; volts && i < values[c].length; i++) {
            values[c][i] *= 1e6;
          }
        }
        near(physical(out, s), values, 1e-9);
      }
    }
  }

  /** Every value within a share of the channel's largest. */
  private static void near(double[][] got, double[][] want, double share) {
    for (int c = 0; c < want.length; c++) {
      assertThat(got[c]).hasSameSizeAs(want[c]);
      double largest = 0;
      double off = 0;
      for (int i = 0; i < want[c].length; i++) {
        largest = Math.max(largest, Math.abs(want[c][i]));
        off = Math.max(off, Math.abs(got[c][i] - want[c][i]));
      }
      assertThat(off).as("channel " + c).isLessThanOrEqualTo(share * largest);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"edf", "bdf"})
  void aDiscontinuousFileComesOutDiscontinuousWithItsTexts(String format) throws IOException {
    Path in = folder.resolve("in.edf");
    Files.write(
        in,
        new EdfFiles(EdfKind.EDF, "EDF+D", "1")
            .signal("EEG Cz", 4)
            .texts()
            .record("+0.25\24\24\0+0.5\24hello\24\0", 1, -2, 3, 1000)
            .record("+1.25\24\24\0", 5, 6, 7, 8)
            .record("+7.5\24\24\0+7.75\0250.5\24blink, left\24\0", 9, 10, 11, -1000)
            .bytes());
    Path out = written(in, format, ReadOptions.DEFAULT);
    assertThat(new String(Files.readAllBytes(out), 192, 5, StandardCharsets.US_ASCII))
        .isEqualTo(format.toUpperCase() + "+D");
    SampleContents got = contents(out, 0);
    assertThat(got.stretches()).isEqualTo(contents(in, 0).stretches()).hasSize(2);
    assertThat(got.markers())
        .containsExactly(
            new RecordingMarker(250_000, 0, "hello"),
            new RecordingMarker(7_500_000, 500_000, "blink, left"));
    assertThat(physical(out, 0)[0])
        .containsExactly(0.5, -1, 1.5, 500, 2.5, 3, 3.5, 4, 4.5, 5, 5.5, -500);
  }

  @Test
  void aRecordingIsWrittenWithoutWhatItsHeaderSaysOfThePatientUnlessAskedFor() throws IOException {
    Path in = folder.resolve("in.edf");
    Files.write(
        in,
        new EdfFiles(EdfKind.EDF, "EDF+C", "1")
            .signal("EEG Cz", 2)
            .texts()
            .record("+0\24\24\0", 1, 2)
            .bytes());
    String without =
        Files.readString(written(in, "bdf", ReadOptions.DEFAULT), StandardCharsets.ISO_8859_1);
    assertThat(without).doesNotContain("Haagse").doesNotContain("EMG561").contains("X X X X");
    assertThat(without).contains("Startdate 02-MAR-2002 X X X", "02.03.0214.15.16");
    ReadOptions kept =
        ReadOptions.DEFAULT.withSamples(
            new org.saccade.connectors.recording.SampleOptions(
                org.saccade.connectors.recording.SampleOptions.MAIN, true));
    assertThat(Files.readString(written(in, "bdf", kept), StandardCharsets.ISO_8859_1))
        .contains("Haagse_Harry", "EMG561");
  }

  @Test
  void valuesOfFloatingPointAreSpreadOverTheRangeAndTheRoundingIsTold() throws IOException {
    Path in = gaze(600, 0.125);
    Path out = folder.resolve("out.edf");
    SampleCopy copy = copy(in, "edf", ReadOptions.DEFAULT, out);
    assertThat(copy.rounded()).isBetween(1e-12, 4.0 / 65_535);
    near(physical(out, 0), physical(in, 0), copy.rounded() * 1.01);
    SampleCopy finer = copy(in, "bdf", ReadOptions.DEFAULT, folder.resolve("out.bdf"));
    assertThat(finer.rounded()).isLessThan(copy.rounded() / 100);
  }

  @Test
  void anEndThatDoesNotFillItsRecordIsPaddedAndSaidSo() throws IOException {
    // 500 Hz: a record of eight characters has any number of samples, 601 is a prime.
    Path out = written(gaze(601, 0.125), "edf", ReadOptions.DEFAULT);
    assertThat(contents(out, 0).samples()).isEqualTo(601);
    assertThat(contents(out, 0).markers()).isEmpty();
    // 1/3 Hz and its like have none: a multiple of 3 samples is needed.
    Path third = folder.resolve("third.csv");
    StringBuilder text = new StringBuilder("time_ms,x_left_deg,y_left_deg\n");
    for (int i = 0; i < 1000; i++) {
      text.append(i * 1000.0 / 300).append(',').append(i % 7).append(".5,0.25\n");
    }
    Files.writeString(third, text);
    SampleCopy copy = copy(third, "edf", ReadOptions.DEFAULT, folder.resolve("third.edf"));
    assertThat(copy.padded()).isEqualTo(2);
    SampleContents padded = contents(folder.resolve("third.edf"), 0);
    assertThat(padded.samples()).isEqualTo(1002);
    assertThat(padded.markers()).extracting(RecordingMarker::text).containsExactly("BAD_ACQ_SKIP");
  }

  @Test
  void missingSamplesAreRefused() throws IOException {
    Path in = gaze(600, Double.NaN);
    assertThatThrownBy(() -> written(in, "edf", ReadOptions.DEFAULT))
        .isInstanceOf(CannotHoldException.class)
        .hasMessageContaining("missing samples (NaN) of channel x_left");
  }

  @Test
  void theKindOfAChannelIsKept() throws IOException {
    assertThat(HeaderWriter.label(new SampleChannel("7", ChannelType.EEG, "uV", 1, 0)))
        .isEqualTo("EEG 7");
    assertThat(HeaderWriter.label(new SampleChannel("Cz", ChannelType.EEG, "uV", 1, 0)))
        .isEqualTo("Cz");
  }

  private Path gaze(int samples, double second) throws IOException {
    Path in = folder.resolve("gaze" + samples + ".csv");
    List<String> lines = new ArrayList<>(List.of("time_ms,x_left_deg,y_left_deg"));
    for (int i = 0; i < samples; i++) {
      lines.add(2 * i + "," + (i == 1 ? second : Math.sin(i / 7.0)) + "," + Math.cos(i / 3.0));
    }
    return Files.write(in, lines);
  }
}
