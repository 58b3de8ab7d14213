package org.saccade.operators.neural;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.saccade.operators.neural.EpochStretches.Stretch;
import org.saccade.operators.paged.Page;
import org.saccade.operators.paged.PageForm;
import org.saccade.operators.paged.PageSink;
import org.saccade.operators.paged.Paged;
import org.saccade.operators.samples.MarkerOutput;
import org.saccade.operators.samples.SampleMarker;
import org.saccade.operators.signal.epoch.EpochParameters;
import org.saccade.operators.signal.epoch.EpochSink;
import org.saccade.operators.signal.epoch.Epochs;
import org.saccade.operators.signal.epoch.Reason;
import org.saccade.schemas.Channel;
import org.saccade.schemas.Epoch;
import org.saccade.schemas.Feature;
import org.saccade.schemas.HealthKind;
import org.saccade.schemas.Provenance;
import org.saccade.schemas.batch.SampleBatch;

/**
 * Epochs around the markers of a stream, cut of its cleaned signal. A marker comes when its epoch
 * is whole, or later ({@link #ready}); samples are kept for those that come later, over sessions
 * too. So which epochs there are, and their ids, do not depend on when markers come while their
 * samples are kept.
 *
 * <pre>
 *   page 0             whose state this is, the signal, where the samples of each opening lie
 *   page 1 &lt;&lt; 20 | n   the samples
 * </pre>
 */
final class MarkerEpochs implements Paged, EpochSink {
  private static final int VERSION = 1;
  static final int SAMPLES = 1 << 20;

  /** Records of an epoch at most. */
  private static final int PARTS = 1 << 16;

  private final EpochWindow window;
  private final String configuration;
  private final EpochStretches stretches = new EpochStretches();

  /** Pages that are in state. */
  private final BitSet written = new BitSet();

  private boolean outdated;
  private boolean foreign;
  private boolean changed;
  private EpochSignal signal;
  private EpochParameters parameters;
  private Epochs epochs;
  private MarkerOutput<Feature> out;
  private SampleMarker marker;
  private Stretch stretch;
  private long sample;
  private boolean late;

  /**
   * @param configuration digest of all that the cleaned signal depends on besides its shape
   */
  MarkerEpochs(EpochWindow window, String configuration) {
    this.window = window;
    this.configuration = configuration;
  }

  /**
   * The signal from here on; what is kept of another is forgotten.
   *
   * @throws IllegalArgumentException if its epochs would be too long to keep; then there are none
   */
  void of(EpochSignal next) {
    if (epochs != null && next.equals(signal)) {
      return;
    }
    outdated = true;
    epochs = null;
    signal = next;
    stretches.clear();
    parameters = window.at(next.rate().hz());
    boolean[] judged = new boolean[next.channels().size()];
    for (int c = 0; c < judged.length; c++) {
      judged[c] = next.voltages().get(c);
    }
    epochs = new Epochs(parameters, judged, this);
  }

  /** Samples of the cleaned signal follow those before, in an opening of the stage. */
  void samples(long opening, long base, SampleBatch batch) {
    if (epochs != null) {
      long from = epochs.next();
      epochs.process(batch);
      follow(opening, base, from);
    }
  }

  /** So many of them are missing. */
  void gap(long opening, long base, long missing) {
    if (epochs != null) {
      long from = epochs.next();
      epochs.gap(missing);
      follow(opening, base, from);
    }
  }

  private void follow(long opening, long base, long from) {
    Stretch before = stretches.of(opening);
    stretches.put(opening, new Stretch(base, before == null ? from : before.from(), epochs.next()));
    changed = true;
  }

  /**
   * The recorded sample before which every marker's epoch is whole.
   *
   * @param next number of the next recorded sample
   */
  long ready(long opening, long next) {
    if (epochs == null) {
      return next;
    }
    int behind = parameters.first() + parameters.length();
    Stretch open = stretches.of(opening);
    if (open == null) {
      return next - signal.recorded(Math.max(0, behind));
    }
    long whole = open.to() - open.from() - behind;
    return Math.min(next, open.base() + signal.before(whole));
  }

