package org.saccade.operators.classify;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.saccade.operators.paged.Page;
import org.saccade.operators.paged.PageSink;
import org.saccade.operators.paged.ShiftedPages;
import org.saccade.operators.sequence.SessionCounts;
import org.saccade.operators.stream.MarkedContent;
import org.saccade.operators.stream.StreamReport;
import org.saccade.schemas.Classification;
import org.saccade.schemas.Provenance;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.codec.MalformedPayloadException;
import org.saccade.schemas.packet.PayloadDecoder;
import org.saccade.schemas.packet.RawEventPacket;
import org.saccade.schemas.packet.StreamMarker;

/**
 * What is done with one sensor's packets: decoded, kept for a window, classified when it is due.
 *
 * <pre>
 *   page 1 &lt;&lt; 24 | n  page n of the ring
 * </pre>
 */
final class ClassifyContent implements MarkedContent<RawEventPacket>, EventWindows.Sink {
  static final int VERSION = 2;

  /** From this version on a session has the size of its sensor. */
  private static final int SENSOR_SIZE = 2;

  private static final int RING = 1 << 24;
  private static final int LARGEST_COORDINATE = Short.MAX_VALUE;

  private final String stream;
  private final ClassifyParameters parameters;
  private final StreamReport report;
  private final ClassifyOutputs outputs;
  private final EventBatch decoded;
  private final EventBatch window;
  private final PayloadDecoder decoder = new PayloadDecoder();
  private final Models models;
  private final EventRing ring;
  private final EventWindows windows;
  private final MarkedPart part;
  private final Votes votes = new Votes();
  private final StreamAnswers told;
  private long firstTime;
  private long passed;
  private long eventsIn;
  private long answers;
  private long nothings;
  private long deadLetters;

  /**
   * @param loaded the models of this subtask
   * @param decoded where packets are decoded; shared by the streams of one thread
   * @param window where a window's events are gathered; shared too
   */
  ClassifyContent(
      String stream,
      ClassifyParameters parameters,
      Supplier<List<LoadedModel>> loaded,
      StreamReport report,
      ClassifyOutputs outputs,
      EventBatch decoded,
      EventBatch window) {
    this.stream = stream;
    this.parameters = parameters;
    this.report = report;
    this.outputs = outputs;
    this.decoded = decoded;
    this.window = window;
    models = new Models(stream, loaded);
    ring = new EventRing(parameters.events());
    double shift = parameters.staggered() ? WindowSeed.shift(stream) : 1;
    windows = new EventWindows(ring, shift, models.current().preprocessing(), this);
    part = new MarkedPart(ring);
    told = new StreamAnswers(outputs.work(), this::told);
  }

  @Override
  public int version() {
    return VERSION;
  }

  @Override
  public void open(RawEventPacket first) {
    firstTime = first.timeBase();
    eventsIn = 0;
    answers = 0;
    nothings = 0;
    deadLetters = 0;
    decoder.forget();
    begin(firstTime);
  }

  private void begin(long time) {
    windows.use(models.at(report.session(), time).preprocessing());
    windows.open(time);
    part.open();
    votes.clear();
    passed = time;
  }

  @Override
  public void accept(RawEventPacket packet, boolean afterGap) throws MalformedPayloadException {
    if (afterGap) {
      decoder.forget();
    }
    decoder.decode(packet, decoded);
    decoder.violations().clear();
    eventsIn += decoded.size();
    outputs.decoded(decoded.size());
    windows.sensor(packet.width(), packet.height());
    for (int i = 0; i < decoded.size(); i++) {
      int x = decoded.x(i);
      int y = decoded.y(i);
      if (x >= 0 && x <= LARGEST_COORDINATE && y >= 0 && y <= LARGEST_COORDINATE) {
        int p = decoded.p(i) > 0 ? 1 : 0;
        if (parameters.byMarkers()) {
          windows.keep(decoded.t(i), x, y, p);
        } else {
          windows.add(decoded.t(i), x, y, p);
        }
      }
    }
    passed = Math.max(passed, packet.timeEnd());
  }

  @Override
  public void due(long start, long end) {
    LoadedModel model = models.at(report.session(), end);
    windows.use(model.preprocessing());
    windows.events(window);
    answer(
        model,
        start,
        report.provenance(Answers.TYPE, model.model().digest(), start, end, answers + nothings));
  }

