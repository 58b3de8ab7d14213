package org.saccade.connectors.recording.nwb;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.saccade.connectors.recording.Head;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.connectors.recording.SampleFormat;
import org.saccade.connectors.recording.SampleRecording;

/** Series of electrodes in files of Neurodata Without Borders. */
public final class NwbFormat implements SampleFormat {
  private static final int SIGNATURE = 100;
  private static final String HDF5 = "\u0089HDF\r\n\u001a\n";
  private static final String VERSION = "nwb_version";

  @Override
  public String name() {
    return "nwb";
  }

  @Override
  public String description() {
    return "Neurodata Without Borders (NWB 2, .nwb): each ElectricalSeries a stream";
  }

  @Override
  public String extension() {
    return ".nwb";
  }

  @Override
  public int certainty(Head head) {
    String text = new String(head.bytes(), 0, head.length(), StandardCharsets.ISO_8859_1);
    return text.startsWith(HDF5) && text.contains(VERSION) ? SIGNATURE : 0;
  }

  /** The attribute may stand anywhere in the file, so one whose head lacks it is opened. */
  @Override
  public int certainty(Path path, Head head) throws IOException {
    int certainty = certainty(head);
    String text = new String(head.bytes(), 0, head.length(), StandardCharsets.ISO_8859_1);
    return certainty == 0 && !head.complete() && text.startsWith(HDF5) && NwbFile.isNwb(path)
        ? SIGNATURE
        : certainty;
  }

  @Override
  public SampleRecording open(Path path, Head head, ReadOptions options) throws IOException {
    NwbFile file = NwbFile.open(path);
    try {
      return Hdf.read(() -> NwbRecording.of(file, options.samples()));
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }
}
