package org.saccade.connectors.recording.npy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.List;
import org.saccade.connectors.recording.SampleHeader;
import org.saccade.connectors.recording.SegmentedRecording;
import org.saccade.schemas.batch.SampleBatch;
import org.saccade.schemas.codec.ViolationCounts;

/** The elements of an array. */
final class NpyRecording extends SegmentedRecording {
  private final NpyHeader layout;
  private final FileChannel file;
  private ByteBuffer buffer = ByteBuffer.allocate(0);

  NpyRecording(
      SampleHeader header,
      NpyHeader layout,
      long samples,
      ViolationCounts violations,
      FileChannel file) {
    super(header, samples, List.of(new Segment(0, 0)), List.of(), violations);
    this.layout = layout;
    this.file = file;
  }

  @Override
  protected void fill(SampleBatch batch, long first, int n) throws IOException {
    int channels = batch.channels();
    boolean together = layout.channelStep() == 1;
    if (together) {
      load(first * channels, n * channels);
    }
    int step = together ? channels : 1;
    int width = layout.type().width();
    for (int c = 0; c < channels; c++) {
      if (!together) {
        load(c * layout.channelStep() + first, n);
      }
      double[] values = batch.channel(c);
      int at = together ? c : 0;
      for (int i = 0; i < n; i++, at += step) {
        values[i] = layout.type().element(buffer, at * width);
      }
    }
  }

  private void load(long element, int count) throws IOException {
    int length = count * layout.type().width();
    if (buffer.capacity() < length) {
      buffer = ByteBuffer.allocate(length).order(layout.order());
    }
    buffer.clear().limit(length);
    long position = layout.bytes() + element * layout.type().width();
    while (buffer.hasRemaining()) {
      if (file.read(buffer, position + buffer.position()) < 0) {
        throw new EOFException("byte " + position + ": the file became shorter while it was read");
      }
    }
    buffer.clear();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
