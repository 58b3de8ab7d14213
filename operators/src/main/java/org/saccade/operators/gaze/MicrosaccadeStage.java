package org.saccade.operators.gaze;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import org.saccade.operators.microsaccade.BinocularMovement;
import org.saccade.operators.microsaccade.DetectorParameters;
import org.saccade.operators.microsaccade.EyeMovement;
import org.saccade.operators.microsaccade.MovementSink;
import org.saccade.operators.microsaccade.OnlineDetector;
import org.saccade.operators.microsaccade.OnlineParameters;
import org.saccade.operators.paged.Page;
import org.saccade.operators.paged.PageForm;
import org.saccade.operators.paged.PageSink;
import org.saccade.operators.samples.KeyedSampleOperator;
import org.saccade.operators.samples.MarkerOutput;
import org.saccade.operators.samples.SampleMarker;
import org.saccade.operators.samples.SampleShape;
import org.saccade.operators.samples.SampleStage;
import org.saccade.operators.samples.StageOutput;
import org.saccade.schemas.ChannelType;
import org.saccade.schemas.HealthKind;
import org.saccade.schemas.Microsaccade;
import org.saccade.schemas.batch.SampleBatch;
import org.saccade.schemas.packet.SampleChannel;

/**
 * Microsaccades of one person on a stream. A session is a trial, or several: a channel of type STIM
 * whose value changes ends one; or markers say where trials begin and end. Thresholds are carried
 * on.
 *
 * <pre>
 *   page 0                 detector, its windows, what is watched of the eyes
 *   page 1 + n             positions of the trial, where whole trials are detected too
 *   page 1 &lt;&lt; 20 | n       positions for trials between markers, and where those lie
 * </pre>
 */
public final class MicrosaccadeStage implements SampleStage<Microsaccade>, MovementSink {
  /** Method of what was found with the thresholds of the seconds before. */
  public static final String STREAMING = "velocity-threshold/streaming";

  /** Method of what was found with the threshold of the whole trial. */
  public static final String TRIAL = "velocity-threshold/trial";

  private static final int VERSION = 1;
  private static final double MIN_RATE = 10;
  private static final double MAX_RATE = 20_000;

  private final GazeParameters parameters;
  private final EyeWatch leftWatch = new EyeWatch("left eye", 0);
  private final EyeWatch rightWatch = new EyeWatch("right eye", 1);
  private final SwapWatch swap = new SwapWatch();
  private OnlineDetector detector;
  private double rate;
  private MovementRecords records;
  private TrialBuffer trial = new TrialBuffer(0);

  /** Null: trials are not those between markers. */
  private final BetweenMarkers marked;

  /** Whether the session's trials are detected as a whole. */
  private final boolean whole;

  private SampleShape shape;
  private EyeChannels eyes;
  private int stim = -1;
  private boolean usable;
  private long trialStart;
  private long next;
  private double stimulus = Double.NaN;
  private StageOutput<Microsaccade> out;

  public MicrosaccadeStage(GazeParameters parameters) {
    this.parameters = parameters;
    marked = parameters.trialMarkers() == null ? null : new BetweenMarkers(parameters);
    whole = marked == null && parameters.trialSeconds() > 0;
  }

  /** Stages with these parameters. */
  public record Stages(GazeParameters parameters)
      implements KeyedSampleOperator.Stages<Microsaccade> {
    private static final long serialVersionUID = 1L;

    @Override
    public SampleStage<Microsaccade> get() {
      return new MicrosaccadeStage(parameters);
    }

    @Override
    public String decisive() {
      return parameters.decisive();
    }

    /** Whether there is a channel of gaze. */
    @Override
    public boolean isOwn(List<SampleChannel> channels) {
      return channels.stream()
          .anyMatch(c -> c.type() == ChannelType.GAZE_X || c.type() == ChannelType.GAZE_Y);
    }
  }

