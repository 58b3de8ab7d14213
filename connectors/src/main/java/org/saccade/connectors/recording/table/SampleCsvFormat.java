package org.saccade.connectors.recording.table;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.saccade.connectors.recording.Head;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.connectors.recording.SampleCopy;
import org.saccade.connectors.recording.SampleFormat;
import org.saccade.connectors.recording.SampleRecording;
import org.saccade.connectors.recording.SampleSource;

/** Samples as CSV. */
public final class SampleCsvFormat implements SampleFormat {
  @Override
  public String name() {
    return "samples-csv";
  }

  @Override
  public String description() {
    return "samples as CSV: a time and a column a channel, with rate, types, units and markers";
  }

  @Override
  public String extension() {
    return ".csv";
  }

  @Override
  public int certainty(Head head) {
    return SampleTable.of(head).certainty();
  }

  @Override
  public SampleRecording open(Path path, Head head, ReadOptions options) throws IOException {
    SampleTable table = SampleTable.of(head);
    return new SampleCsvRecording(path, table, table.header(name(), options.gaze().rate()));
  }

  @Override
  public boolean writable() {
    return true;
  }

  @Override
  public SampleCopy copy(SampleSource source, OutputStream out) throws IOException {
    return SampleCsvWriter.write(source, out);
  }
}
