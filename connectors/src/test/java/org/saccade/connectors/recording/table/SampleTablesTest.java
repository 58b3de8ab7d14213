package org.saccade.connectors.recording.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saccade.connectors.recording.CannotHoldException;
import org.saccade.connectors.recording.GazeOptions;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.connectors.recording.RecordingMarker;
import org.saccade.connectors.recording.SampleContents;
import org.saccade.connectors.recording.SampleFormats;
import org.saccade.connectors.recording.SampleRecording;
import org.saccade.connectors.recording.SampleSource;
import org.saccade.connectors.recording.UnreadableRecordingException;
import org.saccade.schemas.ChannelType;
import org.saccade.schemas.batch.SampleBatch;
import org.saccade.schemas.packet.SampleChannel;
import org.saccade.schemas.packet.SampleRate;

/** Samples as tables: read as they are, written so that reading gives them back. */
class SampleTablesTest {
  @TempDir Path folder;

  private static final String TABLE =
      """
      # saccade samples 1
      # rate 975/2
      # epoch_us 1384359243794232
      # channel EEG,uV,Fp1
      # channel STIM,,code, and more
      time_us,Fp1,code
      # marker -5,0,before
      0,1.5,0
      2051,-2.0E-7,NaN
      # marker 4000,1000000,left, then right
      9000000,3.0,7
      """;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static ReadOptions at(double hz) {
    return ReadOptions.DEFAULT.withGaze(new GazeOptions(hz, GazeOptions.Unit.STATED, null));
  }

  private static SampleContents contents(Path file, ReadOptions options) throws IOException {
    try (SampleRecording recording = SampleFormats.open(file, options)) {
      return SampleContents.of(recording);
    }
  }

  private static double[][] values(Path file, ReadOptions options) throws IOException {
    SampleBatch batch = new SampleBatch();
    try (SampleRecording recording = SampleFormats.open(file, options)) {
      List<SampleChannel> channels = recording.header().channels();
      double[][] all = new double[channels.size()][0];
      while (recording.read(batch)) {
        for (int c = 0; c < all.length; c++) {
          int from = all[c].length;
          all[c] = Arrays.copyOf(all[c], from + batch.size());
          for (int i = 0; i < batch.size(); i++) {
            all[c][from + i] = channels.get(c).physical(batch.channel(c)[i]);
          }
        }
      }
      return all;
    }
  }

  /** To the bit, NaN too. */
  private static void assertSame(double[][] got, double[][] want) {
    assertThat(Arrays.deepToString(got)).isEqualTo(Arrays.deepToString(want));
  }

  private Path written(Path in, String format, String name, ReadOptions options)
      throws IOException {
    Path out = folder.resolve(name);
    try (OutputStream stream = Files.newOutputStream(out)) {
      var unused =
          SampleFormats.named(format).orElseThrow().copy(new SampleSource(in, options), stream);
    }
    return out;
  }

  @Test
  void aTableGivesRateTypesUnitsMarkersAndHoles() throws IOException {
    Path in = file("a.csv", TABLE);
    SampleContents found = contents(in, ReadOptions.DEFAULT);
    assertThat(found.header().format()).isEqualTo("samples-csv");
    assertThat(found.header().rate()).isEqualTo(new SampleRate(975, 2));
    assertThat(found.header().epochMicros()).isEqualTo(1384359243794232L);
    assertThat(found.header().channels())
        .containsExactly(
            SampleChannel.of("Fp1", ChannelType.EEG, "uV"),
            SampleChannel.of("code, and more", ChannelType.STIM, ""));
    assertThat(found.stretches()).hasSize(2);
    assertThat(found.stretches().get(1).micros()).isEqualTo(9_000_000);
    assertThat(found.markers())
        .containsExactly(
            new RecordingMarker(-5, 0, "before"),
            new RecordingMarker(4000, 1_000_000, "left, then right"));
    assertSame(
        values(in, ReadOptions.DEFAULT), new double[][] {{1.5, -2e-7, 3}, {0, Double.NaN, 7}});
  }

  @Test
  void whatIsWrittenIsReadBackAsItWas() throws IOException {
    Path in = file("a.csv", TABLE);
    Path out = written(in, "samples-csv", "b.csv", ReadOptions.DEFAULT);
    SampleContents want = contents(in, ReadOptions.DEFAULT);
    SampleContents got = contents(out, ReadOptions.DEFAULT);
    assertThat(got.header()).isEqualTo(want.header());
    assertThat(got.stretches()).isEqualTo(want.stretches());
    assertThat(got.markers()).isEqualTo(want.markers());
    assertSame(values(out, ReadOptions.DEFAULT), values(in, ReadOptions.DEFAULT));
    assertThat(written(out, "samples-csv", "c.csv", ReadOptions.DEFAULT))
        .hasSameBinaryContentAs(out);
  }

  @Test
  void tablesOfOthersAreReadByTheirNamesAndTimes() throws IOException {
    Path in = file("a.csv", "time_s;EEG Cz [uV];Temp (C)\n0.5;1;36.5\n0.504;2;36.5\n0.508;;36.6\n");
    SampleContents found = contents(in, ReadOptions.DEFAULT);
    assertThat(found.header().rate()).isEqualTo(SampleRate.of(250));
    assertThat(found.stretches().get(0).micros()).isEqualTo(500_000);
    assertThat(found.header().channels())
        .containsExactly(
            SampleChannel.of("EEG Cz", ChannelType.EEG, "uV"),
            SampleChannel.of("Temp", ChannelType.TEMPERATURE, "C"));
    assertThat(values(in, ReadOptions.DEFAULT)[0]).containsExactly(1, 2, Double.NaN);
    Path cat = file("cat.csv", "sample,t,Fp1\n0,0,1.0\n1,2000,2.0\n");
    assertThat(contents(cat, ReadOptions.DEFAULT).header().rate()).isEqualTo(SampleRate.of(500));
  }

