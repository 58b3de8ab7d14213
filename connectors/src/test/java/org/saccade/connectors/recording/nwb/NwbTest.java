package org.saccade.connectors.recording.nwb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableDataset;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.connectors.recording.RecordingMarker;
import org.saccade.connectors.recording.SampleFormat;
import org.saccade.connectors.recording.SampleFormats;
import org.saccade.connectors.recording.SampleOptions;
import org.saccade.connectors.recording.SampleRecording;
import org.saccade.connectors.recording.SampleSignal;
import org.saccade.connectors.recording.Samples;
import org.saccade.connectors.recording.UnreadableRecordingException;
import org.saccade.schemas.ChannelType;
import org.saccade.schemas.SampleEncoding;
import org.saccade.schemas.batch.SampleBatch;
import org.saccade.schemas.packet.SampleChannel;
import org.saccade.schemas.packet.SampleRate;

/** NWB, as h5py ({@code tiny.nwb}, by the script beside it) and jHDF write it. */
class NwbTest {
  /** The long form is ten thousand. */
  private static final long CASES = Long.getLong("saccade.fuzz.nwb.cases", 300);

  private static final SampleOptions FIELD = new SampleOptions(1, false);

  @TempDir Path folder;

  private Path tiny;

  @BeforeEach
  void copy() throws IOException {
    tiny = folder.resolve("tiny.nwb");
    try (InputStream in = NwbTest.class.getResourceAsStream("tiny.nwb")) {
      Files.copy(in, tiny);
    }
  }

