package org.saccade.operators.neural;

import java.util.BitSet;
import java.util.List;
import org.saccade.operators.paged.Page;
import org.saccade.operators.paged.PageForm;
import org.saccade.operators.paged.PageSink;
import org.saccade.operators.paged.ShiftedPages;
import org.saccade.operators.samples.KeyedSampleOperator;
import org.saccade.operators.samples.MarkerOutput;
import org.saccade.operators.samples.SampleMarker;
import org.saccade.operators.samples.SampleShape;
import org.saccade.operators.samples.SampleStage;
import org.saccade.operators.samples.StageOutput;
import org.saccade.operators.signal.chain.SignalChain;
import org.saccade.operators.signal.chain.SignalSink;
import org.saccade.operators.signal.feature.FeatureSink;
import org.saccade.operators.signal.feature.SignalFeatures;
import org.saccade.operators.signal.watch.SignalWatch;
import org.saccade.operators.stream.StreamRecords;
import org.saccade.schemas.Feature;
import org.saccade.schemas.HealthKind;
import org.saccade.schemas.HealthState;
import org.saccade.schemas.Provenance;
import org.saccade.schemas.batch.SampleBatch;
import org.saccade.schemas.packet.SampleChannel;
import org.saccade.schemas.packet.SampleRate;

/**
 * Samples of one stream to features.
 *
 * <pre>
 *   page 0              whose state this is: a digest of parameters and shape
 *   page k &lt;&lt; 20 | n    of the chain's step of kind k, 1 to 10
 *   page 11 &lt;&lt; 20       features that are held back
 *   page 12 &lt;&lt; 20 | n   page n of what watches the channels
 *   page 13 &lt;&lt; 20 | n   page n of the windows
 *   page 14 &lt;&lt; 20 | n   pages of {@link MarkerEpochs}
 * </pre>
 */
public final class NeuralStage implements SampleStage<Feature>, FeatureSink {
  private static final int VERSION = 1;
  private static final int SHIFT = 20;
  private static final int HELD = 11;
  private static final int WATCH = 12;
  private static final int WINDOWS = 13;
  private static final int EPOCHS = 14;

  private final NeuralParameters parameters;
  private final SampleBatch signal = new SampleBatch();

  /** Pages that are in state; those of what was given up are removed. */
  private final BitSet written = new BitSet();

  private boolean givenUp;
  private boolean foreign;
  private boolean open;
  private NeuralChannels channels;
  private SignalWatch watch;
  private SignalChain chain;
  private SignalFeatures features;
  private FeatureHold hold;
  private String refused;

  /** Null: no epochs are cut. */
  private final MarkerEpochs epochs;

  private String epochsRefused;
  private boolean ending;
  private SampleRate rate;
  private String owner = "";

  /** Number in the session of the first sample since all began anew; negative: none has come. */
  private long base;

  private StageOutput<Feature> out;

  public NeuralStage(NeuralParameters parameters) {
    this.parameters = parameters;
    epochs =
        parameters.epochs() == null
            ? null
            : new MarkerEpochs(parameters.epochs(), StreamRecords.digest(parameters.text()));
  }

  /** Stages with these parameters. */
  public record Stages(NeuralParameters parameters) implements KeyedSampleOperator.Stages<Feature> {
    private static final long serialVersionUID = 1L;

    @Override
    public SampleStage<Feature> get() {
      return new NeuralStage(parameters);
    }

    @Override
    public String decisive() {
      return parameters.text();
    }

    @Override
    public boolean isOwn(List<SampleChannel> channels) {
      return NeuralChannels.areOfBrain(parameters.channels(), channels);
    }
  }

  @Override
  public void open(SampleShape shape, StageOutput<Feature> output) {
    givenUp = true;
    begin(shape);
  }

  @Override
  public void reopen(SampleShape shape) {
    begin(shape);
  }

  private void begin(SampleShape shape) {
    open = true;
    rate = shape.rate();
    owner = StreamRecords.digest(shape + ";" + parameters.text());
    base = -1;
    hold = new FeatureHold();
    try {
      channels = new NeuralChannels(parameters.channels(), shape);
      watch =
          new SignalWatch(
              parameters.watch(),
              channels.shape(),
              channels,
              new ChannelHealth(channels.shape().leads(), this::told));
      chain = new SignalChain(parameters.chain(), channels.shape(), new Cleaned());
      features = new SignalFeatures(parameters.features(), chain.shape(), this);
      refused = null;
      cutEpochs();
    } catch (IllegalArgumentException e) {
      refused = e.getMessage();
    }
  }

  private void cutEpochs() {
    epochsRefused = null;
    if (epochs == null) {
      return;
    }
    try {
      epochs.of(channels.cleaned(chain.shape()));
    } catch (IllegalArgumentException e) {
      epochsRefused = "no epochs are cut: " + e.getMessage();
    }
  }

  /** What comes out of the chain goes into the windows, and is kept for epochs. */
  private final class Cleaned implements SignalSink {
    @Override
    public void samples(SampleBatch batch) {
      features.samples(batch);
      // What a filter gives only because the session ends comes too late for markers before.
      if (epochs != null && !ending) {
        epochs.samples(out.opening(), base, batch);
      }
    }

    @Override
    public void gap(long missing) {
      features.gap(missing);
      if (epochs != null && !ending) {
        epochs.gap(out.opening(), base, missing);
      }
    }
  }

