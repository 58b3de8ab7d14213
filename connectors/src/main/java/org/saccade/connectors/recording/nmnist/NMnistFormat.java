package org.saccade.connectors.recording.nmnist;

import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import org.saccade.connectors.recording.EventFormat;
import org.saccade.connectors.recording.EventWriter;
import org.saccade.connectors.recording.Head;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.connectors.recording.RecordingHeader;
import org.saccade.connectors.recording.WriteOptions;
import org.saccade.schemas.codec.EventDecoder;
import org.saccade.schemas.codec.ViolationCounts;

/**
 * The {@code .bin} files of N-MNIST and N-Caltech101. They have no signature: a recording is one of
 * them by how its records look, with a low certainty.
 */
public final class NMnistFormat implements EventFormat {
  /** Fewer records say too little. */
  private static final int MIN_RECORDS = 8;

  private static final int MAX_STEP_MICROS = 1 << 20;
  private static final int MAX_STEP_BACK_MICROS = 1 << 12;
  private static final int MAX_BACKWARD_PERCENT = 20;
  private static final int MAX_ROW = NMnistDecoder.OVERFLOW_ROW;
  private static final int MIN_PERCENT = 95;
  private static final int WHOLE = 40;
  private static final int CUT = 30;
  private static final int NAMED = 100;

  @Override
  public String name() {
    return "nmnist";
  }

  @Override
  public String description() {
    return "N-MNIST and N-Caltech101 .bin, 40-bit records of an ATIS sensor";
  }

  @Override
  public String extension() {
    return ".bin";
  }

  @Override
  public Optional<Recognised> recognise(Head head, ReadOptions options) {
    boolean named = name().equalsIgnoreCase(options.format());
    if (!named && !plausible(head.bytes())) {
      return Optional.empty();
    }
    boolean cut = head.complete() && head.length() % NMnistDecoder.RECORD_BYTES != 0;
    boolean sized = options.width() > 0 && options.height() > 0;
    RecordingHeader header =
        new RecordingHeader(
            name(),
            sized ? options.width() : 0,
            sized ? options.height() : 0,
            Map.of(),
            0,
            null,
            new ViolationCounts());
    return Optional.of(new Recognised(header, named ? NAMED : cut ? CUT : WHOLE));
  }

  /**
   * Times that mostly ascend, in small steps, and do not stand still; rows of an ATIS sensor. Of
   * random records an eighth have such a step.
   */
  private static boolean plausible(byte[] bytes) {
    int records = bytes.length / NMnistDecoder.RECORD_BYTES;
    if (records < MIN_RECORDS) {
      return false;
    }
    int good = 0;
    int backward = 0;
    int previous = time(bytes, 0);
    int first = previous;
    for (int r = 0; r < records; r++) {
      int i = r * NMnistDecoder.RECORD_BYTES;
      int row = bytes[i + 1] & 0xFF;
      int t = time(bytes, i);
      int step = t - previous;
      boolean near = step >= -MAX_STEP_BACK_MICROS && step <= MAX_STEP_MICROS;
      good += row == MAX_ROW || near && row < MAX_ROW ? 1 : 0;
      backward += step < 0 ? 1 : 0;
      previous = t;
    }
    return previous > first
        && 100L * good >= (long) MIN_PERCENT * records
        && 100L * backward <= (long) MAX_BACKWARD_PERCENT * records;
  }

  private static int time(byte[] bytes, int i) {
    return (bytes[i + 2] & 0x7F) << 16 | (bytes[i + 3] & 0xFF) << 8 | bytes[i + 4] & 0xFF;
  }

  @Override
  public EventDecoder decoder(RecordingHeader header, ReadOptions options) {
    return new NMnistDecoder();
  }

  @Override
  public EventWriter writer(OutputStream out, RecordingHeader header, WriteOptions options) {
    return new NMnistWriter(out);
  }
}
