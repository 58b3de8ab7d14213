package org.saccade.connectors.recording.fif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saccade.connectors.recording.RecordingMarker;
import org.saccade.connectors.recording.Samples;
import org.saccade.connectors.recording.UnreadableRecordingException;
import org.saccade.schemas.ChannelType;
import org.saccade.schemas.codec.Violation;

class FifTest {
  /** Each case writes files, so there are fewer than of those in memory. */
  private static final long CASES = Long.getLong("saccade.fuzz.cases", 20_000) / 100;

  @TempDir Path folder;

  /** Tags one after the other. */
  private static final class Tags {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final DataOutputStream data = new DataOutputStream(out);

    Tags tag(int kind, int type, byte[] content) throws IOException {
      data.writeInt(kind);
      data.writeInt(type);
      data.writeInt(content.length);
      data.writeInt(0);
      data.write(content);
      return this;
    }

    Tags number(int kind, int value) throws IOException {
      return tag(kind, 3, ByteBuffer.allocate(4).putInt(value).array());
    }

    Tags channel(String name, int kind, float cal, int unit) throws IOException {
      ByteBuffer b = ByteBuffer.allocate(96).putInt(8, kind).putFloat(12, 2).putFloat(16, cal);
      b.putInt(72, unit);
      b.put(80, name.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      return tag(203, 30, b.array());
    }

    Tags shorts(int... values) throws IOException {
      ByteBuffer b = ByteBuffer.allocate(2 * values.length);
      for (int value : values) {
        b.putShort((short) value);
      }
      return tag(300, 2, b.array());
    }
  }

  private static Tags head() throws IOException {
    return new Tags()
        .tag(100, 31, new byte[20])
        .number(200, 2)
        .tag(201, 4, ByteBuffer.allocate(4).putFloat(100).array())
        .tag(204, 3, ByteBuffer.allocate(8).putInt(1000).putInt(5).array())
        .channel("MEG 0111", 1, 0.25f, 201)
        .channel("STI 014", 3, 0.5f, 0)
        .number(104, 102)
        .number(208, 50);
  }

  private Path write(String name, Tags tags) throws IOException {
    return Files.write(folder.resolve(name), tags.out.toByteArray());
  }

  @Test
  void buffersLeftOutAreAGap() throws IOException {
    Path file =
        write(
            "run.fif",
            head().shorts(1, 0, 2, 0).number(301, 3).shorts(3, 7, 4, 7).number(105, 102));
    Samples.Content content = Samples.read(file);
    assertThat(content.physical())
        .containsExactly(List.of(.5, 1., 1.5, 2.), List.of(0., 0., 7., 7.));
    assertThat(content.stretches())
        .containsExactly(new Samples.Stretch(0, 0, 2), new Samples.Stretch(2, 80_000, 2));
    assertThat(content.markers()).containsExactly(new RecordingMarker(80_000, 0, "7"));
    assertThat(content.header().epochMicros()).isEqualTo(1_000_500_005L);
    assertThat(content.header().channels().get(0).type()).isEqualTo(ChannelType.MEG_GRAD);
    assertThat(content.header().channels().get(0).unit()).isEqualTo("T/m");
  }

  @Test
  void buffersLeftOutBeforeTheFirstMoveTheStart() throws IOException {
    Samples.Content content =
        Samples.read(write("run.fif", head().number(301, 2).shorts(1, 0, 2, 0)));
    assertThat(content.stretches()).containsExactly(new Samples.Stretch(0, 0, 2));
    assertThat(content.header().epochMicros()).isEqualTo(1_000_540_005L);
  }

  @Test
  void aSplitRecordingIsFollowed() throws IOException {
    write("run-1.fif", head().shorts(3, 0));
    Tags first =
        head()
            .shorts(1, 0, 2, 0)
            .number(104, 118)
            .number(115, 2)
            .tag(118, 10, "run-1.fif".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
            .number(105, 118);
    Path file = write("run.fif", first);
    Samples.Content content = Samples.read(file);
    assertThat(content.physical().get(0)).containsExactly(.5, 1., 1.5);
    assertThat(content.stretches()).containsExactly(new Samples.Stretch(0, 0, 3));
    Files.delete(folder.resolve("run-1.fif"));
    assertThat(Samples.read(file).violations().get(Violation.CUT_PACKET)).isEqualTo(1);
  }

  @Test
  void mutatedFilesAreReadOrRefused() throws IOException {
    byte[] whole = head().shorts(1, 0, 2, 0).number(301, 3).shorts(3, 7, 4, 7).out.toByteArray();
    Path file = folder.resolve("run.fif");
    for (long n = 0; n < CASES; n++) {
      SplittableRandom random = new SplittableRandom(n);
      byte[] mutated =
          java.util.Arrays.copyOf(
              whole, random.nextInt(3) == 0 ? random.nextInt(36, whole.length) : whole.length);
      for (int k = random.nextInt(1, 6); k > 0; k--) {
        mutated[random.nextInt(20, mutated.length)] = (byte) random.nextInt(256);
      }
      Files.write(file, mutated);
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
  void thePublicRecordingIsEqualToItsBrainVisionTwin() throws IOException {
    Path recordings = Samples.folder();
    if (recordings == null) {
      return;
    }
    Samples.Content fif = Samples.read(recordings.resolve("fif/test_bin_raw.fif"));
    Samples.Content twin = Samples.read(recordings.resolve("brainvision/test.vhdr"));
    assertThat(fif.physical()).hasSize(33);
    for (int c = 0; c < 26; c++) {
      for (int i = 0; i < 7900; i++) {
        double volts = twin.physical().get(c).get(i) * 1e-6;
        assertThat(fif.physical().get(c).get(i)).isCloseTo(volts, within(1.4e-13));
      }
    }
    assertThat(fif.markers().stream().map(RecordingMarker::micros).toList())
        .hasSize(10)
        .startsWith(486_000L, 496_000L, 1_769_000L);
  }

  @Test
  void thePublicMegGivesTheSumThatMneGives() throws IOException {
    Path recordings = Samples.folder();
    if (recordings == null) {
      return;
    }
    Samples.Content meg = Samples.read(recordings.resolve("fif/test_ctf_comp_raw.fif"));
    assertThat(meg.physical()).hasSize(340);
    assertThat(meg.stretches()).containsExactly(new Samples.Stretch(0, 0, 241));
    double sum = 0;
    for (int c = 0; c < 340; c++) {
      sum += meg.sum(c);
    }
    assertThat(sum).isCloseTo(849745.0328391046, within(1e-6)); // mne 1.x, get_data().sum()
  }
}
