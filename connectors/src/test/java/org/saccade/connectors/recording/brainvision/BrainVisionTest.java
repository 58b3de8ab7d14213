package org.saccade.connectors.recording.brainvision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saccade.connectors.recording.RecordingMarker;
import org.saccade.connectors.recording.Samples;
import org.saccade.connectors.recording.UnreadableRecordingException;
import org.saccade.schemas.codec.Violation;

class BrainVisionTest {
  /** Each case writes files, so there are fewer than of those in memory. */
  private static final long CASES = Long.getLong("saccade.fuzz.cases", 20_000) / 100;

  private static final String CODEPAGE = "Codepage=UTF-8\n";
  private static final String VMRK =
      """
      Brain Vision Data Exchange Marker File, Version 1.0
      [Common Infos]
      Codepage=UTF-8
      DataFile=run.eeg
      [Marker Infos]
      Mk1=New Segment,,1,1,0,20200102030405250000
      Mk2=Stimulus,S  1,2,1,0
      Mk3=New Segment,,4,1,0,20200102030415250000
      Mk4=Comment,left\\1 right,5,0,0
      """;

  @TempDir Path folder;

  private static String header(String common, String binary) {
    return "Brain Vision Data Exchange Header File Version 1.0\n[Common Infos]\n"
        + common
        + "DataFile=run.eeg\nMarkerFile=run.vmrk\nNumberOfChannels=2\nSamplingInterval=4000\n"
        + binary
        + "[Channel Infos]\nCh1=C\\1z,,0.5,µV\nCh2=Oz,,2\n";
  }

  private Path write(String header, String markers, byte[] data) throws IOException {
    Files.write(folder.resolve("run.eeg"), data);
    Files.writeString(folder.resolve("run.vmrk"), markers);
    return Files.writeString(folder.resolve("run.vhdr"), header);
  }

  /** Points 1..5 of both channels: p and -p. */
  private static byte[] data(String format, boolean vectorized) {
    ByteBuffer out = ByteBuffer.allocate(100).order(ByteOrder.LITTLE_ENDIAN);
    for (int k = 0; k < 10; k++) {
      int value = vectorized ? k < 5 ? k + 1 : 4 - k : k % 2 == 0 ? k / 2 + 1 : -(k / 2 + 1);
      switch (format) {
        case "INT_16" -> out.putShort((short) value);
        case "INT_32" -> out.putInt(value);
        default -> out.putFloat(value);
      }
    }
    return java.util.Arrays.copyOf(out.array(), out.position());
  }

  @ParameterizedTest
  @CsvSource({
    "INT_16,MULTIPLEXED", "INT_32,MULTIPLEXED", "IEEE_FLOAT_32,MULTIPLEXED",
    "INT_16,VECTORIZED", "INT_32,VECTORIZED", "IEEE_FLOAT_32,VECTORIZED"
  })
  void everyBinaryFormatGivesTheSame(String format, String orientation) throws IOException {
    Path file =
        write(
            header(
                CODEPAGE + "DataFormat=BINARY\nDataOrientation=" + orientation + "\n",
                "[Binary Infos]\nBinaryFormat=" + format + "\n"),
            VMRK,
            data(format, orientation.equals("VECTORIZED")));
    check(Samples.read(file));
  }

  @Test
  void textALineAPointGivesTheSame() throws IOException {
    text("MULTIPLEXED", "DecimalSymbol=.\nSkipLines=1\n", "C1 C2\n1 -1\n2 -2\n3 -3\n4 -4\n5 -5\n");
  }

  @Test
  void textALineAChannelGivesTheSame() throws IOException {
    text(
        "VECTORIZED",
        "DecimalSymbol=,\nSkipColumns=1\n",
        "C1 1,0 2,0 3,0 4,0 5,0\nC2 -1 -2 -3 -4 -5\n");
  }

  private void text(String orientation, String infos, String lines) throws IOException {
    String common = CODEPAGE + "DataFormat=ASCII\nDataOrientation=" + orientation + "\n";
    check(
        Samples.read(
            write(
                header(common, "[ASCII Infos]\n" + infos),
                VMRK,
                lines.getBytes(StandardCharsets.UTF_8))));
  }

