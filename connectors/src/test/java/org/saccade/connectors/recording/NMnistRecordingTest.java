package org.saccade.connectors.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.codec.Violation;

/** N-MNIST records, built from their bits. */
class NMnistRecordingTest {
  private static final ReadOptions NMNIST = ReadOptions.DEFAULT.withFormat("nmnist");

  private static byte[] event(int t, int x, int y, int p) {
    return new byte[] {(byte) x, (byte) y, (byte) (p << 7 | t >> 16), (byte) (t >> 8), (byte) t};
  }

  @Test
  void aRecordIsColumnRowPolarityAndTwentyThreeBitsOfTime() throws IOException {
    EventBatch events = Recordings.events(event(0x7FFFFF, 255, 239, 1), NMNIST);
    assertThat(events.t(0)).isEqualTo(8_388_607);
    assertThat(events.x(0)).isEqualTo(255);
    assertThat(events.y(0)).isEqualTo(239);
    assertThat(events.p(0)).isEqualTo(1);
  }

  @Test
  void aRecordWithRow240AddsToTheTimesOfAllThatFollow() throws IOException {
    byte[] recording =
        Recordings.concat(
            event(100, 1, 1, 0),
            event(0, 0, 240, 0),
            event(200, 1, 1, 0),
            event(5, 9, 240, 1),
            event(300, 1, 241, 0));
    for (int capacity = 1; capacity < 5; capacity++) {
      EventBatch events = Recordings.read(recording, NMNIST, capacity).events();
      assertThat(Arrays.copyOf(events.t(), events.size()))
          .containsExactly(100, 200 + 8192, 300 + 2 * 8192);
    }
  }

  @Test
  void aRecordingThatBeginsInsideOfOneGoesOnFromTheStateThere() throws IOException {
    byte[] recording =
        Recordings.concat(event(100, 1, 1, 0), event(0, 0, 240, 0), event(200, 1, 1, 0));
    RecordingReader first = RecordingReader.open(recording, NMNIST);
    first.read(new EventBatch(1));
    RecordingReader second = RecordingReader.open(recording, NMNIST);
    second.resume(first.position());
    EventBatch rest = Recordings.read(second, 3).events();
    assertThat(Arrays.copyOf(rest.t(), rest.size())).containsExactly(200 + 8192);
  }

  @Test
  void lastBytesThatAreNoRecordAreCounted() throws IOException {
    byte[] recording = Recordings.concat(event(1, 1, 1, 1), new byte[] {1, 2, 3});
    Recordings.Content content = Recordings.read(recording, NMNIST, 9);
    assertThat(content.events().size()).isEqualTo(1);
    assertThat(content.violations().get(Violation.TRUNCATED_TAIL)).isEqualTo(3);
  }

  @Test
  void geometryIsTheCallersOrUnknown() throws IOException {
    byte[] recording = event(1, 1, 1, 1);
    assertThat(RecordingReader.open(recording, NMNIST).header().hasGeometry()).isFalse();
    assertThat(RecordingReader.open(recording, NMNIST.withGeometry(34, 34)).header().height())
        .isEqualTo(34);
  }
}
