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
import org.saccade.operators.microsaccade.PostRules;
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
import org.saccade.schemas.ChannelType;
import org.saccade.schemas.Eye;
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
  private static final int MARKED = 1 << 20;
  private static final double MIN_RATE = 10;
  private static final double MAX_RATE = 20_000;

  private final GazeParameters parameters;
  private final EyeWatch leftWatch = new EyeWatch("left eye", 0);
  private final EyeWatch rightWatch = new EyeWatch("right eye", 1);
  private final SwapWatch swap = new SwapWatch();
  private OnlineDetector detector;
  private double rate;
  private PostRules[] rules;
  private TrialBuffer trial = new TrialBuffer(0);
  private final TrialMarkers.Meanings meanings;
  private final SampleBatch positions = new SampleBatch();
  private MarkedTrials marked;

  /** Kept for another rate: its pages are to be removed. */
  private MarkedTrials outdated;

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
    meanings =
        parameters.trialMarkers() == null
            ? null
            : new TrialMarkers.Meanings(parameters.trialMarkers());
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
    rules = new PostRules[6];
    for (int i = 0; i < rules.length; i++) {
      rules[i] = WholeTrial.rules(parameters, hz);
    }
    int longest = parameters.trialSamples(hz);
    trial = new TrialBuffer(meanings == null ? longest : 0);
    if (meanings != null) {
      if (marked != null) {
        marked.clear();
        outdated = marked;
      }
      marked = new MarkedTrials(longest, parameters.waitSamples(hz));
    }
  }

  @Override
  public void process(SampleBatch batch, long firstSample, StageOutput<Microsaccade> output) {
    out = output;
    if (!usable) {
      return;
    }
    boolean whole = meanings == null && parameters.trialSeconds() > 0;
    if (marked != null) {
      positions.shape(4, batch.size());
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
        positions.channel(0)[i] = xl;
        positions.channel(1)[i] = yl;
        positions.channel(2)[i] = xr;
        positions.channel(3)[i] = yr;
      }
    }
    if (marked != null) {
      marked.add(out.opening(), firstSample, eyes, positions);
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
    long kept = meanings == null && parameters.trialSeconds() > 0 ? Math.min(missing, 1L << 24) : 0;
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
    if (meanings == null && parameters.trialSeconds() > 0) {
      wholeTrial();
      trial.clear();
    }
    for (PostRules rule : rules) {
      rule.clear();
    }
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
                send(eye(which, eyes.named()), onset, end, amplitude, direction, peak, TRIAL));
  }

  @Override
  public boolean marker(SampleMarker marker, MarkerOutput<Microsaccade> to) {
    TrialMarkers.Meaning meaning =
        meanings == null || marked == null
            ? TrialMarkers.Meaning.NOTHING
            : meanings.of(marker.label());
    if (meaning == TrialMarkers.Meaning.NOTHING) {
      return true;
    }
    MarkedTrials.Outcome outcome =
        meaning == TrialMarkers.Meaning.BEGIN ? marked.begin(marker) : marked.end(marker);
    if (outcome == MarkedTrials.Outcome.TOO_LONG) {
      to.health(
          HealthKind.OTHER,
          marked.length(),
          String.format(
              "the trial that \"%s\" ends has %d samples, more than %d (%s s), so it was not"
                  + " detected as a whole",
              marker.label(), marked.length(), marked.longest(), parameters.trialSeconds()));
    } else if (outcome == MarkedTrials.Outcome.TRIAL) {
      new WholeTrial(parameters, rate, marked.bothEyes())
          .detect(
              marked.positions(),
              (which, onset, end, amplitude, direction, peak) ->
                  send(marked.first(), which, onset, end, amplitude, direction, peak, to));
    }
    return outcome != MarkedTrials.Outcome.LATE;
  }

  /** Records of trials between markers are numbered by eye and onset: whenever the marker comes. */
  private void send(
      long first,
      int which,
      long onset,
      long end,
      double amplitude,
      double direction,
      double peak,
      MarkerOutput<Microsaccade> to) {
    long from = to.micros(first + onset);
    long until = to.micros(first + end);
    to.emit(
        new Microsaccade(
            to.provenance("Microsaccade", from, until, 4 * (first + onset) + which),
            from,
            until,
            eye(which, marked.named()),
            amplitude,
            direction,
            peak,
            null,
            1.0,
            TRIAL));
  }

  private static Eye eye(int which, boolean named) {
    return which == WholeTrial.LEFT
        ? (named ? Eye.LEFT : Eye.UNKNOWN)
        : which == WholeTrial.RIGHT ? Eye.RIGHT : Eye.BINOCULAR;
  }

  private Eye leftEye() {
    return eye(WholeTrial.LEFT, eyes.named());
  }

  @Override
  public void eye(boolean left, EyeMovement movement, boolean alone) {
    (left ? leftWatch : rightWatch)
        .velocity(trialStart + movement.onset(), movement.peakVelocity(), out);
    if (alone || parameters.eachEye()) {
      send(left ? 0 : 1, left ? leftEye() : Eye.RIGHT, movement, STREAMING);
    }
  }

  @Override
  public void both(BinocularMovement movement, long clusterEnd) {
    send(2, movement, STREAMING);
  }

  private void send(int rule, Eye eye, EyeMovement m, String method) {
    if (rules[rule].keeps(m.onset(), m.end(), m.amplitude())) {
      send(eye, m.onset(), m.end(), m.amplitude(), m.direction(), m.peakVelocity(), method);
    }
  }

  private void send(int rule, BinocularMovement m, String method) {
    if (rules[rule].keeps(m.onset(), m.end(), m.amplitude())) {
      send(
          Eye.BINOCULAR,
          m.onset(),
          m.end(),
          m.amplitude(),
          m.amplitudeAngle(),
          m.peakVelocity(),
          method);
    }
  }

  private void send(
      Eye eye,
      long onset,
      long end,
      double amplitude,
      double direction,
      double peak,
      String method) {
    long from = out.micros(trialStart + onset);
    long to = out.micros(trialStart + end);
    out.emit(
        new Microsaccade(
            out.provenance("Microsaccade", from, to),
            from,
            to,
            eye,
            amplitude,
            direction,
            peak,
            null,
            1.0,
            method));
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
    ShiftedPages markedPages = new ShiftedPages(sink, MARKED);
    if (outdated != null) {
      outdated.flush(markedPages);
      outdated = null;
    }
    if (marked != null) {
      marked.flush(markedPages);
    }
  }

  @Override
  public void restore(int number, Page page) {
    if (number == 0) {
      PageForm.read("microsaccades", page, VERSION, this::read);
    } else if (number < MARKED) {
      trial.restorePage(number, page);
    } else if (marked != null) {
      marked.restore(number & MARKED - 1, page);
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
    for (PostRules rule : rules) {
      to.writeLong(rule.lastEnd());
    }
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
    for (PostRules rule : rules) {
      rule.restore(from.readLong());
    }
    trial.restore(from.readInt(), from.readBoolean());
    detector.load(from);
  }
}