  @Override
  public void open(SampleShape opened, StageOutput<Microsaccade> output) {
    out = output;
    prepare(opened);
    if (!eyes.any()) {
      refuse("the stream has no gaze: no channels of type GAZE_X and GAZE_Y of one eye");
    } else if (!inDegrees()) {
      refuse("the gaze is not in degrees (unit deg); nothing is detected in it");
    } else if (opened.rate().hz() < MIN_RATE || opened.rate().hz() > MAX_RATE) {
      refuse("gaze at " + opened.rate() + ": expected 10 to 20000 Hz");
    }
    trialStart = -1;
    stimulus = Double.NaN;
    leftWatch.open();
    rightWatch.open();
    swap.open();
  }

  private void refuse(String detail) {
    out.health(HealthKind.OTHER, 0, 1, detail);
  }

  private boolean inDegrees() {
    int channel = eyes.left() ? eyes.xLeft() : eyes.xRight();
    return shape
        .channels()
        .get(channel)
        .unit()
        .toLowerCase(java.util.Locale.ROOT)
        .startsWith("deg");
  }

  /** Whatever follows from channels and rate; the detector stays where the rate is the same. */
  private void prepare(SampleShape opened) {
    shape = opened;
    eyes = EyeChannels.of(opened.channels());
    stim = -1;
    List<SampleChannel> channels = opened.channels();
    for (int c = 0; c < channels.size(); c++) {
      stim = stim < 0 && channels.get(c).type() == ChannelType.STIM ? c : stim;
    }
    double hz = opened.rate().hz();
    usable = eyes.any() && hz >= MIN_RATE && hz <= MAX_RATE && inDegrees();
    if (usable) {
      detectorFor(hz);
    }
  }

  private void detectorFor(double hz) {
    if (detector != null && rate == hz) {
      return;
    }
    rate = hz;
    detector =
        new OnlineDetector(
            new OnlineParameters(
                new DetectorParameters(parameters.lambda(), parameters.minDuration()),
                parameters.windowSeconds(),
                Math.min(1, parameters.windowSeconds())),
            hz,
            this);
    records = new MovementRecords(parameters, hz);
    trial = new TrialBuffer(whole ? parameters.trialSamples(hz) : 0);
    if (marked != null) {
      marked.rate(hz);
    }
  }

  @Override
  public void process(SampleBatch batch, long firstSample, StageOutput<Microsaccade> output) {
    out = output;
    if (!usable) {
      return;
    }
    if (marked != null) {
      marked.begin(batch.size());
    }
    for (int i = 0; i < batch.size(); i++) {
      long sample = firstSample + i;
      if (stim >= 0) {
        double value = batch.channel(stim)[i];
        if (value != stimulus && !Double.isNaN(stimulus) && !Double.isNaN(value)) {
          endTrial();
        }
        stimulus = value;
      }
      if (trialStart < 0) {
        trialStart = sample;
      }
      next = sample + 1;
      double xl = position(batch, eyes.xLeft(), i);
      double yl = position(batch, eyes.yLeft(), i);
      double xr = position(batch, eyes.xRight(), i);
      double yr = position(batch, eyes.yRight(), i);
      if (eyes.left()) {
        leftWatch.sample(sample, xl, yl, rate, out);
      }
      if (eyes.right()) {
        rightWatch.sample(sample, xr, yr, rate, out);
      }
      swap.sample(sample, xl, xr, out);
      detector.push(xl, yl, xr, yr);
      if (whole) {
        trial.add(xl, yl, xr, yr);
      }
      if (marked != null) {
        marked.set(i, xl, yl, xr, yr);
      }
    }
    if (marked != null) {
      marked.end(out.opening(), firstSample, eyes);
    }
  }

  private double position(SampleBatch batch, int channel, int i) {
    return channel < 0
        ? Double.NaN
        : shape.channels().get(channel).physical(batch.channel(channel)[i]);
  }

