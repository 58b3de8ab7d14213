package org.saccade.connectors.recording.brainvision;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.List;
import org.saccade.connectors.recording.RecordingMarker;
import org.saccade.connectors.recording.SampleHeader;
import org.saccade.connectors.recording.SegmentedRecording;
import org.saccade.schemas.batch.SampleBatch;
import org.saccade.schemas.codec.ViolationCounts;

/** Samples in binary, point by point or channel by channel. */
final class BinarySamples extends SegmentedRecording {
  private final BinaryFormat format;
  private final boolean vectorized;
  private final ByteOrder order;
  private final long samples;
  private final FileChannel file;
  private ByteBuffer buffer = ByteBuffer.allocate(0);

  BinarySamples(
      BrainVisionHeader layout,
      SampleHeader header,
      long samples,
      List<Segment> segments,
      List<RecordingMarker> markers,
      ViolationCounts violations,
      FileChannel file) {
    super(header, samples, segments, markers, violations);
    format = layout.format();
    vectorized = layout.vectorized();
    order = layout.bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    this.samples = samples;
    this.file = file;
  }

  @Override
  protected void fill(SampleBatch batch, long first, int n) throws IOException {
    int channels = batch.channels();
    int width = format.width();
    if (!vectorized) {
      load(first * channels * width, n * channels * width);
    }
    for (int c = 0; c < channels; c++) {
      if (vectorized) {
        load((c * samples + first) * width, n * width);
      }
      double[] values = batch.channel(c);
      int step = vectorized ? width : width * channels;
      int at = vectorized ? 0 : c * width;
      for (int i = 0; i < n; i++, at += step) {
        values[i] = format.sample(buffer, at);
      }
    }
  }

  private void load(long position, int bytes) throws IOException {
    if (buffer.capacity() < bytes) {
      buffer = ByteBuffer.allocate(bytes).order(order);
    }
    buffer.clear().limit(bytes);
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