  /**
   * Takes a marker.
   *
   * @return false: its samples are not kept any more
   */
  boolean marker(SampleMarker placed, MarkerOutput<Feature> to) {
    if (epochs == null || !window.counts(placed.marker())) {
      return true;
    }
    out = to;
    marker = placed;
    stretch = stretches.of(placed.opening());
    if (stretch == null) {
      return false;
    }
    sample = nearest(placed, to);
    long at = stretch.from() + signal.cleaned(sample - stretch.base());
    long first = at + parameters.first();
    late = false;
    if (first < stretch.from()) {
      none("it would begin before the first sample");
    } else if (first + parameters.length() > stretch.to()) {
      none("the samples end before it does");
    } else {
      epochs.marker(at, placed.label());
    }
    return !late;
  }

  /** Of two that are as near the even one, as NumPy rounds. */
  private static long nearest(SampleMarker placed, MarkerOutput<Feature> to) {
    long n = placed.sample();
    if (placed.on()) {
      return n;
    }
    long behind = placed.marker().time() - to.micros(n);
    long ahead = to.micros(n + 1) - placed.marker().time();
    return behind < ahead || behind == ahead && n % 2 == 0 ? n : n + 1;
  }

  private void none(String why) {
    out.health(HealthKind.MARKER, 1, "no epoch around marker \"" + marker.label() + "\": " + why);
  }

  @Override
  public void rejected(String name, long at, Reason reason, int channel) {
    if (reason == Reason.LATE) {
      late = true;
      return;
    }
    String of = channel < 0 ? "" : " in channel " + signal.channels().get(channel).getName();
    none("rejected, " + reason.name().toLowerCase(Locale.ROOT) + of);
  }

  @Override
  public void epoch(String name, long at, double[][] values) {
    long cleaned = at - stretch.from() + parameters.first();
    long start = out.micros(stretch.base() + signal.recorded(cleaned));
    long end = out.micros(stretch.base() + signal.recorded(cleaned + parameters.length() - 1));
    int most = Math.max(1, EpochWindow.LARGEST / parameters.length());
    int parts = (values.length + most - 1) / most;
    for (int part = 0; part < parts; part++) {
      int from = part * most;
      int to = Math.min(values.length, from + most);
      List<List<Double>> listed = new ArrayList<>();
      for (int c = from; c < to; c++) {
        List<Double> channel = new ArrayList<>(values[c].length);
        for (double value : values[c]) {
          channel.add(value);
        }
        listed.add(channel);
      }
      List<Channel> channels = new ArrayList<>(signal.channels().subList(from, to));
      Provenance provenance =
          out.provenance("Epoch", start, end, marker.marker().sequence() * PARTS + part);
      out.epoch(
          new Epoch(
              provenance,
              name,
              marker.marker().code(),
              marker.marker().time(),
              sample,
              parameters.first(),
              signal.rate().numerator(),
              signal.rate().denominator(),
              channels,
              part,
              parts,
              listed));
    }
  }

  @Override
  public long bytes() {
    return epochs == null ? 0 : 8192 + epochs.bytes();
  }

  @Override
  public void flush(PageSink sink) {
    if (outdated) {
      written.stream().forEach(sink::remove);
      written.clear();
      outdated = false;
      changed = true;
    }
    if (epochs == null) {
      return;
    }
    if (changed) {
      written.set(0);
      sink.put(
          0,
          PageForm.page(
              VERSION,
              to -> {
                to.writeUTF(configuration);
                signal.write(to);
                stretches.write(to);
              }));
      changed = false;
    }
    epochs.flush(
        new PageSink() {
          @Override
          public void put(int number, Page page) {
            written.set(SAMPLES | number);
            sink.put(SAMPLES | number, page);
          }

          @Override
          public void remove(int number) {
            sink.remove(SAMPLES | number);
          }
        });
  }

  /** Takes pages back in their order: page 0 says what the others are of. */
  @Override
  public void restore(int number, Page page) {
    written.set(number);
    if (number == 0) {
      EpochSignal open = signal;
      foreign = false;
      PageForm.read(
          "epochs",
          page,
          VERSION,
          from -> {
            if (!from.readUTF().equals(configuration)) {
              foreign = true;
              return;
            }
            EpochSignal kept = EpochSignal.read(from);
            foreign = open != null && !kept.equals(open);
            if (!foreign) {
              of(kept);
              stretches.read(from);
            }
          });
      outdated = foreign;
    } else if (!foreign && epochs != null) {
      epochs.restore(number & SAMPLES - 1, page);
    }
  }
}
