package org.saccade.operators.samples;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.saccade.operators.sequence.SessionCounts;
import org.saccade.schemas.packet.RawSamplePacket;
import org.saccade.schemas.packet.SampleRate;

/** What is known and counted of the session that a stream is in. */
final class SampleSession {
  SampleShape shape;
  final long firstTime;

  /** Sensor time is counted in samples from here; set anew after a break. */
  long anchorSample;

  long anchorMicros;

  /** Number of the sample that comes next. */
  long next;

  long samplesIn;
  long samplesMissing;
  long found;
  long deadLetters;
  long ordinal;
  final SampleClock clock = new SampleClock();

  SampleSession(RawSamplePacket first) {
    this(new SampleShape(first.channels(), first.rate()), first.timeBase());
    anchor(first);
    clock.begin(first.firstSample(), first.timeBase());
  }

  private SampleSession(SampleShape shape, long firstTime) {
    this.shape = shape;
    this.firstTime = firstTime;
  }

  void anchor(RawSamplePacket packet) {
    anchorSample = packet.firstSample();
    anchorMicros = packet.timeBase();
    next = packet.firstSample();
  }

  long micros(long sample) {
    return anchorMicros + shape.rate().micros(sample - anchorSample);
  }

  /** The text of the session's summary: {@code key=value} pairs. */
  String summary(SessionCounts counts, String endedBy) {
    return "packets="
        + counts.accepted()
        + " samples_in="
        + samplesIn
        + " samples_missing="
        + samplesMissing
        + " found="
        + found
        + " gaps="
        + counts.gaps()
        + " missing="
        + counts.missing()
        + " duplicates="
        + counts.duplicates()
        + " late="
        + counts.late()
        + " reordered="
        + counts.reordered()
        + " dead_letters="
        + deadLetters
        + " ended_by="
        + endedBy;
  }

  void write(DataOutput out) throws IOException {
    RawSamplePacket.writeChannels(shape.channels(), out);
    out.writeLong(shape.rate().numerator());
    out.writeLong(shape.rate().denominator());
    out.writeLong(firstTime);
    for (long field :
        new long[] {
          anchorSample, anchorMicros, next, samplesIn, samplesMissing, found, deadLetters, ordinal
        }) {
      out.writeLong(field);
    }
    clock.write(out);
  }

  /**
   * @param version of the content that wrote it: 1 did not watch the clock
   */
  static SampleSession read(DataInput in, int version) throws IOException {
    SampleShape shape =
        new SampleShape(
            RawSamplePacket.readChannels(in), new SampleRate(in.readLong(), in.readLong()));
    SampleSession s = new SampleSession(shape, in.readLong());
    s.anchorSample = in.readLong();
    s.anchorMicros = in.readLong();
    s.next = in.readLong();
    s.samplesIn = in.readLong();
    s.samplesMissing = in.readLong();
    s.found = in.readLong();
    s.deadLetters = in.readLong();
    s.ordinal = in.readLong();
    if (version == 1) {
      var unused = in.readBoolean();
      s.clock.begin(s.next, s.micros(s.next));
    } else {
      s.clock.read(in);
    }
    return s;
  }
}
