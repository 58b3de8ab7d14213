package org.saccade.connectors.recording.xdf;

import java.io.EOFException;
import java.io.IOException;

/** Goes over the samples of one stream, a chunk at a time: when each was, then its values. */
final class SampleChunks {
  /** Largest stamp that fits into microseconds, seconds. */
  private static final double MAX_SECONDS = 1e12;

  private final StreamHeader header;
  private final XdfInput in;
  private final ClockCorrection clock;
  private long left;
  private double stamp;
  private double seconds;
  private long cut;
  private long impossible;

  SampleChunks(StreamHeader header, XdfInput in, ClockCorrection clock) {
    this.header = header;
    this.in = in;
    this.clock = clock;
  }

  /** Begins a chunk; the input stands behind the stream's number. */
  void begin() throws IOException {
    try {
      left = in.length();
    } catch (EOFException e) {
      left = -1;
    }
    if (left < 0) {
      left = 0;
      cut++;
    }
  }

  /** Goes to the values of the chunk's next sample; false behind the last that is whole. */
  boolean next() throws IOException {
    if (left == 0) {
      return false;
    }
    left--;
    try {
      double stored = in.unsigned(1) == 0 ? stamp + header.period() : in.real();
      if (in.remaining() < (long) header.channels().size() * header.format().width()) {
        throw new EOFException();
      }
      if (!(Math.abs(stored) < MAX_SECONDS)) {
        impossible++;
        stored = stamp + header.period();
      }
      stamp = stored;
      seconds = clock.corrected(stored);
      return true;
    } catch (EOFException e) {
      end();
      return false;
    }
  }

  /** The rest of the chunk cannot be read. */
  void end() {
    left = 0;
    cut++;
  }

  /** When the sample was, on the recorder's clock, with its jitter. */
  double seconds() {
    return seconds;
  }

  /** Number of the run of the clock that the sample's stamp is of. */
  int run() {
    return clock.run();
  }

  /** Chunks that hold less than they declare. */
  long cut() {
    return cut;
  }

  /** Stamps that cannot be: the nominal period went on in their place. */
  long impossible() {
    return impossible;
  }
}