  @Test
  void eventsAndSeriesAreNoTablesOfSamples() throws IOException {
    for (String text :
        List.of(
            "t,x,y,p\n1,2,3,1\n2,2,3,1\n",
            "time_us,x,y,polarity\n1,2,3,1\n2,2,3,1\n",
            "timestamp,value\n2014-04-01 00:00:00,1\n2014-04-01 00:05:00,2\n",
            "t,unit\n1,2\n3,4\n")) {
      assertThat(SampleFormats.find(file("no.csv", text), ReadOptions.DEFAULT)).as(text).isEmpty();
    }
  }

  @Test
  void arffGivesItsAttributesAtTheRateThatIsTold() throws IOException {
    Path in =
        file(
            "a.arff",
            "% a comment\n@RELATION 'two words'\n@attribute AF3 NUMERIC\n"
                + "@ATTRIBUTE 'my eye' {open, shut}\n@DATA\n1.5,open\n?,shut\nnonsense,open\n2,shut\n");
    SampleContents found = contents(in, at(128));
    assertThat(found.header().fields()).containsEntry("relation", "two words");
    assertThat(found.header().channels())
        .containsExactly(
            SampleChannel.of("AF3", ChannelType.EEG, ""),
            SampleChannel.of("my eye", ChannelType.STIM, ""));
    assertSame(values(in, at(128)), new double[][] {{1.5, Double.NaN, 2}, {0, 1, 1}});
    assertThat(found.violations().total()).isEqualTo(1);
    assertThatThrownBy(() -> contents(in, ReadOptions.DEFAULT))
        .isInstanceOf(UnreadableRecordingException.class)
        .hasMessageContaining("--rate HZ");
  }

  @Test
  void theEyeStateRecordingIsReadAsItsDescriptionSays() throws IOException {
    Path in = Path.of(System.getProperty("saccade.recordings"), "neuro/eeg/eeg_eye_state.arff");
    if (!Files.exists(in)) {
      System.out.println("no recordings: the eye state recording is not read");
      return;
    }
    double[][] values = values(in, at(128));
    assertThat(values).hasDimensions(15, 14_980);
    assertThat(Arrays.stream(values[14]).filter(v -> v == 1).count()).isEqualTo(6723);
    assertThat(values[0][0]).isEqualTo(4329.23);
    int runs = 1;
    for (int i = 1; i < values[14].length; i++) {
      runs += values[14][i] == values[14][i - 1] ? 0 : 1;
    }
    assertThat(runs).isEqualTo(24);
  }

  @Test
  void anArrayHoldsOneStretchAndIsReadBack() throws IOException {
    Path in = file("a.csv", "time_ms,a,b\n0,1.5,2\n4,-0.1,3\n8,1e-7,4\n");
    Path out = written(in, "npy", "a.npy", ReadOptions.DEFAULT);
    assertSame(values(out, at(250)), values(in, ReadOptions.DEFAULT));
    Path broken = file("b.csv", TABLE);
    assertThatThrownBy(() -> written(broken, "npy", "b.npy", ReadOptions.DEFAULT))
        .isInstanceOf(CannotHoldException.class)
        .hasMessageContaining("2 stretches");
  }

  @Test
  void aHeaderInLatin1IsReadFromItsFirstSampleOn() throws IOException {
    Path file =
        Files.write(
            folder.resolve("latin.csv"),
            "time_ms;Fp1 [\u00b5V];Stra\u00dfe\n0;1;2\n4;3;4\n8;5;6\n"
                .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
    SampleContents contents = contents(file, ReadOptions.DEFAULT);
    assertThat(contents.samples()).isEqualTo(3);
    assertThat(contents.header().channels().get(0).unit()).isEqualTo("\u00b5V");
    assertThat(contents.header().channels().get(1).name()).isEqualTo("Stra\u00dfe");
  }

  @Test
  void timesOfNoRateAreRefused() throws IOException {
    Path file = file("slow.csv", "time_us,a\n0,1\n2000000000000000,2\n4000000000000000,3\n");
    assertThatThrownBy(() -> contents(file, ReadOptions.DEFAULT))
        .isInstanceOf(UnreadableRecordingException.class)
        .hasMessageContaining("its times tell no rate");
  }

  @Test
  void aReadOfManyColumnsHoldsNoMoreValues() throws IOException {
    StringBuilder text = new StringBuilder("time_ms");
    StringBuilder zeros = new StringBuilder();
    for (int c = 0; c < 5000; c++) {
      text.append(",c").append(c);
      zeros.append(",0");
    }
    text.append('\n');
    for (int i = 0; i < 100; i++) {
      text.append(4 * i).append(zeros).append('\n');
    }
    try (SampleRecording recording =
        SampleFormats.open(file("wide.csv", text.toString()), ReadOptions.DEFAULT)) {
      SampleBatch batch = new SampleBatch();
      assertThat(recording.read(batch)).isTrue();
      assertThat(batch.size()).isEqualTo((1 << 18) / 5000);
    }
  }
}
