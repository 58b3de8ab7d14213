package org.saccade.connectors.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.saccade.connectors.recording.SampleFormatCases.Case;
import org.saccade.schemas.batch.SampleBatch;
import org.saccade.schemas.codec.Violation;

/** What every format of samples promises, over the table of cases. */
class SampleFormatContractTest {
  private static final String CASES = "org.saccade.connectors.recording.SampleFormatCases#all";
  private static final int SAMPLES = 200;

  @TempDir Path folder;

  @Provide
  Arbitrary<Case> cases() {
    return Arbitraries.of(SampleFormatCases.all());
  }

  /** A read's number of the first sample, its time, and its values. */
  private record Block(
      long first, long micros, List<List<Double>> values, List<RecordingMarker> markers) {}

  private static List<Block> blocks(SampleRecording recording) throws IOException {
    List<Block> blocks = new ArrayList<>();
    SampleBatch batch = new SampleBatch();
    try (recording) {
      boolean more = true;
      while (more) {
        more = recording.read(batch);
        List<List<Double>> values = new ArrayList<>();
        for (int c = 0; c < batch.channels(); c++) {
          values.add(Arrays.stream(batch.channel(c), 0, batch.size()).boxed().toList());
        }
        blocks.add(
            new Block(
                recording.firstSample(), recording.firstMicros(), values, recording.markers()));
      }
    }
    return blocks;
  }

  @ParameterizedTest
  @MethodSource(CASES)
  void isFoundByContentAndGivesValuesTimesHolesAndMarkers(Case format) throws IOException {
    Path file = format.main(format.files(SAMPLES), () -> Integer.MAX_VALUE);
    assertThat(SampleFormats.find(file, ReadOptions.DEFAULT).map(SampleFormat::name))
        .contains(format.format());
    SampleRecording recording = SampleFormats.open(file, format.options());
    List<Double> scales = recording.header().channels().stream().map(c -> c.scale()).toList();
    assertThat(recording.header().rate().hz()).isCloseTo(100, within(1e-6));
    Samples.Content content = Samples.read(recording);
    assertThat(content.physical()).hasSize(2);
    for (int c = 0; c < 2; c++) {
      assertThat(content.physical().get(c)).hasSize(SAMPLES);
      for (int i = 0; i < SAMPLES; i++) {
        assertThat(content.physical().get(c).get(i))
            .isEqualTo(SampleFormatCases.stored(c, i) * scales.get(c));
      }
    }
    assertThat(content.stretches()).isEqualTo(format.stretches(SAMPLES));
    assertThat(content.markers()).containsAll(format.markers());
    // A table has no word for a hole: it is told as uneven time.
    boolean uneven = format.format().equals("samples-csv");
    assertThat(content.violations().get(Violation.UNEVEN_TIME)).isEqualTo(uneven ? 1 : 0);
    assertThat(content.violations().total()).isEqualTo(uneven ? 1 : 0);
  }

  @Property(tries = 400)
  void anyCutOfTheBytesGivesTheSameBlocks(
      @ForAll("cases") Case format,
      @ForAll long seed,
      @ForAll @IntRange(min = 10, max = 300) int halfSamples,
      @ForAll @IntRange(min = 1, max = 900) int piece)
      throws IOException {
    Map<String, byte[]> files = format.files(2 * halfSamples);
    Path whole = format.main(files, () -> Integer.MAX_VALUE);
    Random random = new Random(seed);
    Path pieces = format.main(files, () -> 1 + random.nextInt(piece));
    assertThat(blocks(SampleFormats.open(pieces, format.options())))
        .isEqualTo(blocks(SampleFormats.open(whole, format.options())));
  }

  @ParameterizedTest
  @MethodSource(CASES)
  void byteByByteGivesTheSameBlocks(Case format) throws IOException {
    Map<String, byte[]> files = format.files(3000);
    assertThat(blocks(SampleFormats.open(format.main(files, () -> 1), format.options())))
        .isEqualTo(
            blocks(
                SampleFormats.open(format.main(files, () -> Integer.MAX_VALUE), format.options())));
  }