  @Override
  public void process(SampleBatch batch, long firstSample, StageOutput<Feature> output) {
    out = output;
    if (base < 0) {
      base = firstSample;
      tellAtFirst();
    }
    if (refused == null) {
      channels.pick(batch, signal);
      watch.process(signal);
      chain.samples(signal);
      release(watch.settled());
    }
  }

  private void release(long sample) {
    hold.release(
        sample,
        held -> {
          Provenance from = out.provenance("Feature", held.start(), held.end());
          out.emit(
              new Feature(
                  from,
                  from.getStream(),
                  from.getSession(),
                  held.name(),
                  held.end(),
                  held.value()));
        });
  }

  private void tellAtFirst() {
    if (refused != null) {
      out.health(HealthKind.OTHER, base, 1, refused + "; nothing is made of this stream");
    } else if (features.crowded()) {
      out.health(
          HealthKind.OTHER,
          base,
          1,
          "features of every channel would be more than "
              + parameters.features().most()
              + " (neural.features.most): only averages are told");
    }
    if (refused == null && epochsRefused != null) {
      out.health(HealthKind.OTHER, base, 1, epochsRefused);
    }
  }

  @Override
  public void gap(long missing, StageOutput<Feature> output) {
    out = output;
    if (refused == null) {
      watch.gap(missing);
      chain.gap(missing);
      release(watch.settled());
    }
  }

  @Override
  public void close(StageOutput<Feature> output) {
    out = output;
    if (refused == null) {
      ending = true;
      chain.end();
      ending = false;
      watch.end();
      release(Long.MAX_VALUE);
    }
    open = false;
    givenUp = true;
    watch = null;
    chain = null;
    features = null;
    hold = null;
  }

  @Override
  public long ready(long next, StageOutput<Feature> output) {
    return epochs == null || refused != null ? next : epochs.ready(output.opening(), next);
  }

  @Override
  public boolean marker(SampleMarker marker, MarkerOutput<Feature> to) {
    return epochs == null || refused != null || epochs.marker(marker, to);
  }

  @Override
  public void feature(String name, long firstSample, long endSample, double value) {
    long end = recorded(endSample);
    hold.take(
        new FeatureHold.Held(
            name, out.micros(recorded(firstSample)), out.micros(end), end - base, value));
  }

  /** What is told of the channels, at samples counted from the first since all began anew. */
  private double told(
      HealthKind kind,
      HealthState state,
      long number,
      double token,
      long start,
      long end,
      String detail) {
    boolean opens = state == HealthState.OPEN;
    long begin = opens ? out.micros(base + start) : (long) token;
    if (opens && kind == HealthKind.GAIN && parameters.watch().leavesOutGain()) {
      // Where it began is known to some samples.
      hold.spoil(start - watch.block(), end);
    }
    out.interval(
        kind, state, number, begin, opens ? begin : out.micros(base + end), end - start, detail);
    return begin;
  }

  /** The sample of the session that is nearest to a sample of the cleaned signal. */
  private long recorded(long cleaned) {
    SampleRate to = chain.shape().rate();
    return base + (rate.equals(to) ? cleaned : Math.round(cleaned * (rate.hz() / to.hz())));
  }

  @Override
  public long bytes() {
    return 4096
        + 8L * signal.channels() * signal.size()
        + (epochs == null ? 0 : epochs.bytes())
        + (open && refused == null
            ? watch.bytes() + chain.bytes() + features.bytes() + hold.bytes()
            : 0);
  }

  @Override
  public void flush(PageSink sink) {
    if (epochs != null) {
      epochs.flush(new ShiftedPages(sink, EPOCHS << SHIFT));
    }
    if (givenUp) {
      written.stream().forEach(sink::remove);
      written.clear();
      givenUp = false;
    }
    if (!open) {
      return;
    }
    PageSink noted =
        new PageSink() {
          @Override
          public void put(int number, Page page) {
            written.set(number);
            sink.put(number, page);
          }

          @Override
          public void remove(int number) {
            sink.remove(number);
          }
        };
    noted.put(
        0,
        PageForm.page(
            VERSION,
            to -> {
              to.writeUTF(owner);
              to.writeLong(base);
            }));
    if (refused == null) {
      watch.flush(new ShiftedPages(noted, WATCH << SHIFT));
      chain.flush(noted);
      hold.flush(new ShiftedPages(noted, HELD << SHIFT));
      features.flush(new ShiftedPages(noted, WINDOWS << SHIFT));
    }
  }

  @Override
  public void restore(int number, Page page) {
    if (number >> SHIFT >= EPOCHS) {
      if (epochs != null) {
        epochs.restore(number - (EPOCHS << SHIFT), page);
        return;
      }
      // Of a configuration with epochs: to be removed.
      givenUp = true;
    }
    written.set(number);
    if (number == 0 && open) {
      PageForm.read(
          "cleaning of a signal",
          page,
          VERSION,
          from -> {
            foreign = !from.readUTF().equals(owner);
            base = foreign ? -1 : from.readLong();
          });
      givenUp = foreign;
    } else if (!open) {
      givenUp = true;
    } else if (!foreign && refused == null) {
      if (number >> SHIFT == WINDOWS) {
        features.restore(number & (1 << SHIFT) - 1, page);
      } else if (number >> SHIFT == HELD) {
        hold.restore(number & (1 << SHIFT) - 1, page);
      } else if (number >> SHIFT == WATCH) {
        watch.restore(number & (1 << SHIFT) - 1, page);
      } else if (number > 0) {
        chain.restore(number, page);
      }
    }
  }
}
