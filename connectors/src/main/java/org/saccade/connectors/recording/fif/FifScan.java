package org.saccade.connectors.recording.fif;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.saccade.connectors.recording.SegmentedRecording.Segment;
import org.saccade.connectors.recording.UnreadableRecordingException;
import org.saccade.schemas.codec.Violation;
import org.saccade.schemas.codec.ViolationCounts;
import org.saccade.schemas.packet.SampleChannel;
import org.saccade.schemas.packet.SampleRate;

/** One walk over the tags of a recording: its channels, and where its buffers are. */
final class FifScan {
  private static final int TAG = 16;
  private static final int MAX_CHANNELS = 100_000;
  private static final int MAX_FILES = 1000;
  private static final int BLOCK_START = 104;
  private static final int REFERENCES = 118;
  private static final int NEXT_FILE = 2;

  final List<SampleChannel> channels = new ArrayList<>();
  final List<Path> files = new ArrayList<>();
  final List<FifBuffer> buffers = new ArrayList<>();
  final List<Segment> segments = new ArrayList<>();
  final ViolationCounts violations = new ViolationCounts();
  SampleRate rate;
  Long epochMicros;
  long samples;
  long leftOut;

  private int declared = -1;
  private long skipped;
  private long firstSample;
  private boolean inReferences;
  private int role;
  private String next;

  FifScan(Path file) throws IOException {
    Path path = file;
    while (path != null) {
      files.add(path);
      next = null;
      role = 0;
      walk(path);
      path = following(path);
    }
    if (rate == null || channels.isEmpty() || declared != channels.size()) {
      throw new UnreadableRecordingException(
          "tells "
              + declared
              + " channels and describes "
              + channels.size()
              + (rate == null ? ", and has no rate" : "")
              + ": expected a raw recording");
    }
    if (epochMicros != null) {
      epochMicros += rate.micros(firstSample);
    }
  }

  private void walk(Path path) throws IOException {
    try (FileChannel in = FileChannel.open(path)) {
      long size = in.size();
      ByteBuffer tag = ByteBuffer.allocate(TAG);
      long at = 0;
      // A tag has 16 bytes at least: more tags than that go in a circle.
      for (long tags = size / TAG; at >= 0 && at + TAG <= size; tags--) {
        if (tags < 0) {
          throw new UnreadableRecordingException("byte " + at + ": its tags go in a circle");
        }
        read(in, at, tag);
        int length = tag.getInt(8);
        if (length < 0 || at + TAG + length > size) {
          violations.add(Violation.TRUNCATED_TAIL, size - at);
          return;
        }
        tag(in, at + TAG, tag.getInt(0), tag.getInt(4), length);
        int following = tag.getInt(12);
        at = following == 0 ? at + TAG + length : following;
      }
    }
  }

  private void tag(FileChannel in, long at, int kind, int type, int length) throws IOException {
    switch (kind) {
      case BLOCK_START -> inReferences = length >= 4 && bytes(in, at, 4).getInt(0) == REFERENCES;
      case 105 -> inReferences = false;
      case 115 -> role = inReferences && length >= 4 ? bytes(in, at, 4).getInt(0) : role;
      case REFERENCES -> next = inReferences ? text(in, at, length) : next;
      case 300 -> buffer(at, type, length);
      case 301 -> skipped += length >= 4 ? Math.max(0, bytes(in, at, 4).getInt(0)) : 0;
      default -> {
        if (files.size() == 1) {
          measurement(in, at, kind, type, length);
        }
      }
    }
  }

  private void measurement(FileChannel in, long at, int kind, int type, int length)
      throws IOException {
    if (length < 4) {
      return;
    }
    switch (kind) {
      case 200 -> {
        declared = bytes(in, at, 4).getInt(0);
        if (declared < 1 || declared > MAX_CHANNELS) {
          throw new UnreadableRecordingException(
              "byte " + at + ": " + declared + " channels, expected 1 to " + MAX_CHANNELS);
        }
      }
      case 201 -> {
        float hz = bytes(in, at, 4).getFloat(0);
        if (!(hz >= 1e-3f) || hz > 1e9f) {
          throw new UnreadableRecordingException("byte " + at + ": a rate of " + hz + " Hz");
        }
        rate = SampleRate.of(Double.parseDouble(Float.toString(hz)));
      }
      case 203 -> {
        if (length >= FifChannel.BYTES && channels.size() < MAX_CHANNELS) {
          channels.add(FifChannel.of(bytes(in, at, FifChannel.BYTES), channels.size()));
        }
      }
      case 204 -> {
        if (type == 3 && epochMicros == null) {
          long micros = length >= 8 ? bytes(in, at, 8).getInt(4) : 0;
          epochMicros = bytes(in, at, 4).getInt(0) * 1_000_000L + micros;
        }
      }
      case 208 -> firstSample = buffers.isEmpty() ? bytes(in, at, 4).getInt(0) : firstSample;
      default -> {
        // Coils, digitized points, projections, … and the subject: not read.
      }
    }
  }

  private void buffer(long at, int number, int length) throws UnreadableRecordingException {
    FifBuffer.Type type = FifBuffer.Type.of(number);
    if (type == null || channels.isEmpty() || rate == null) {
      violations.add(Violation.NOT_READ, 1);
      return;
    }
    int n = length / (type.width() * channels.size());
    if (n == 0) {
      violations.add(Violation.BAD_PACKET, 1);
      return;
    }
    // Buffers left out are as long as the one behind them.
    long hole = Math.min(skipped * n, 1L << 40);
    skipped = 0;
    if (buffers.isEmpty()) {
      firstSample += hole;
      segments.add(new Segment(0, 0));
    } else if (hole > 0) {
      leftOut = Math.min(leftOut + hole, 1L << 40);
      segments.add(new Segment(samples, rate.micros(samples + leftOut)));
    }
    buffers.add(new FifBuffer(files.size() - 1, at, type, samples, n));
    samples += n;
  }

  /** The file that goes on where this one ends; null: none. */
  private Path following(Path path) {
    if (role != NEXT_FILE || next == null) {
      return null;
    }
    String name = next.substring(Math.max(next.lastIndexOf('/'), next.lastIndexOf('\\')) + 1);
    Path following = name.isEmpty() ? null : path.resolveSibling(name);
    if (following == null || !Files.isRegularFile(following) || files.size() >= MAX_FILES) {
      violations.add(Violation.CUT_PACKET, 1);
      return null;
    }
    return files.contains(following) ? null : following;
  }

  private static String text(FileChannel in, long at, int length) throws IOException {
    byte[] bytes = bytes(in, at, Math.min(length, 1024)).array();
    String text = new String(bytes, StandardCharsets.UTF_8);
    int nul = text.indexOf('\0');
    return nul < 0 ? text : text.substring(0, nul);
  }

  private static ByteBuffer bytes(FileChannel in, long at, int length) throws IOException {
    return read(in, at, ByteBuffer.allocate(length));
  }

  private static ByteBuffer read(FileChannel in, long at, ByteBuffer target) throws IOException {
    target.clear();
    while (target.hasRemaining()) {
      if (in.read(target, at + target.position()) < 0) {
        throw new UnreadableRecordingException(
            "byte " + at + ": the file became shorter while it was read");
      }
    }
    return target;
  }
}