  @Override
  public void gap(long missing, StageOutput<Microsaccade> output) {
    out = output;
    if (!usable) {
      return;
    }
    if (marked != null) {
      marked.skip(out.opening(), missing);
    }
    if (trialStart < 0) {
      return;
    }
    detector.gap(missing);
    next += missing;
    // One hole parts the stretches as well as many, but the trial's numbers must stay.
    long kept = whole ? Math.min(missing, 1L << 24) : 0;
    for (long i = 0; i < kept && !trial.overflown(); i++) {
      trial.add(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }
  }

  @Override
  public void close(StageOutput<Microsaccade> output) {
    out = output;
    if (usable && trialStart >= 0) {
      endTrial();
      leftWatch.end(next, out);
      rightWatch.end(next, out);
    }
  }

  private void endTrial() {
    detector.finish();
    if (whole) {
      wholeTrial();
      trial.clear();
    }
    records.clear();
    trialStart = -1;
  }

  private void wholeTrial() {
    if (trial.overflown()) {
      out.health(
          HealthKind.OTHER,
          trialStart,
          next - trialStart,
          "the trial is longer than "
              + parameters.trialSeconds()
              + " s, so it was not detected as a whole");
      return;
    }
    double[][] at = new double[4][];
    for (int k = 0; k < 4; k++) {
      at[k] = trial.component(k);
    }
    new WholeTrial(parameters, rate, eyes.left() && eyes.right())
        .detect(
            at,
            (which, onset, end, amplitude, direction, peak) ->
                MovementRecords.send(
                    out,
                    trialStart + onset,
                    trialStart + end,
                    which,
                    eyes.named(),
                    amplitude,
                    direction,
                    peak,
                    TRIAL));
  }

  @Override
  public boolean marker(SampleMarker marker, MarkerOutput<Microsaccade> to) {
    return marked == null || marked.marker(marker, to);
  }

  @Override
  public void eye(boolean left, EyeMovement movement, boolean alone) {
    (left ? leftWatch : rightWatch)
        .velocity(trialStart + movement.onset(), movement.peakVelocity(), out);
    if (alone || parameters.eachEye()) {
      records.eye(out, trialStart, left, eyes.named(), movement);
    }
  }

  @Override
  public void both(BinocularMovement movement, long clusterEnd) {
    records.both(out, trialStart, movement);
  }

  @Override
  public void reopen(SampleShape opened) {
    prepare(opened);
  }

  @Override
  public long bytes() {
    return 2048
        + trial.bytes()
        + (detector == null ? 0 : detector.bytes())
        + (marked == null ? 0 : marked.bytes());
  }

  @Override
  public void flush(PageSink sink) {
    if (detector != null) {
      sink.put(0, PageForm.page(VERSION, this::write));
      trial.flush(sink);
    }
    if (marked != null) {
      marked.flush(sink);
    }
  }

  @Override
  public void restore(int number, Page page) {
    if (number == 0) {
      PageForm.read("microsaccades", page, VERSION, this::read);
    } else if (number < BetweenMarkers.PAGES) {
      trial.restorePage(number, page);
    } else if (marked != null) {
      marked.restore(number, page);
    }
  }

  private void write(DataOutput to) throws IOException {
    to.writeDouble(rate);
    to.writeLong(trialStart);
    to.writeLong(next);
    to.writeDouble(stimulus);
    leftWatch.write(to);
    rightWatch.write(to);
    swap.write(to);
    records.write(to);
    to.writeInt(trial.size());
    to.writeBoolean(trial.overflown());
    detector.save(to);
  }

  private void read(DataInput from) throws IOException {
    detectorFor(from.readDouble());
    trialStart = from.readLong();
    next = from.readLong();
    stimulus = from.readDouble();
    leftWatch.read(from);
    rightWatch.read(from);
    swap.read(from);
    records.read(from);
    trial.restore(from.readInt(), from.readBoolean());
    detector.load(from);
  }
}
