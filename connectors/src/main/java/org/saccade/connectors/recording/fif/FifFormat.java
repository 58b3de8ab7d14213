package org.saccade.connectors.recording.fif;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import org.saccade.connectors.recording.Head;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.connectors.recording.SampleFormat;
import org.saccade.connectors.recording.SampleHeader;
import org.saccade.connectors.recording.SampleRecording;
import org.saccade.schemas.SampleEncoding;

/** Raw recordings in FIF. */
public final class FifFormat implements SampleFormat {
  private static final int SIGNATURE = 100;
  private static final int FILE_ID = 100;
  private static final int ID_TYPE = 31;

  @Override
  public String name() {
    return "fif";
  }

  @Override
  public String description() {
    return "FIF (Elekta, MEGIN, MNE): raw recordings of MEG and EEG, split ones too";
  }

  @Override
  public String extension() {
    return ".fif";
  }

  @Override
  public int certainty(Head head) {
    if (head.length() < 16) {
      return 0;
    }
    ByteBuffer tag = ByteBuffer.wrap(head.bytes());
    return tag.getInt(0) == FILE_ID && tag.getInt(4) == ID_TYPE && tag.getInt(8) == 20
        ? SIGNATURE
        : 0;
  }

  @Override
  public SampleRecording open(Path path, Head head, ReadOptions options) throws IOException {
    FifScan scan = new FifScan(path);
    SampleHeader header =
        new SampleHeader(
            name(),
            scan.channels,
            scan.rate,
            encoding(scan),
            scan.epochMicros,
            Map.of("files", String.valueOf(scan.files.size())));
    return new FifRecording(header, scan, StimMarkers.of(header, scan));
  }

  private static SampleEncoding encoding(FifScan scan) {
    SampleEncoding widest = SampleEncoding.INT16;
    for (FifBuffer buffer : scan.buffers) {
      SampleEncoding needed =
          switch (buffer.type()) {
            case INT16 -> SampleEncoding.INT16;
            case INT32 -> SampleEncoding.INT32;
            case FLOAT32 -> SampleEncoding.FLOAT32;
            case FLOAT64 -> SampleEncoding.FLOAT64;
          };
      boolean both =
          widest == SampleEncoding.INT32 && needed == SampleEncoding.FLOAT32
              || widest == SampleEncoding.FLOAT32 && needed == SampleEncoding.INT32;
      widest = both ? SampleEncoding.FLOAT64 : needed.compareTo(widest) > 0 ? needed : widest;
    }
    return widest;
  }
}