  /** The last sample of a cut text is another number, so it is not looked at. */
  @ParameterizedTest
  @MethodSource(CASES)
  void aCutFileGivesTheSamplesBeforeTheCutOrOneLine(Case format) throws IOException {
    Map<String, byte[]> files = format.files(40);
    String name = files.containsKey("case.eeg") ? "case.eeg" : "case" + format.suffix();
    byte[] whole = files.get(name);
    for (int cut = 0; cut < whole.length; cut += 1 + cut / 40) {
      files.put(name, Arrays.copyOf(whole, cut));
      Path file = format.main(files, () -> Integer.MAX_VALUE);
      try {
        ReadOptions options = format.options().withFormat(format.format());
        List<Block> blocks = blocks(SampleFormats.open(file, options));
        boolean vectorized = format.layout().contains("VECTORIZED");
        for (Block block : blocks) {
          for (int c = 0; c < block.values().size() && !vectorized; c++) {
            for (int i = 0; i < block.values().get(c).size() - 1; i++) {
              assertThat(block.values().get(c).get(i))
                  .isEqualTo(SampleFormatCases.stored(c, (int) block.first() + i));
            }
          }
        }
      } catch (UnreadableRecordingException e) {
        assertThat(e.getMessage()).startsWith(file.toString()).doesNotContain("\n");
      }
    }
  }

  @ParameterizedTest
  @MethodSource(CASES)
  void writtenAndReadAgainItIsTheSame(Case format) throws IOException {
    int samples = SAMPLES;
    Path file = folder.resolve("case" + format.suffix());
    for (Map.Entry<String, byte[]> one : format.files(samples).entrySet()) {
      Files.write(folder.resolve(one.getKey()), one.getValue());
    }
    Samples.Content before = Samples.read(SampleFormats.open(file, format.options()));
    int written = 0;
    for (String name : List.of("edf", "bdf", "samples-csv", "npy")) {
      SampleFormat target = SampleFormats.named(name).orElseThrow();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      SampleCopy copy;
      try {
        copy = target.copy(new SampleSource(file, format.options()), out);
      } catch (CannotHoldException e) {
        assertThat(name).isEqualTo("npy");
        assertThat(before.stretches()).hasSizeGreaterThan(1);
        continue;
      }
      written++;
      Path again = Files.write(folder.resolve("again" + target.extension()), out.toByteArray());
      ReadOptions rate =
          ReadOptions.DEFAULT.withGaze(
              new GazeOptions(name.equals("npy") ? 100 : 0, GazeOptions.Unit.STATED, null));
      assertSame(before, Samples.read(SampleFormats.open(again, rate)), copy, name);
    }
    assertThat(written).isGreaterThanOrEqualTo(3);
  }

  private static void assertSame(
      Samples.Content before, Samples.Content after, SampleCopy copy, String name) {
    double factor = 1;
    String unit = before.header().channels().get(0).unit();
    if (unit.equals("V") && after.header().channels().get(0).unit().equals("uV")) {
      factor = 1e6;
    }
    for (int c = 0; c < 2; c++) {
      for (int i = 0; i < before.physical().get(c).size(); i++) {
        double value = before.physical().get(c).get(i) * factor;
        assertThat(after.physical().get(c).get(i))
            .isCloseTo(value, within(copy.rounded() * factor + 1e-9 * Math.abs(value)));
      }
    }
    if (name.equals("npy")) {
      return;
    }
    // An EDF counts from its first sample.
    long shift = after.stretches().get(0).micros() - before.stretches().get(0).micros();
    assertThat(after.stretches())
        .hasSameSizeAs(before.stretches())
        .allSatisfy(s -> assertThat(s.samples()).isPositive());
    for (int s = 0; s < before.stretches().size(); s++) {
      assertThat(after.stretches().get(s).micros() - shift)
          .isEqualTo(before.stretches().get(s).micros());
      assertThat(after.stretches().get(s).sample()).isEqualTo(before.stretches().get(s).sample());
    }
    assertThat(
            after.markers().stream()
                .filter(m -> !m.text().equals("BAD_ACQ_SKIP"))
                .map(m -> new RecordingMarker(m.micros() - shift, m.durationMicros(), m.text())))
        .isEqualTo(before.markers());
  }
}