  private static void check(Samples.Content content) {
    assertThat(content.physical())
        .containsExactly(List.of(.5, 1., 1.5, 2., 2.5), List.of(-2., -4., -6., -8., -10.));
    assertThat(content.header().channels().get(0).name()).isEqualTo("C,z");
    assertThat(content.header().channels().get(1).unit()).isEqualTo("µV");
    assertThat(content.header().epochMicros()).isEqualTo(1_577_934_245_250_000L);
    assertThat(content.stretches())
        .containsExactly(new Samples.Stretch(0, 0, 3), new Samples.Stretch(3, 10_000_000, 2));
    assertThat(content.markers())
        .containsExactly(
            new RecordingMarker(0, 4000, "New Segment/"),
            new RecordingMarker(4000, 4000, "Stimulus/S  1"),
            new RecordingMarker(10_000_000, 4000, "New Segment/"),
            new RecordingMarker(10_004_000, 0, "Comment/left, right"));
    assertThat(content.violations().isEmpty()).isTrue();
  }

  @Test
  void aHeaderInAnotherCodepageIsRead() throws IOException {
    Path file = write("", VMRK, data("INT_16", false));
    String header = header("Codepage=ANSI\n", "[Binary Infos]\nBinaryFormat=INT_16\n");
    Files.write(file, header.getBytes(Charset.forName("windows-1252")));
    assertThat(Samples.read(file).header().channels().get(0).unit()).isEqualTo("µV");
  }

  @Test
  void aNewSegmentWithoutADateIsAPauseOfUnknownLength() throws IOException {
    Path file =
        write(
            header(CODEPAGE, "[Binary Infos]\nBinaryFormat=INT_16\n"),
            VMRK.replace(",20200102030415250000", ""),
            data("INT_16", false));
    Samples.Content content = Samples.read(file);
    assertThat(content.stretches()).hasSize(1);
    assertThat(content.violations().get(Violation.UNEVEN_TIME)).isEqualTo(1);
  }

  @Test
  void namesOfFilesStayBesideTheHeader() throws IOException {
    Path file = write("", VMRK, data("INT_16", false));
    Files.writeString(
        file, header(CODEPAGE, "").replace("DataFile=run.eeg", "DataFile=../../etc/passwd"));
    assertThat(Samples.read(file).physical().get(0)).hasSize(5); // run.eeg, by the header's name
    Files.delete(folder.resolve("run.eeg"));
    assertThatThrownBy(() -> Samples.read(file))
        .isInstanceOf(UnreadableRecordingException.class)
        .hasMessage(file + ": DataFile=../../etc/passwd: no such file beside the header");
  }

  @Test
  void mutatedFilesAreReadOrRefused() throws IOException {
    String header = header(CODEPAGE, "[Binary Infos]\nBinaryFormat=INT_16\n");
    Path file = write(header, VMRK, data("INT_16", false));
    for (long n = 0; n < CASES; n++) {
      SplittableRandom random = new SplittableRandom(n);
      byte[] head = header.getBytes(StandardCharsets.UTF_8);
      byte[] markers = VMRK.getBytes(StandardCharsets.UTF_8);
      for (int k = random.nextInt(1, 6); k > 0; k--) {
        byte[] mutated = random.nextBoolean() ? head : markers;
        int from = mutated == head ? 50 : 0;
        mutated[random.nextInt(from, mutated.length)] =
            (byte) "0123456789-+.,=\n[]\\\0\u00ff".charAt(random.nextInt(21));
      }
      Files.write(file, head);
      Files.write(folder.resolve("run.vmrk"), markers);
      try {
        Samples.read(file);
      } catch (UnreadableRecordingException e) {
        assertThat(e).hasMessageStartingWith(file.toString());
      } catch (RuntimeException | Error e) {
        throw new AssertionError("case " + n, e);
      }
    }
  }

  @Test
  void thePublicRecordingGivesThePublishedValues() throws IOException {
    Path recordings = Samples.folder();
    if (recordings == null) {
      return;
    }
    Samples.Content content = Samples.read(recordings.resolve("brainvision/test.vhdr"));
    assertThat(content.physical()).hasSize(32);
    assertThat(content.physical().subList(0, 4).stream().map(c -> c.get(0)).toList())
        .containsExactly(-23.5, -18., -23.5, -5.5);
    assertThat(content.stretches()).containsExactly(new Samples.Stretch(0, 0, 7900));
    assertThat(content.header().epochMicros()).isEqualTo(1_384_359_243_794_232L);
    assertThat(content.markers()).hasSize(14);
    assertThat(content.markers().get(1))
        .isEqualTo(new RecordingMarker(486_000, 0, "Stimulus/S253"));
    assertThat(content.markers().get(13))
        .isEqualTo(new RecordingMarker(7_699_000, 1000, "Optic/O  1"));
  }
}