  @Test
  void packedChunksGiveVolts() throws IOException {
    Samples.Content raw = Samples.read(tiny);
    assertThat(raw.header().rate()).isEqualTo(new SampleRate(975, 2));
    assertThat(raw.header().encoding()).isEqualTo(SampleEncoding.INT16);
    assertThat(raw.header().epochMicros())
        .isEqualTo(1_000_000 * Instant.parse("2024-03-01T12:00:00Z").getEpochSecond() + 500_000);
    assertThat(raw.header().channels())
        .containsExactly(
            new SampleChannel("raw/CA1b", ChannelType.OTHER, "V", 0.25, 2),
            new SampleChannel("raw/CA1a", ChannelType.OTHER, "V", 0.5, 2),
            new SampleChannel("raw/electrode 12", ChannelType.OTHER, "V", 0.125, 2));
    assertThat(raw.stretches()).containsExactly(new Samples.Stretch(0, 1_500_000, 300));
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < 300; i++) {
        int stored = (i * 7 + c * 1000) % 5000 - 2500;
        assertThat(raw.physical().get(c).get(i))
            .isEqualTo(stored * new double[] {0.25, 0.5, 0.125}[c] + 2);
      }
    }
  }

  @Test
  void stampsWithAHoleAreTwoStretchesOnTheSameClock() throws IOException {
    Samples.Content field = Samples.read(tiny, FIELD);
    assertThat(field.header().rate()).isEqualTo(SampleRate.of(250));
    assertThat(field.header().channels())
        .containsExactly(SampleChannel.of("lfp/Fp1", ChannelType.EEG, "V"));
    assertThat(field.stretches())
        .containsExactly(
            new Samples.Stretch(0, 250_000, 40), new Samples.Stretch(40, 2_410_000, 60));
    assertThat(field.physical().get(0)).element(99).isEqualTo(99 / 8.0);
    assertThat(field.violations().isEmpty()).isTrue();
  }

  @Test
  void rowsOfTablesAndAnnotationsAreMarkers() throws IOException {
    assertThat(Samples.read(tiny).markers())
        .containsExactly(
            new RecordingMarker(1_500_000, 100_000, "trials side=right"),
            new RecordingMarker(1_625_000, 0, "a, \"b\""),
            new RecordingMarker(1_750_000, 250_000, "trials side=left"));
  }

  @Test
  void everySignalSaysItsStream() throws IOException {
    try (SampleRecording recording = SampleFormats.open(tiny, ReadOptions.DEFAULT)) {
      assertThat(recording.signals().stream().map(SampleSignal::stream).toList())
          .containsExactly(0, 0, 0, 1);
    }
  }

  @Test
  void whoWasRecordedStaysInTheFile() throws IOException {
    assertThat(Samples.read(tiny).header().toString()).doesNotContainIgnoringCase("secret");
    assertThat(Samples.read(tiny, new SampleOptions(0, true)).header().fields())
        .containsEntry("identifier", "SECRET-ID")
        .containsEntry("subject/subject_id", "SECRET-SUBJECT");
  }

  /** Of jHDF's writer: contiguous data. */
  private Path written(Object data, double rate) {
    Path file = folder.resolve("written.nwb");
    try (WritableHdfFile out = HdfFile.write(file)) {
      out.putAttribute("nwb_version", "2.6.0");
      WritableGroup series = out.putGroup("acquisition").putGroup("one");
      series.putAttribute("neurodata_type", "ElectricalSeries");
      WritableDataset values = series.putDataset("data", data);
      values.putAttribute("conversion", 1e-6);
      WritableDataset start = series.putDataset("starting_time", 0.5);
      start.putAttribute("rate", rate);
    }
    return file;
  }

  @Test
  void contiguousDataOfEveryTypeAreReadBlockByBlock() throws IOException {
    int n = 200_001;
    double[] doubles = new double[n];
    float[][] floats = new float[n][2];
    int[][] ints = new int[n][2];
    for (int i = 0; i < n; i++) {
      doubles[i] = i;
      floats[i] = new float[] {-i, i};
      ints[i] = new int[] {i, -i};
    }
    for (Object data : new Object[] {doubles, floats, ints}) {
      Samples.Content content = Samples.read(written(data, 30_000));
      int last = content.physical().size() - 1;
      assertThat(content.physical().get(0)).hasSize(n);
      for (int i = 0; i < n; i += 999) {
        double expected = data == ints && last == 1 ? -i : i;
        assertThat(content.physical().get(last).get(i)).isEqualTo(expected * 1e-6);
      }
      assertThat(content.stretches()).containsExactly(new Samples.Stretch(0, 500_000, n));
    }
  }

  @Test
  void aSeriesWithoutARateIsRefusedByName() {
    assertThatThrownBy(() -> Samples.read(written(new double[10], 0)))
        .isInstanceOf(UnreadableRecordingException.class)
        .hasMessageContaining("acquisition/one says no rate and has no timestamps");
  }

  @Test
  void otherHdf5IsNone() throws IOException {
    Path file = folder.resolve("other.h5");
    try (WritableHdfFile out = HdfFile.write(file)) {
      out.putDataset("x", new int[] {1});
    }
    assertThat(SampleFormats.find(file, ReadOptions.DEFAULT)).isEmpty();
    assertThat(SampleFormats.find(tiny, ReadOptions.DEFAULT).map(SampleFormat::name))
        .contains("nwb");
  }

  @Test
  void mutatedFilesAreReadOrRefusedInOneLine() throws IOException {
    byte[] whole = Files.readAllBytes(tiny);
    Path file = folder.resolve("mutated.nwb");
    AtomicLong read = new AtomicLong();
    for (long n = 0; n < CASES; n++) {
      SplittableRandom random = new SplittableRandom(n);
      byte[] bytes = whole.clone();
      for (int i = random.nextInt(12); i >= 0; i--) {
        int at = random.nextInt(bytes.length);
        switch (random.nextInt(4)) {
          case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
          case 1 -> bytes[at] = (byte) 0xff;
          case 2 -> bytes[at] = (byte) random.nextInt();
          default ->
              System.arraycopy(
                  bytes,
                  random.nextInt(bytes.length - 8),
                  bytes,
                  Math.min(at, bytes.length - 8),
                  8);
        }
      }
      int length = random.nextInt(8) == 0 ? random.nextInt(bytes.length) : bytes.length;
      Files.write(file, java.util.Arrays.copyOf(bytes, length));
      Assertions.assertTimeoutPreemptively(
          Duration.ofSeconds(20), () -> read.addAndGet(drain(file)), () -> "a hang");
    }
    System.out.printf("fuzz of NWB: %d cases, %d read%n", CASES, read.get());
    assertThat(read.get()).isBetween(CASES / 20, CASES - CASES / 100);
  }

  private static int drain(Path file) throws IOException {
    ReadOptions options = ReadOptions.DEFAULT.withFormat("nwb");
    try (SampleRecording recording = SampleFormats.open(file, options)) {
      SampleBatch batch = new SampleBatch();
      long samples = 0;
      while (recording.read(batch)) {
        samples += batch.size();
        assertThat(samples).isLessThan(1L << 26);
      }
      return 1;
    } catch (UnreadableRecordingException e) {
      assertThat(e.getMessage()).doesNotContain("\n");
      return 0;
    }
  }
}
