package org.saccade.operators.gaze;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.saccade.operators.paged.Fields;
import org.saccade.operators.paged.Page;
import org.saccade.operators.paged.PageSink;
import org.saccade.operators.paged.Paged;
import org.saccade.operators.paged.PagedParts;
import org.saccade.operators.samples.SampleMarker;
import org.saccade.operators.signal.SampleRing;
import org.saccade.schemas.batch.SampleBatch;

/**
 * Positions as far back as the longest trial and the wait for its marker, and where trials lie in
 * them.
 *
 * <pre>
 *   trial = samples from its begin marker (else from behind the one before, or the first)
 *           up to and including its end marker
 * </pre>
 *
 * <p>Samples are numbered through all sessions in the ring; an opening of the stage is a stretch of
 * them.
 */
final class MarkedTrials implements Paged {
  /** Openings whose late markers find their samples, if the ring still has those. */
  private static final int OPENINGS = 64;

  private final int longest;
  private final int kept;
  private final SampleRing ring;
  private final Stretches stretches = new Stretches();
  private final PagedParts state;

  /**
   * @param longest samples of a trial at most
   * @param wait samples that are kept behind it
   */
  MarkedTrials(int longest, int wait) {
    this.longest = longest;
    kept = longest + wait;
    ring = new SampleRing("samples of trials", Math.max(1, kept), 4);
    state = new PagedParts(stretches, ring);
  }

  /** What became of a marker. */
  enum Outcome {
    /** It ends a trial whose positions were copied. */
    TRIAL,
    /** It ends a trial without a sample, or begins one. */
    NOTHING,
    /** The trial that it ends is longer than the longest. */
    TOO_LONG,
    /** Its samples are not kept any more. */
    LATE
  }

  /** The trial that was ended last: its first sample in the session and its positions. */
  private long first;

  private double[][] positions;

  long first() {
    return first;
  }

  double[][] positions() {
    return positions;
  }

  private boolean bothEyes;
  private boolean named;

  /** Whether the trial is one of both eyes. */
  boolean bothEyes() {
    return bothEyes;
  }

  /** Whether its channels said which eye is which. */
  boolean named() {
    return named;
  }

  /** Samples from the trial's begin to its end, where it was too long. */
  private long length;

  long length() {
    return length;
  }

  int longest() {
    return longest;
  }

  /**
   * Takes samples of an opening.
   *
   * @param sample number of the first of them
   * @param seen which eyes they are of
   * @param eyes x and y of the left, x and y of the right eye
   */
  void add(long opening, long sample, EyeChannels seen, SampleBatch eyes) {
    Stretch stretch = stretches.all.get(opening);
    if (stretch == null) {
      stretch =
          new Stretch(sample, ring.next() - sample, seen.left() && seen.right(), seen.named());
      stretches.begin(opening, stretch);
    }
    ring.put(eyes, 0, eyes.size());
    stretch.end = sample + eyes.size();
    stretches.changed();
  }

  /** So many samples are missing. */
  void skip(long opening, long missing) {
    Stretch stretch = stretches.all.get(opening);
    if (stretch != null) {
      ring.skip(missing);
      stretch.end += missing;
      stretches.changed();
    }
  }

  /** A trial begins at a marker. */
  Outcome begin(SampleMarker marker) {
    Stretch stretch = stretches.all.get(marker.opening());
    if (stretch == null) {
      return Outcome.LATE;
    }
    stretch.begun = Math.max(stretch.first, marker.next());
    stretches.changed();
    return Outcome.NOTHING;
  }

  /** A trial ends at a marker. */
  Outcome end(SampleMarker marker) {
    Stretch stretch = stretches.all.get(marker.opening());
    if (stretch == null) {
      return Outcome.LATE;
    }
    first = stretch.begun >= 0 ? stretch.begun : stretch.ended;
    bothEyes = stretch.bothEyes;
    named = stretch.named;
    long end = Math.min(stretch.end, marker.sample() + 1);
    stretch.begun = -1;
    stretch.ended = Math.max(stretch.ended, end);
    stretches.changed();
    length = end - first;
    if (length <= 0) {
      return Outcome.NOTHING;
    }
    if (length > longest) {
      return Outcome.TOO_LONG;
    }
    long from = first + stretch.offset;
    if (from < ring.next() - kept) {
      return Outcome.LATE;
    }
    positions = new double[4][(int) length];
    for (int k = 0; k < 4; k++) {
      ring.copy(k, from, positions[k]);
    }
    return Outcome.TRIAL;
  }

  /** Forgets all; the next {@link #flush} takes it out of the state. */
  void clear() {
    ring.clear();
    stretches.all.clear();
    stretches.forgotten();
  }

  @Override
  public long bytes() {
    return state.bytes() + 128L * stretches.all.size();
  }

  @Override
  public void restore(int number, Page page) {
    state.restore(number, page);
  }

  @Override
  public void flush(PageSink sink) {
    state.flush(sink);
  }

  /** An opening's samples. */
  private static final class Stretch {
    final long first;

    /** Number in the ring less number in the session. */
    final long offset;

    /** Behind the last sample. */
    long end;

    /** First sample of the trial that a marker began; -1: none. */
    long begun = -1;

    /** Behind the last sample of the trial that ended last. */
    long ended;

    final boolean bothEyes;
    final boolean named;

    Stretch(long first, long offset, boolean bothEyes, boolean named) {
      this.first = first;
      this.offset = offset;
      this.bothEyes = bothEyes;
      this.named = named;
      end = first;
      ended = first;
    }
  }

  private static final class Stretches extends Fields {
    final TreeMap<Long, Stretch> all = new TreeMap<>();

    Stretches() {
      super("stretches of trials", 1);
    }

    void begin(long opening, Stretch stretch) {
      all.put(opening, stretch);
      if (all.size() > OPENINGS) {
        all.pollFirstEntry();
      }
    }

    @Override
    protected void write(DataOutput out) throws IOException {
      out.writeInt(all.size());
      for (Map.Entry<Long, Stretch> entry : all.entrySet()) {
        Stretch s = entry.getValue();
        for (long field : new long[] {entry.getKey(), s.first, s.offset, s.end, s.begun, s.ended}) {
          out.writeLong(field);
        }
        out.writeBoolean(s.bothEyes);
        out.writeBoolean(s.named);
      }
    }

    @Override
    protected void read(DataInput in) throws IOException {
      all.clear();
      for (int n = in.readInt(); n > 0; n--) {
        long[] fields = new long[6];
        for (int i = 0; i < fields.length; i++) {
          fields[i] = in.readLong();
        }
        Stretch s = new Stretch(fields[1], fields[2], in.readBoolean(), in.readBoolean());
        s.end = fields[3];
        s.begun = fields[4];
        s.ended = fields[5];
        all.put(fields[0], s);
      }
    }
  }
}
