package org.saccade.connectors.recording.edf;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.ArrayList;
import java.util.List;
import org.saccade.connectors.recording.RecordingMarker;
import org.saccade.connectors.recording.SampleHeader;
import org.saccade.connectors.recording.SampleOptions;
import org.saccade.connectors.recording.SampleRecording;
import org.saccade.connectors.recording.SampleSignal;
import org.saccade.schemas.batch.SampleBatch;
import org.saccade.schemas.codec.Violation;
import org.saccade.schemas.codec.ViolationCounts;
import org.saccade.schemas.packet.SampleRate;

/** The records of one file, one stream of its signals. */
final class EdfRecording implements SampleRecording {
  /** Most samples of one read. */
  private static final int CHUNK = 4096;

  private final ReadableByteChannel channel;
  private final EdfHeader file;
  private final EdfStreams streams;
  private final int stream;
  private final List<EdfSignal> read;
  private final SampleHeader header;
  private final RecordTriggers triggers;
  private final ViolationCounts violations = new ViolationCounts();
  private final List<RecordingMarker> markers = new ArrayList<>();
  private final byte[] record;
  private final long expected;
  private final int perRecord;

  /** Time of sensor time 0 from the header's start, seconds. */
  private BigDecimal origin = BigDecimal.ZERO;

  /** Where the present stretch began: its first record, and that record's time from the origin. */
  private long stretchRecord;

  private BigDecimal stretchStart = BigDecimal.ZERO;
  private long records;
  private int taken;
  private boolean started;
  private long firstSample;
  private long firstMicros;

  /**
   * @param channel behind the header
   * @param bytes how many it has
   */
  EdfRecording(EdfHeader file, ReadableByteChannel channel, long bytes, SampleOptions options)
      throws IOException {
    this.file = file;
    this.channel = channel;
    violations.add(file.violations());
    streams = EdfStreams.of(file);
    stream = streams.chosen(options);
    read = streams.streams().isEmpty() ? List.of() : streams.streams().get(stream);
    perRecord = read.isEmpty() ? 0 : read.get(0).samples();
    long whole = bytes / file.recordBytes();
    expected = file.records() < 0 ? whole : Math.min(whole, file.records());
    if (file.records() > whole) {
      violations.add(Violation.TRUNCATED_TAIL, bytes - whole * file.recordBytes());
      violations.add(Violation.CUT_PACKET, 1);
    } else if (bytes > expected * file.recordBytes()) {
      violations.add(Violation.NOT_READ, 1);
    }
    // Never more than the file has, whatever its header declares.
    record = new byte[expected == 0 ? 0 : file.recordBytes()];
    triggers = new RecordTriggers(file);
    SampleRate rate =
        read.isEmpty() ? SampleRate.of(1) : EdfStreams.rate(perRecord, file.duration());
    taken = perRecord;
    nextRecord();
    Long epoch =
        file.startMicros() == null ? null : file.startMicros() + Annotations.micros(origin);
    header =
        new SampleHeader(
            file.kind().format(),
            read.stream().map(EdfSignal::channel).toList(),
            rate,
            file.kind().encoding(),
            epoch,
            file.fields());
  }

  @Override
  public SampleHeader header() {
    return header;
  }

  @Override
  public List<SampleSignal> signals() {
    return streams.signals();
  }

  @Override
  public int stream() {
    return stream;
  }

  @Override
  public boolean read(SampleBatch batch) throws IOException {
    if (started) {
      markers.clear();
    }
    started = true;
    while (taken == perRecord) {
      if (!nextRecord()) {
        batch.shape(read.size(), 0);
        return false;
      }
    }
    int n = Math.min(CHUNK, perRecord - taken);
    batch.shape(read.size(), n);
    int width = file.kind().width();
    for (int c = 0; c < read.size(); c++) {
      double[] values = batch.channel(c);
      int at = read.get(c).offset() + taken * width;
      for (int i = 0; i < n; i++, at += width) {
        values[i] = file.kind().sample(record, at);
      }
    }
    long inStretch = (records - 1 - stretchRecord) * perRecord + taken;
    firstSample = (records - 1) * perRecord + taken;
    firstMicros = Annotations.micros(stretchStart) + header.rate().micros(inStretch);
    taken += n;
    return true;
  }

  private boolean nextRecord() throws IOException {
    if (records == expected || !fill()) {
      return false;
    }
    Annotations texts = new Annotations();
    for (EdfSignal signal : file.signals()) {
      if (signal.isAnnotations()) {
        int end = signal.offset() + signal.samples() * file.kind().width();
        texts.read(record, signal.offset(), end);
      }
    }
    violations.add(Violation.INVALID_EVENT, texts.bad());
    place(texts.start());
    texts.addTo(markers, origin);
    triggers.addTo(markers, record, recordStart());
    records++;
    taken = 0;
    return true;
  }

  /** Where the record lies in time, by what it says itself. */
  private void place(BigDecimal told) {
    if (records == 0) {
      origin = told == null ? BigDecimal.ZERO : told;
      return;
    }
    if (told == null) {
      violations.add(Violation.UNEVEN_TIME, file.discontinuous() ? 1 : 0);
      return;
    }
    BigDecimal at = told.subtract(origin);
    BigDecimal off = at.subtract(recordStart());
    // Onsets are decimals of a fraction: half a sample is rounding.
    double tolerance = 0.5 * file.duration().doubleValue() / Math.max(1, fastest());
    if (Math.abs(off.doubleValue()) <= tolerance) {
      return;
    }
    if (!file.discontinuous() && file.duration().signum() > 0) {
      violations.add(Violation.UNEVEN_TIME, 1);
      return;
    }
    violations.add(Violation.TIME_BACKWARD, off.signum() < 0 && perRecord > 0 ? 1 : 0);
    stretchRecord = records;
    stretchStart = at;
  }

  private BigDecimal recordStart() {
    return stretchStart.add(file.duration().multiply(BigDecimal.valueOf(records - stretchRecord)));
  }

  private int fastest() {
    int most = 0;
    for (List<EdfSignal> signals : streams.streams()) {
      most = Math.max(most, signals.get(0).samples());
    }
    return most;
  }

  private boolean fill() throws IOException {
    ByteBuffer target = ByteBuffer.wrap(record);
    while (target.hasRemaining()) {
      if (channel.read(target) < 0) {
        violations.add(Violation.TRUNCATED_TAIL, target.position());
        return false;
      }
    }
    return true;
  }

  @Override
  public long firstSample() {
    return firstSample;
  }

  @Override
  public long firstMicros() {
    return firstMicros;
  }

  @Override
  public List<RecordingMarker> markers() {
    return List.copyOf(markers);
  }

  @Override
  public ViolationCounts violations() {
    ViolationCounts all = new ViolationCounts();
    all.add(violations);
    return all;
  }

  @Override
  public double fraction() {
    return expected == 0 ? 1 : (double) records / expected;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
