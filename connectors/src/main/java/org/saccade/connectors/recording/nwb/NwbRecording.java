package org.saccade.connectors.recording.nwb;

import io.jhdf.api.dataset.ChunkedDataset;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.saccade.connectors.recording.RecordingMarker;
import org.saccade.connectors.recording.SampleHeader;
import org.saccade.connectors.recording.SampleOptions;
import org.saccade.connectors.recording.SampleSignal;
import org.saccade.connectors.recording.SegmentedRecording;
import org.saccade.connectors.recording.UnreadableRecordingException;
import org.saccade.schemas.SampleEncoding;
import org.saccade.schemas.batch.SampleBatch;
import org.saccade.schemas.codec.ViolationCounts;
import org.saccade.schemas.packet.SampleRate;

/** One series of a file, and the markers of the file. */
final class NwbRecording extends SegmentedRecording {
  /** Most elements that are held. */
  private static final long SLAB = 8 << 20;

  /** Elements of a slab of data that lie as they come. */
  private static final int PLAIN = 1 << 17;

  private final NwbFile file;
  private final List<ElectricalSeries> all;
  private final int stream;
  private final ElectricalSeries read;
  private final int slabRows;
  private Object slab;
  private long slabFirst;
  private int slabLength;

  private NwbRecording(
      NwbFile file,
      List<ElectricalSeries> all,
      int stream,
      SampleHeader header,
      List<Segment> segments,
      List<RecordingMarker> markers,
      ViolationCounts violations) {
    super(header, all.isEmpty() ? 0 : all.get(stream).samples(), segments, markers, violations);
    this.file = file;
    this.all = all;
    this.stream = stream;
    read = all.isEmpty() ? null : all.get(stream);
    slabRows = read == null ? 1 : slabRows(read);
  }

  static NwbRecording of(NwbFile file, SampleOptions options) throws IOException {
    List<ElectricalSeries> all = ElectricalSeries.of(file);
    ViolationCounts violations = new ViolationCounts();
    List<RecordingMarker> markers = NwbMarkers.of(file, violations);
    if (all.isEmpty() && markers.isEmpty()) {
      throw new UnreadableRecordingException(
          "is NWB without an ElectricalSeries in acquisition or processing, and without markers");
    }
    int stream = chosen(all, options);
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("nwb_version", Hdf.text(file.hdf(), "nwb_version"));
    all.forEach(s -> fields.put("series " + fields.size(), s.path()));
    if (options.keepIdentifiers()) {
      fields.putAll(file.identifiers());
    }
    ElectricalSeries read = all.isEmpty() ? null : all.get(stream);
    SampleHeader header =
        new SampleHeader(
            "nwb",
            read == null ? List.of() : read.channels(),
            read == null ? SampleRate.of(1) : read.times().rate(),
            read == null ? SampleEncoding.FLOAT64 : read.encoding(),
            file.epochMicros(),
            fields);
    List<Segment> segments = read == null ? List.of(new Segment(0, 0)) : read.times().segments();
    if (read != null) {
      violations.add(read.times().violations());
    }
    return new NwbRecording(file, all, stream, header, segments, markers, violations);
  }

  /** The series to read: the one asked for, else the one with the most values. */
  private static int chosen(List<ElectricalSeries> all, SampleOptions options)
      throws UnreadableRecordingException {
    if (options.stream() >= Math.max(1, all.size())) {
      throw new UnreadableRecordingException(
          "has no stream " + options.stream() + "; there are " + all.size());
    }
    if (options.stream() != SampleOptions.MAIN) {
      return options.stream();
    }
    int main = 0;
    for (int s = 1; s < all.size(); s++) {
      main = values(all.get(s)) > values(all.get(main)) ? s : main;
    }
    return main;
  }

  private static long values(ElectricalSeries series) {
    return series.samples() * series.channels().size();
  }

  /**
   * Rows read at once: whole chunks, so that none is unpacked twice; fewer where they are large.
   */
  private static int slabRows(ElectricalSeries series) {
    int channels = series.channels().size();
    long plain = Math.max(1, PLAIN / channels);
    if (series.data() instanceof ChunkedDataset chunked) {
      long rows = chunked.getChunkDimensions()[0];
      long whole = rows * Math.max(1, plain / Math.max(1, rows));
      return (int) Math.max(1, Math.min(whole, SLAB / channels));
    }
    return (int) plain;
  }

  @Override
  public List<SampleSignal> signals() {
    List<SampleSignal> signals = new ArrayList<>();
    for (int s = 0; s < all.size(); s++) {
      for (int c = 0; c < all.get(s).channels().size(); c++) {
        SampleRate rate = all.get(s).times().rate();
        signals.add(new SampleSignal(all.get(s).channels().get(c), rate, s, c));
      }
    }
    return signals;
  }

  @Override
  public int stream() {
    return stream;
  }

  @Override
  protected void fill(SampleBatch batch, long first, int n) throws IOException {
    for (int done = 0; done < n; ) {
      long row = first + done;
      if (slab == null || row < slabFirst || row >= slabFirst + slabLength) {
        load(row);
      }
      int from = (int) (row - slabFirst);
      int rows = Math.min(n - done, slabLength - from);
      copy(batch, done, from, rows);
      done += rows;
    }
  }

  private void load(long row) throws IOException {
    slabFirst = row / slabRows * slabRows;
    slabLength = (int) Math.min(slabRows, read.samples() - slabFirst);
    boolean table = read.data().getDimensionsAsLong().length == 2;
    slab = null;
    slab =
        Hdf.read(
            () ->
                table
                    ? read.data()
                        .getData(
                            new long[] {slabFirst, 0},
                            new int[] {slabLength, read.channels().size()})
                    : read.data().getData(new long[] {slabFirst}, new int[] {slabLength}));
  }

  private void copy(SampleBatch batch, int to, int from, int rows) {
    int channels = batch.channels();
    for (int i = 0; i < rows; i++) {
      Object row = slab instanceof Object[] table ? table[from + i] : slab;
      int at = slab instanceof Object[] ? 0 : from + i;
      for (int c = 0; c < channels; c++) {
        batch.channel(c)[to + i] = Hdf.element(row, at + c);
      }
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