  @Override
  public void empty(long start, long end) {
    LoadedModel model = models.at(report.session(), end);
    windows.use(model.preprocessing());
    window.clear();
    answer(
        model,
        start,
        report.provenance(Answers.TYPE, model.model().digest(), start, end, answers + nothings));
  }

  private void answer(LoadedModel model, long start, Provenance provenance) {
    if (window.size() < model.preprocessing().leastEvents()) {
      nothings++;
      told.nothing(window.size(), provenance);
    } else {
      answers++;
      told.classify(model, window, WindowSeed.of(stream, report.session(), start), provenance);
    }
  }

  private void told(Classification said) {
    if (!said.getScores().isEmpty()) {
      votes.add(said.getScores(), said.getSteps(), said.getCount());
    }
    outputs.answer(said);
  }

  @Override
  public long passed() {
    return passed;
  }

  @Override
  public boolean marker(StreamMarker marker) {
    if (!parameters.byMarkers()) {
      return true;
    }
    if (!marker.session().equals(report.session())) {
      return false;
    }
    closePart(marker.time());
    part.begin(marker);
    return true;
  }

  private void closePart(long end) {
    StreamMarker opening = part.opening();
    if (opening == null) {
      return;
    }
    LoadedModel model = models.at(report.session(), end);
    windows.use(model.preprocessing());
    windows.events(part.from(), end, window);
    answer(
        model,
        opening.time(),
        report.provenance(
            opening,
            Answers.TYPE,
            model.model().digest(),
            opening.time(),
            end,
            opening.sequence()));
  }

  @Override
  public void refused(RawEventPacket packet) {
    deadLetters++;
    decoder.forget();
    decoder.violations().clear();
  }

  @Override
  public void clockReset(RawEventPacket packet) {
    closeWindows();
    decoder.forget();
    begin(packet.timeBase());
  }

  private void closeWindows() {
    if (parameters.byMarkers()) {
      closePart(windows.latest() + 1);
    } else {
      windows.close();
    }
    told.tellAll();
    if (parameters.votes()) {
      LoadedModel model = models.current();
      outputs.answer(
          Answers.vote(
              model,
              votes,
              report.provenance(
                  Answers.TYPE, model.model().digest(), firstTime, passed, answers + nothings)));
    }
  }

  @Override
  public void close() {
    closeWindows();
    ring.release(ring.head());
  }

  @Override
  public long firstTime() {
    return firstTime;
  }

  @Override
  public String summary(SessionCounts counts, String endedBy) {
    return String.format(
        "packets=%d events_in=%d answers=%d nothing=%d overwritten=%d gaps=%d missing=%d"
            + " duplicates=%d late=%d reordered=%d dead_letters=%d ended_by=%s",
        counts.accepted(),
        eventsIn,
        answers,
        nothings,
        ring.overwritten(),
        counts.gaps(),
        counts.missing(),
        counts.duplicates(),
        counts.late(),
        counts.reordered(),
        deadLetters,
        endedBy);
  }

  @Override
  public long bytes() {
    return ring.bytes();
  }

  @Override
  public void flush(PageSink sink) {
    told.tellAll();
    ring.flush(new ShiftedPages(sink, RING));
  }

  @Override
  public void restore(int number, Page page) {
    ring.restore(number & RING - 1, page);
  }

  @Override
  public void writeCarried(DataOutput out) throws IOException {
    byte[] state = decoder.state();
    out.writeByte(state.length);
    out.write(state);
    models.write(out);
    ring.write(out);
  }

  @Override
  public void readCarried(DataInput in, int version) throws IOException {
    byte[] state = new byte[in.readUnsignedByte()];
    in.readFully(state);
    decoder.restore(state);
    models.read(in);
    ring.read(in);
  }

  @Override
  public void writeSession(DataOutput out) throws IOException {
    // What is in work would be lost, its vote too.
    told.tellAll();
    out.writeLong(firstTime);
    out.writeLong(passed);
    out.writeLong(eventsIn);
    out.writeLong(answers);
    out.writeLong(nothings);
    out.writeLong(deadLetters);
    windows.write(out);
    part.write(out);
    votes.write(out);
  }

  @Override
  public void readSession(DataInput in, int version) throws IOException {
    firstTime = in.readLong();
    passed = in.readLong();
    eventsIn = in.readLong();
    answers = in.readLong();
    nothings = in.readLong();
    deadLetters = in.readLong();
    windows.read(in, models.current().preprocessing(), version >= SENSOR_SIZE);
    part.read(in);
    votes.read(in);
  }
}
