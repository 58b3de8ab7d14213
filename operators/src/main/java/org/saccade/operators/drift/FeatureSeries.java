package org.saccade.operators.drift;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import org.saccade.operators.drift.FeatureRecords.Context;
import org.saccade.operators.htm.HtmDesign;
import org.saccade.operators.paged.Page;
import org.saccade.operators.paged.PageForm;
import org.saccade.operators.paged.PageSink;
import org.saccade.operators.paged.ShiftedPages;
import org.saccade.operators.series.SeriesDetector;
import org.saccade.operators.series.SeriesParameters;
import org.saccade.operators.state.Ending;
import org.saccade.schemas.HealthKind;
import org.saccade.schemas.packet.ControlCommand;
import org.saccade.schemas.packet.FeatureSample;
import org.saccade.schemas.packet.Origin;
import org.saccade.schemas.packet.RawEventPacket;
import org.saccade.schemas.packet.SeriesKey;

/**
 * One series: order, continuity, commands, a detector, and all of their state.
 *
 * <pre>
 *   page 0            order, session, what is held back
 *   page 1 &lt;&lt; 24 | n  page n of the detector
 * </pre>
 */
final class FeatureSeries implements Watched {
  static final int VERSION = 1;

  private static final int FIXED_BYTES = 4096;
  private static final int DETECTOR = 1 << 24;

  private final SeriesKey key;
  private final DriftParameters parameters;
  private final FeatureRecords records;
  private final FeatureOutputs outputs;
  private final SeriesListener listener;
  private final WatchedSeries watched;
  private final Orders orders;
  private final Spell late = new Spell();
  private final Spell unusable = new Spell();
  private Beginning beginning;
  private SeriesCounts counts = new SeriesCounts();
  private Context at;
  private String session;
  private String before = "";
  private long firstTime;
  private long lastTime;
  private long ordinal;
  private long interval;
  private double resolution;
  private boolean frozen;

  FeatureSeries(
      SeriesKey key,
      DriftParameters parameters,
      HtmDesign design,
      FeatureRecords records,
      FeatureOutputs outputs,
      SeriesListener listener) {
    this.listener = listener;
    this.key = key;
    this.parameters = parameters;
    this.records = records;
    this.outputs = outputs;
    watched = new WatchedSeries(design, parameters);
    orders = new Orders(key.stream());
    beginning = new Beginning(parameters.measured());
    at = new Context(key, "", RawEventPacket.NO_EPOCH, Origin.file(0));
  }

  @Override
  public void offer(FeatureSample sample, List<ControlCommand> commands) {
    if (!follows(sample)) {
      counts.late++;
      late.add(sample.time());
      return;
    }
    at = Context.of(sample);
    tellLate();
    lastTime = sample.time();
    orders.obey(commands, session, lastTime, this::obey);
    counts.values++;
    if (!SeriesDetector.usable(sample.value())) {
      counts.unusable++;
      unusable.add(sample.time());
      return;
    }
    tellUnusable();
    if (watched.exists()) {
      step(sample.time(), sample.value());
    } else {
      beginning.add(sample.time(), sample.value());
      if (beginning.isComplete()) {
        begin();
      }
    }
  }

  /** Whether a value comes behind the one before; if so, all that lies between them is told. */
  private boolean follows(FeatureSample sample) {
    if (session == null) {
      open(sample);
      return true;
    }
    if (!session.equals(sample.session())) {
      if (before.equals(sample.session())) {
        return false;
      }
      close("session");
      open(sample);
      interrupt();
      return true;
    }
    long step = sample.time() - lastTime;
    if (step <= 0) {
      return step < -(parameters.told() ? 0 : parameters.clockResetMicros()) && reset(sample);
    }
    if (interval > 0 && step > parameters.gapIntervals() * interval) {
      gap(sample, step);
    }
    return true;
  }

  private void open(FeatureSample sample) {
    session = sample.session();
    firstTime = sample.time();
    ordinal = 0;
    counts = new SeriesCounts();
  }

  private boolean reset(FeatureSample sample) {
    if (!parameters.told()) {
      tell(
          HealthKind.CLOCK_RESET,
          sample.time(),
          lastTime,
          1,
          "time went back by " + (lastTime - sample.time()) + " µs inside of the session");
    }
    interrupt();
    return true;
  }

  private void gap(FeatureSample sample, long step) {
    long missing = Math.max(1, Math.round((double) step / interval) - 1);
    counts.gaps++;
    counts.missing += missing;
    if (!parameters.told()) {
      tell(
          HealthKind.GAP,
          lastTime,
          sample.time(),
          missing,
          "about " + missing + " values missing, at one every " + interval + " µs");
    }
    interrupt();
  }

  private void interrupt() {
    if (watched.exists()) {
      watched.detector().interrupted();
      listener.interrupted();
    }
  }

