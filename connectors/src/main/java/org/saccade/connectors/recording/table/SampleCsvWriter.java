package org.saccade.connectors.recording.table;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.saccade.connectors.recording.CannotHoldException;
import org.saccade.connectors.recording.RecordingMarker;
import org.saccade.connectors.recording.SampleCopy;
import org.saccade.connectors.recording.SampleHeader;
import org.saccade.connectors.recording.SampleRecording;
import org.saccade.connectors.recording.SampleSource;
import org.saccade.schemas.batch.SampleBatch;
import org.saccade.schemas.packet.SampleChannel;

/** Writes a recording of one rate as CSV. */
final class SampleCsvWriter {
  private final SampleHeader header;
  private final OutputStream out;
  private final StringBuilder text = new StringBuilder();
  private final PriorityQueue<RecordingMarker> waiting =
      new PriorityQueue<>(Comparator.comparingLong(RecordingMarker::micros));
  private long samples;
  private long markers;

  private SampleCsvWriter(SampleHeader header, OutputStream out) {
    this.header = header;
    this.out = out;
  }

  static SampleCopy write(SampleSource source, OutputStream to) throws IOException {
    List<Integer> streams = source.streams();
    if (streams.size() > 1) {
      throw new CannotHoldException(
          "samples-csv", "signals of " + streams.size() + " rates: choose one of them (--signal)");
    }
    OutputStream out = new BufferedOutputStream(to, 1 << 16);
    try (SampleRecording recording = source.open(streams.get(0))) {
      SampleCsvWriter writer = new SampleCsvWriter(recording.header(), out);
      writer.head();
      writer.samples(recording);
      out.flush();
      return new SampleCopy(
          recording.header(),
          recording.header().channels().size(),
          writer.samples,
          writer.markers,
          0,
          0,
          0,
          recording.violations());
    }
  }

  private void head() throws IOException {
    text.append(SampleTable.SIGNATURE).append('\n');
    text.append("# rate ").append(header.rate().numerator()).append('/');
    text.append(header.rate().denominator()).append('\n');
    if (header.epochMicros() != null) {
      text.append("# epoch_us ").append(header.epochMicros()).append('\n');
    }
    List<String> names = new ArrayList<>(List.of("time_us"));
    for (SampleChannel channel : header.channels()) {
      text.append("# channel ").append(channel.type()).append(',');
      text.append(line(channel.unit()).replace(',', ' ')).append(',');
      text.append(line(channel.name())).append('\n');
      names.add(line(channel.name()).replaceAll("[,;\t\"]", " "));
    }
    text.append(String.join(",", names)).append('\n');
    flush();
  }

  private void samples(SampleRecording recording) throws IOException {
    SampleBatch batch = new SampleBatch();
    while (recording.read(batch)) {
      waiting.addAll(recording.markers());
      for (int i = 0; i < batch.size(); i++) {
        long micros = recording.firstMicros() + header.rate().micros(i);
        markersUpTo(micros);
        text.append(micros);
        for (int c = 0; c < batch.channels(); c++) {
          text.append(',').append(header.channels().get(c).physical(batch.channel(c)[i]));
        }
        text.append('\n');
      }
      samples += batch.size();
      flush();
    }
    waiting.addAll(recording.markers());
    markersUpTo(Long.MAX_VALUE);
    flush();
  }

  private void markersUpTo(long micros) {
    while (!waiting.isEmpty() && waiting.peek().micros() <= micros) {
      RecordingMarker marker = waiting.poll();
      text.append("# marker ").append(marker.micros()).append(',');
      text.append(marker.durationMicros()).append(',').append(line(marker.text())).append('\n');
      markers++;
    }
  }

  /** A text without ends of lines. */
  private static String line(String any) {
    return any.replaceAll("[\\r\\n]+", " ");
  }

  private void flush() throws IOException {
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    text.setLength(0);
  }
}
