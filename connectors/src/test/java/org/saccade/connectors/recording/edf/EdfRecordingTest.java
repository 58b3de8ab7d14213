package org.saccade.connectors.recording.edf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.connectors.recording.RecordingMarker;
import org.saccade.connectors.recording.SampleFormats;
import org.saccade.connectors.recording.SampleOptions;
import org.saccade.connectors.recording.SampleRecording;
import org.saccade.connectors.recording.Samples;
import org.saccade.connectors.recording.UnreadableRecordingException;
import org.saccade.schemas.codec.Violation;
import org.saccade.schemas.packet.SampleRate;

class EdfRecordingTest {
  private static final long CASES = Long.getLong("saccade.fuzz.cases", 20_000);

  private static EdfFiles discontinuous() {
    return new EdfFiles(EdfKind.EDF, "EDF+D", "1")
        .signal("EEG Fpz", 4)
        .signal("Temp", 2)
        .texts()
        .record("+0.25\24\24\0", 2, 4, 6, 8, 1, 1)
        .record("+1.25\24\24\0+1.5\0250.5\24blink\24left\24\0", 10, 12, 14, 16, 1, 1)
        .record("+7.25\24\24\0", -2, -4, -6, -8, 1, 1);
  }

  private static Samples.Content read(byte[] file, SampleOptions options) throws IOException {
    EdfFormat format = file[0] == '0' ? new EdfFormat() : new BdfFormat();
    return Samples.read(
        format.open(pieces(file, 1 << 20), file.length, ReadOptions.DEFAULT.withSamples(options)));
  }

  private static Samples.Content read(byte[] file) throws IOException {
    return read(file, SampleOptions.DEFAULT);
  }

  /** A channel that gives at most so many bytes a read. */
  private static ReadableByteChannel pieces(byte[] bytes, int most) {
    ByteBuffer left = ByteBuffer.wrap(bytes);
    return new ReadableByteChannel() {
      @Override
      public int read(ByteBuffer target) {
        int n = Math.min(Math.min(most, target.remaining()), left.remaining());
        if (n == 0 && target.hasRemaining()) {
          return -1;
        }
        target.put(left.slice(left.position(), n));
        left.position(left.position() + n);
        return n;
      }

      @Override
      public boolean isOpen() {
        return true;
      }

      @Override
      public void close() {}
    };
  }

  @Test
  void aGapOfADiscontinuousFileStaysAGap() throws IOException {
    Samples.Content content = read(discontinuous().bytes());
    assertThat(content.stretches())
        .containsExactly(new Samples.Stretch(0, 0, 8), new Samples.Stretch(8, 7_000_000, 4));
    assertThat(content.physical().get(0))
        .containsExactly(1., 2., 3., 4., 5., 6., 7., 8., -1., -2., -3., -4.);
  }

  @Test
  void theFractionOfTheStartGoesIntoTheEpochAndOutOfTheTexts() throws IOException {
    Samples.Content content = read(discontinuous().bytes());
    assertThat(content.header().epochMicros()).isEqualTo(1_015_078_516_250_000L);
    assertThat(content.markers())
        .containsExactly(
            new RecordingMarker(1_250_000, 500_000, "blink"),
            new RecordingMarker(1_250_000, 500_000, "left"));
  }

  @Test
  void signalsOfAnotherRateAreAnotherStream() throws IOException {
    Samples.Content other = read(discontinuous().bytes(), new SampleOptions(1, false));
    assertThat(other.header().rate()).isEqualTo(SampleRate.of(2));
    assertThat(other.stretches())
        .containsExactly(new Samples.Stretch(0, 0, 4), new Samples.Stretch(4, 7_000_000, 2));
    assertThatThrownBy(() -> read(discontinuous().bytes(), new SampleOptions(2, false)))
        .isInstanceOf(UnreadableRecordingException.class)
        .hasMessage("has no stream 2; there are 2");
  }

  @Test
  void whatNamesThePatientOrTheRecordingStaysInTheReader() throws IOException {
    String told = read(discontinuous().bytes()).header().toString();
    assertThat(told).doesNotContain("Harry").doesNotContain("P-77").doesNotContain("EMG561");
    assertThat(read(discontinuous().bytes(), new SampleOptions(0, true)).header().fields())
        .containsEntry("patient", "P-77 F 02-MAY-1951 Haagse_Harry")
        .containsEntry("recording", "Startdate 02-MAR-2002 EMG561 BK/JOP Sony");
  }

  @Test
  void threeByteSamplesKeepTheirSign() throws IOException {
    byte[] file =
        new EdfFiles(EdfKind.BDF, "24BIT", "0.5")
            .signal("Cz", "uV", "-8388608", "8388607", "-8388608", "8388607", 3)
            .record("", -8388608, -1, 8388607)
            .bytes();
    Samples.Content content = read(file);
    assertThat(content.physical().get(0)).containsExactly(-8388608., -1., 8388607.);
    assertThat(content.header().rate()).isEqualTo(SampleRate.of(6));
  }