  private void begin() {
    interval = beginning.interval();
    resolution = SeriesParameters.resolution(beginning.values(), beginning.size());
    watched.begin(resolution);
    for (int i = 0; i < beginning.size(); i++) {
      step(beginning.time(i), beginning.values()[i]);
    }
    beginning = null;
  }

  private void step(long time, double value) {
    SeriesDetector detector = watched.detector();
    double expected = detector.drifts().expected();
    detector.step(micros(time), value, !frozen);
    listener.stepped(session, time, value, detector);
    if (watched.isWarm() && detector.anomalyScore() >= parameters.anomalyThreshold()) {
      counts.anomalies++;
      outputs.anomaly(records.anomaly(at, time, value, expected, detector, ordinal++));
    }
    if (detector.drift() != 0) {
      counts.drifts++;
      outputs.drift(records.drift(at, time, epoch(), detector, ordinal++));
    }
  }

  /** Unix time where it is known, for the parts of the calendar. */
  private long micros(long time) {
    return time + epoch();
  }

  private long epoch() {
    return at.epochMicros() == RawEventPacket.NO_EPOCH ? 0 : at.epochMicros();
  }

  private void obey(ControlCommand command) {
    switch (command.command()) {
      case RESET -> {
        watched.forget();
        listener.forgotten();
        beginning = new Beginning(parameters.measured());
        interval = 0;
        frozen = false;
      }
      case FREEZE -> frozen = true;
      case RESUME -> frozen = false;
      default -> throw new IllegalArgumentException("no command of this operator: " + command);
    }
    tell(
        HealthKind.OTHER,
        lastTime,
        lastTime,
        1,
        command.effective() == ControlCommand.ON_ARRIVAL
            ? command.command() + " on arrival"
            : command.command() + " effective from " + command.effective());
  }

  @Override
  public void end(Ending why) {
    if (session != null) {
      close(why == Ending.EXPIRED ? "expired" : "end_of_input");
    }
  }

  private void close(String endedBy) {
    tellLate();
    tellUnusable();
    tell(HealthKind.SUMMARY, firstTime, lastTime, counts.values, counts.summary(endedBy));
    before = session;
    session = null;
  }

  private void tellLate() {
    if (late.isOpen()) {
      tell(
          HealthKind.LATE,
          late.first(),
          late.last(),
          late.count(),
          late.count() + " values late or sent again");
      late.end();
    }
  }

  private void tellUnusable() {
    if (unusable.isOpen()) {
      tell(
          HealthKind.OTHER,
          unusable.first(),
          unusable.last(),
          unusable.count(),
          unusable.count() + " values that are no number, or beyond ±" + SeriesDetector.LARGEST);
      unusable.end();
    }
  }

  private void tell(HealthKind kind, long start, long end, long count, String detail) {
    outputs.health(records.health(at, session, kind, start, end, count, ordinal++, detail));
  }

  @Override
  public long bytes() {
    return FIXED_BYTES + 16L * parameters.measured() + watched.bytes();
  }

  @Override
  public void flush(PageSink sink) {
    sink.put(0, PageForm.page(VERSION, this::write));
    watched.flush(new ShiftedPages(sink, DETECTOR));
  }

  @Override
  public void restore(int number, Page page) {
    if (number == 0) {
      PageForm.read("series " + key, page, VERSION, this::read);
    } else {
      watched.restore(number & DETECTOR - 1, page);
    }
  }

  private void write(DataOutput out) throws IOException {
    out.writeUTF(at.session());
    out.writeLong(at.epochMicros());
    at.origin().write(out);
    out.writeBoolean(session != null);
    out.writeUTF(session == null ? "" : session);
    out.writeUTF(before);
    for (long field : new long[] {firstTime, lastTime, ordinal, interval}) {
      out.writeLong(field);
    }
    counts.write(out);
    late.write(out);
    unusable.write(out);
    orders.write(out);
    out.writeBoolean(frozen);
    out.writeBoolean(watched.exists());
    if (watched.exists()) {
      out.writeDouble(resolution);
    } else {
      beginning.write(out);
    }
  }

  private void read(DataInput in) throws IOException {
    at = new Context(key, in.readUTF(), in.readLong(), Origin.read(in));
    boolean open = in.readBoolean();
    String name = in.readUTF();
    session = open ? name : null;
    before = in.readUTF();
    firstTime = in.readLong();
    lastTime = in.readLong();
    ordinal = in.readLong();
    interval = in.readLong();
    counts = SeriesCounts.read(in);
    late.read(in);
    unusable.read(in);
    orders.read(in);
    frozen = in.readBoolean();
    if (in.readBoolean()) {
      resolution = in.readDouble();
      beginning = null;
      watched.begin(resolution);
    } else {
      beginning.read(in);
    }
  }
}
