package org.saccade.connectors.recording.edf;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import org.saccade.connectors.recording.Head;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.connectors.recording.SampleCopy;
import org.saccade.connectors.recording.SampleFormat;
import org.saccade.connectors.recording.SampleRecording;
import org.saccade.connectors.recording.SampleSource;

/** European Data Format, 16-bit, and EDF+. */
public class EdfFormat implements SampleFormat {
  private static final int SIGNATURE = 100;
  private final EdfKind kind;

  public EdfFormat() {
    this(EdfKind.EDF);
  }

  EdfFormat(EdfKind kind) {
    this.kind = kind;
  }

  @Override
  public String name() {
    return kind.format();
  }

  @Override
  public String description() {
    return "European Data Format: EDF and EDF+, continuous and discontinuous";
  }

  @Override
  public String extension() {
    return "." + kind.format();
  }

  @Override
  public int certainty(Head head) {
    return head.startsWith("0       ") && looksLikeHeader(head) ? SIGNATURE : 0;
  }

  /** Whether the number of signals is where it must be. */
  static boolean looksLikeHeader(Head head) {
    byte[] b = head.bytes();
    if (b.length < EdfHeader.BLOCK) {
      return false;
    }
    for (int i = 252; i < 256; i++) {
      if (b[i] != ' ' && b[i] != 0 && (b[i] < '0' || b[i] > '9')) {
        return false;
      }
    }
    return b[252] >= '0' && b[252] <= '9' || b[255] >= '0' && b[255] <= '9';
  }

  @Override
  public SampleRecording open(Path path, Head head, ReadOptions options) throws IOException {
    FileChannel channel = FileChannel.open(path);
    try {
      return open(channel, channel.size(), options);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public boolean writable() {
    return true;
  }

  @Override
  public SampleCopy copy(SampleSource source, OutputStream out) throws IOException {
    return new EdfWriter(kind).write(source, out);
  }

  /** The recording in a channel of so many bytes, at its start. */
  SampleRecording open(ReadableByteChannel channel, long bytes, ReadOptions options)
      throws IOException {
    boolean identifiers = options.samples().keepIdentifiers();
    EdfHeader header = new HeaderParser(kind, channel, identifiers).read();
    long length = EdfHeader.BLOCK * (header.signals().size() + 1L);
    return new EdfRecording(header, channel, bytes - length, options.samples());
  }
}