  @Test
  void aChangeOfTheStatusChannelIsAMarkerOfItsLowSixteenBits() throws IOException {
    byte[] file =
        new EdfFiles(EdfKind.BDF, "24BIT", "1")
            .signal("Status", "Boolean", "-8388608", "8388607", "-8388608", "8388607", 4)
            .record("", 0x100000, 0x1000fe, 0x1000fe, 0x100000)
            .bytes();
    assertThat(read(file).markers()).containsExactly(new RecordingMarker(250_000, 0, "254"));
  }

  @Test
  void anUnknownNumberOfRecordsIsWhatTheFileHas() throws IOException {
    Samples.Content content = read(discontinuous().declare("-1").bytes());
    assertThat(content.physical().get(0)).hasSize(12);
    assertThat(content.violations().isEmpty()).isTrue();
  }

  @Test
  void aCutFileGivesItsWholeRecordsAndSaysSo() throws IOException {
    byte[] file = discontinuous().bytes();
    Samples.Content content = read(java.util.Arrays.copyOf(file, file.length - 3));
    assertThat(content.physical().get(0)).hasSize(8);
    assertThat(content.violations().get(Violation.CUT_PACKET)).isEqualTo(1);
    assertThat(content.violations().get(Violation.TRUNCATED_TAIL)).isEqualTo(72 - 3);
  }

  @Test
  void equalRangesGiveTheStoredValuesWithoutAUnit() throws IOException {
    byte[] file =
        new EdfFiles(EdfKind.EDF, "", "1")
            .signal("off", "uV", "0", "0", "-1", "1", 2)
            .record("", 3, 4)
            .bytes();
    Samples.Content content = read(file);
    assertThat(content.physical().get(0)).containsExactly(3., 4.);
    assertThat(content.header().channels().get(0).unit()).isEmpty();
    assertThat(content.violations().get(Violation.MISSING_HEADER)).isEqualTo(1);
  }

  @Test
  void numbersPaddedWithNulsAreRead() throws IOException {
    byte[] file = discontinuous().bytes();
    for (int i = 237; i < 244; i++) {
      file[i] = 0;
    }
    assertThat(read(file).physical().get(0)).hasSize(12);
  }

  @Test
  void aFieldThatIsNoNumberIsToldWithItsPlace() {
    byte[] file = discontinuous().bytes();
    file[244] = 'x';
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(UnreadableRecordingException.class)
        .hasMessage(
            "byte 244: the duration of a record is \"x\", expected a number; is it cut or"
                + " overwritten?");
  }

  @Property(tries = 50)
  void anySplitOfTheBytesGivesTheSame(@ForAll @IntRange(min = 1, max = 300) int most)
      throws IOException {
    byte[] file = discontinuous().bytes();
    Samples.Content split =
        Samples.read(new EdfFormat().open(pieces(file, most), file.length, ReadOptions.DEFAULT));
    assertThat(split).isEqualTo(read(file));
  }

  /** The long form is {@code -Dsaccade.fuzz.cases=10000000}. */
  @Test
  void mutatedFilesAreReadOrRefused() throws IOException {
    byte[] edf = discontinuous().bytes();
    byte[] bdf =
        new EdfFiles(EdfKind.BDF, "BDF+C", "0.3")
            .signal("Status", 5)
            .texts()
            .record("+0\24\24\0", 1, 2, 3, 4, 5)
            .bytes();
    for (long n = 0; n < CASES; n++) {
      SplittableRandom random = new SplittableRandom(n);
      byte[] file = (random.nextBoolean() ? edf : bdf).clone();
      for (int k = random.nextInt(1, 8); k > 0; k--) {
        int bound = random.nextInt(4) == 0 ? file.length : 256;
        file[random.nextInt(bound)] = (byte) random.nextInt(256);
        int at = random.nextInt(file.length);
        file[at] = (byte) ("0123456789-+.,eE \0".charAt(random.nextInt(18)));
      }
      try {
        EdfFormat format = (n & 1) == 0 ? new EdfFormat() : new BdfFormat();
        int length = random.nextInt(4) == 0 ? random.nextInt(file.length) : file.length;
        byte[] cut = java.util.Arrays.copyOf(file, length);
        Samples.read(format.open(pieces(cut, 1 << 20), length, ReadOptions.DEFAULT));
      } catch (UnreadableRecordingException e) {
        assertThat(e).hasMessageNotContaining("null");
      } catch (RuntimeException | Error e) {
        throw new AssertionError("case " + n, e);
      }
    }
  }

  @Test
  void isFoundByItsContent() throws IOException {
    Path file = Files.createTempFile("recording", ".bin");
    try {
      Files.write(file, discontinuous().bytes());
      try (SampleRecording recording = SampleFormats.open(file, ReadOptions.DEFAULT)) {
        assertThat(recording.header().format()).isEqualTo("edf");
      }
    } finally {
      Files.delete(file);
    }
  }
}
