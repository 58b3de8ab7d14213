package org.saccade.connectors.recording.xdf;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import org.saccade.connectors.recording.Head;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.connectors.recording.SampleFormat;
import org.saccade.connectors.recording.SampleRecording;

/** Recordings of the Lab Streaming Layer. */
public final class XdfFormat implements SampleFormat {
  private static final int SIGNATURE = 100;

  @Override
  public String name() {
    return "xdf";
  }

  @Override
  public String description() {
    return "XDF of the Lab Streaming Layer: its streams on the recorder's clock";
  }

  @Override
  public String extension() {
    return ".xdf";
  }

  @Override
  public int certainty(Head head) {
    return head.startsWith("XDF:") ? SIGNATURE : 0;
  }

  @Override
  public SampleRecording open(Path path, Head head, ReadOptions options) throws IOException {
    FileChannel channel = FileChannel.open(path);
    try {
      return open(channel, options);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** The recording in a channel. */
  SampleRecording open(SeekableByteChannel channel, ReadOptions options) throws IOException {
    return new XdfRecording(new XdfInput(channel), options.samples());
  }
}
