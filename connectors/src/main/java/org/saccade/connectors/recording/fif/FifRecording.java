package org.saccade.connectors.recording.fif;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.List;
import org.saccade.connectors.recording.RecordingMarker;
import org.saccade.connectors.recording.SampleHeader;
import org.saccade.connectors.recording.SegmentedRecording;
import org.saccade.schemas.batch.SampleBatch;

/** The buffers of a recording, one after the other. */
final class FifRecording extends SegmentedRecording {
  private final FifScan scan;
  private FileChannel file;
  private int open = -1;
  private int buffer;
  private ByteBuffer bytes = ByteBuffer.allocate(0);

  FifRecording(SampleHeader header, FifScan scan, List<RecordingMarker> markers) {
    super(header, scan.samples, scan.segments, markers, scan.violations);
    this.scan = scan;
  }

  @Override
  protected void fill(SampleBatch batch, long first, int n) throws IOException {
    int channels = batch.channels();
    for (int done = 0; done < n; ) {
      FifBuffer from = scan.buffers.get(buffer);
      long behind = first + done - from.first();
      if (behind >= from.samples()) {
        buffer++;
        continue;
      }
      int count = (int) Math.min(n - done, from.samples() - behind);
      int width = from.type().width();
      load(from, from.position() + behind * channels * width, count * channels * width);
      for (int c = 0; c < channels; c++) {
        double[] values = batch.channel(c);
        int at = c * width;
        for (int i = 0; i < count; i++, at += width * channels) {
          values[done + i] = from.type().sample(bytes, at);
        }
      }
      done += count;
    }
  }

  private void load(FifBuffer from, long position, int length) throws IOException {
    if (open != from.file()) {
      close();
      file = FileChannel.open(scan.files.get(from.file()));
      open = from.file();
    }
    if (bytes.capacity() < length) {
      bytes = ByteBuffer.allocate(length);
    }
    bytes.clear().limit(length);
    while (bytes.hasRemaining()) {
      if (file.read(bytes, position + bytes.position()) < 0) {
        throw new EOFException("byte " + position + ": the file became shorter while it was read");
      }
    }
    bytes.clear();
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }
}
