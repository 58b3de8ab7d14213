package org.saccade.connectors.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.saccade.connectors.recording.RecordingMarker;
import org.saccade.connectors.recording.SampleHeader;
import org.saccade.connectors.recording.SampleRecording;
import org.saccade.schemas.ChannelType;
import org.saccade.schemas.SampleEncoding;
import org.saccade.schemas.batch.SampleBatch;
import org.saccade.schemas.codec.ViolationCounts;
import org.saccade.schemas.packet.SampleChannel;
import org.saccade.schemas.packet.SampleRate;

class SampleSessionTest {
  private static final SampleRate RATE = SampleRate.of(30_000);

  /** So many samples without a hole, one a read: each begins at a rounded time. */
  private record OneByOne(long[] next, long count) implements SampleRecording {
    @Override
    public SampleHeader header() {
      return new SampleHeader(
          "test",
          List.of(SampleChannel.of("a", ChannelType.EEG, "uV")),
          RATE,
          SampleEncoding.INT16,
          null,
          Map.of());
    }

    @Override
    public boolean read(SampleBatch batch) {
      boolean more = ++next[0] < count;
      batch.shape(1, more ? 1 : 0);
      return more;
    }

    @Override
    public long firstSample() {
      return next[0];
    }

    @Override
    public long firstMicros() {
      return RATE.micros(next[0]);
    }

    @Override
    public List<RecordingMarker> markers() {
      return List.of();
    }

    @Override
    public ViolationCounts violations() {
      return new ViolationCounts();
    }

    @Override
    public double fraction() {
      return 0;
    }

    @Override
    public void close() {}
  }

  @Test
  void roundedTimesOfManyShortReadsMakeNoHole() throws IOException {
    long count = 3000;
    OneByOne recording = new OneByOne(new long[] {-1}, count);
    SampleSession session =
        new SampleSession(recording, new SamplePacketWriter("s", "run", recording.header()), 100);
    long packets = 0;
    while (session.next() != null) {
      packets++;
    }
    assertThat(packets).isEqualTo(count + 1);
    assertThat(session.nextSample()).isEqualTo(count);
    assertThat(session.endMicros()).isBetween(RATE.micros(count) - 1, RATE.micros(count) + 1);
  }
}
