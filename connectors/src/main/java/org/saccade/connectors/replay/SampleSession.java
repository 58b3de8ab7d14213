package org.saccade.connectors.replay;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.saccade.connectors.recording.RecordingMarker;
import org.saccade.connectors.recording.SampleRecording;
import org.saccade.schemas.batch.SampleBatch;
import org.saccade.schemas.packet.SampleRate;

/**
 * A sampled recording cut into packets of one session. A hole in the recording is a hole in the
 * numbers of the samples, as long as it lasted. Where its clock falls back the numbers go on and
 * the time falls: who reads the packets tells of it. Its markers go with the packets: each with the
 * first packet that ends behind it, or, met later, with the next.
 */
public final class SampleSession {
  /** Less is rounding. */
  private static final long OVERLAP_MICROS = 20_000;

  private final SampleRecording recording;
  private final SamplePacketWriter writer;
  private final int most;
  private final SampleBatch batch = new SampleBatch();
  private final SampleRate rate;
  private final PriorityQueue<RecordingMarker> waiting =
      new PriorityQueue<>(Comparator.comparingLong(RecordingMarker::micros));
  private final List<RecordingMarker> due = new ArrayList<>();
  private int from;
  private long nextSample;
  private long endMicros;
  private boolean began;
  private boolean ended;
  private int count;

  /**
   * @param most samples a packet
   */
  public SampleSession(SampleRecording recording, SamplePacketWriter writer, int most) {
    this.recording = recording;
    this.writer = writer;
    this.most = most;
    rate = recording.header().rate();
  }

  /** The next packet's value; null behind the last, which is empty and ends the session. */
  public byte[] next() throws IOException {
    due.clear();
    if (ended) {
      return null;
    }
    if (from == batch.size()) {
      from = 0;
      boolean more = recording.read(batch);
      waiting.addAll(recording.markers());
      if (!more) {
        ended = true;
        count = 0;
        takeDue(Long.MAX_VALUE);
        return writer.writeEnd(nextSample, endMicros);
      }
      long begin = recording.firstMicros();
      long hole = began ? rate.samples(begin - endMicros) : 0;
      nextSample += Math.max(0, Math.min(hole, 1L << 32));
      // Stretches that overlap by rounding go on; time that falls is sent as it is.
      endMicros = began && hole < 0 && endMicros - begin < OVERLAP_MICROS ? endMicros : begin;
      began = true;
    }
    int to = Math.min(batch.size(), from + most);
    count = to - from;
    byte[] value = writer.write(batch, from, to, nextSample, endMicros);
    nextSample += count;
    from = to;
    endMicros += rate.micros(count);
    takeDue(endMicros - 1);
    return value;
  }

  private void takeDue(long micros) {
    while (!waiting.isEmpty() && waiting.peek().micros() <= micros) {
      due.add(waiting.poll());
    }
  }

  /** Markers that go with the packet given last, before it, in the order of their times. */
  public List<RecordingMarker> due() {
    return List.copyOf(due);
  }

  /** Samples in the packet given last. */
  public int count() {
    return count;
  }

  /** Number of the sample behind the packet given last. */
  public long nextSample() {
    return nextSample;
  }

  /** Sensor time at the end of the packet given last, microseconds. */
  public long endMicros() {
    return endMicros;
  }
}
