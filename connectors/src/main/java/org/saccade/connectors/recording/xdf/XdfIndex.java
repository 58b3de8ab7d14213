package org.saccade.connectors.recording.xdf;

import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.saccade.connectors.recording.RecordingMarker;
import org.saccade.schemas.codec.Violation;
import org.saccade.schemas.codec.ViolationCounts;

/**
 * What two passes over a file find: first the streams and how their clocks run, then when their
 * samples were, and the markers. Holds no sample; of markers at most {@value #MAX_MARKERS}, and
 * {@value #MAX_MARKER_CHARACTERS} characters of them.
 */
final class XdfIndex {
  private static final int MAX_MARKERS = 1 << 20;
  private static final int MAX_MARKER_CHARACTERS = 1 << 25;
  private static final int MAX_STREAMS = 1 << 10;

  /** One stream that is sampled at a rate. */
  record Sampled(StreamHeader header, List<ClockOffsets.Run> runs, TimeLine times) {}

  private final XdfInput in;
  private final Map<Long, StreamHeader> headers = new LinkedHashMap<>();
  private final Map<Long, ClockOffsets> offsets = new HashMap<>();
  private final List<Sampled> sampled = new ArrayList<>();
  private final List<RecordingMarker> markers = new ArrayList<>();
  private final ViolationCounts violations = new ViolationCounts();
  private long markerCharacters;

  XdfIndex(XdfInput in) throws IOException {
    this.in = in;
    findStreams();
    findTimes();
  }

  /** Streams of samples, in the order of their headers. */
  List<Sampled> sampled() {
    return sampled;
  }

  /** All streams by number, in the order of their headers. */
  Map<Long, StreamHeader> headers() {
    return headers;
  }

  /** Of all streams of text and of no rate, by time. */
  List<RecordingMarker> markers() {
    return markers;
  }

  ViolationCounts violations() {
    return violations;
  }

  private void findStreams() throws IOException {
    Chunks chunks = new Chunks(in, violations);
    while (chunks.next()) {
      try {
        switch (chunks.tag()) {
          case Chunks.STREAM_HEADER -> header(in.unsigned(4));
          case Chunks.CLOCK_OFFSET -> {
            ClockOffsets clock = offsets.get(in.unsigned(4));
            double time = in.real();
            double value = in.real();
            if (clock != null) {
              clock.add(time, value);
            }
          }
          default -> {
            // samples come in the second pass; nothing else is needed
          }
        }
      } catch (EOFException e) {
        violations.add(Violation.BAD_PACKET, 1);
      }
    }
  }

  private void header(long id) throws IOException {
    StreamHeader header = StreamHeaderParser.parse(id, in.text(in.remaining()));
    if (header == null || headers.size() == MAX_STREAMS) {
      violations.add(Violation.MISSING_HEADER, 1);
    } else if (headers.putIfAbsent(id, header) == null) {
      offsets.put(id, new ClockOffsets());
    }
  }

  private void findTimes() throws IOException {
    Map<Long, SampleChunks> readers = new HashMap<>();
    Map<Long, TimeLine> lines = new HashMap<>();
    headers.forEach(
        (id, header) -> {
          List<ClockOffsets.Run> runs = offsets.get(id).runs();
          ClockCorrection clock = new ClockCorrection(runs);
          readers.put(id, new SampleChunks(header, in, clock));
          if (header.isSampled()) {
            lines.put(id, new TimeLine(header.period(), header.dropsSamples()));
            sampled.add(new Sampled(header, runs, lines.get(id)));
          }
        });
    Chunks chunks = new Chunks(in, new ViolationCounts());
    while (chunks.next()) {
      if (chunks.tag() != Chunks.SAMPLES || in.remaining() < 4) {
        continue;
      }
      long id = in.unsigned(4);
      StreamHeader header = headers.get(id);
      if (header == null) {
        violations.add(Violation.NOT_READ, 1);
      } else if (header.isSampled()) {
        times(header, readers.get(id), lines.get(id));
      } else {
        markers(header, readers.get(id));
      }
    }
    lines.values().forEach(TimeLine::end);
    markers.sort(Comparator.comparingLong(RecordingMarker::micros));
    long shortChunks = 0;
    for (SampleChunks reader : readers.values()) {
      shortChunks += reader.cut();
      violations.add(Violation.UNEVEN_TIME, reader.impossible());
    }
    // The chunk that the end of the file cuts is counted as that already.
    shortChunks -= violations.get(Violation.CUT_PACKET);
    violations.add(Violation.BAD_PACKET, Math.max(0, shortChunks));
  }

  private void times(StreamHeader header, SampleChunks reader, TimeLine line) throws IOException {
    reader.begin();
    int run = reader.run();
    while (reader.next()) {
      if (reader.run() != run) {
        line.end();
        run = reader.run();
      }
      line.add(reader.seconds());
      header.format().skip(in, header.channels().size());
    }
  }

  private void markers(StreamHeader header, SampleChunks reader) throws IOException {
    reader.begin();
    while (reader.next()) {
      try {
        StringBuilder text = new StringBuilder();
        for (int c = 0; c < header.channels().size(); c++) {
          text.append(c == 0 ? "" : ",").append(header.format().text(in));
        }
        markerCharacters += text.length();
        if (markers.size() == MAX_MARKERS || markerCharacters > MAX_MARKER_CHARACTERS) {
          violations.add(Violation.TOO_LARGE, 1);
          continue;
        }
        long micros = Math.round(reader.seconds() * 1e6);
        markers.add(new RecordingMarker(micros, 0, text.toString()));
      } catch (EOFException e) {
        reader.end();
      }
    }
  }
}
