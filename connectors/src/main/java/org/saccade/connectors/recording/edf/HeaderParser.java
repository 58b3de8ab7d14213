package org.saccade.connectors.recording.edf;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.saccade.connectors.recording.ChannelKinds;
import org.saccade.connectors.recording.UnreadableRecordingException;
import org.saccade.schemas.codec.Violation;
import org.saccade.schemas.codec.ViolationCounts;
import org.saccade.schemas.packet.SampleChannel;

/** Reads the header at the start of a file, and leaves the channel behind it. */
final class HeaderParser {
  private final EdfKind kind;
  private final ReadableByteChannel channel;
  private final boolean identifiers;
  private final ViolationCounts violations = new ViolationCounts();
  private HeaderText text;
  private int signals;

  /**
   * @param identifiers whether what may name a person is kept
   */
  HeaderParser(EdfKind kind, ReadableByteChannel channel, boolean identifiers) {
    this.kind = kind;
    this.channel = channel;
    this.identifiers = identifiers;
  }

  EdfHeader read() throws IOException {
    text = new HeaderText(bytes(EdfHeader.BLOCK, "the header"));
    signals = text.whole("the number of signals", 252, 4, 0, EdfHeader.MAX_SIGNALS);
    String reserved = text.text(192, 44);
    BigDecimal duration = text.number("the duration of a record", 244, 8);
    BigDecimal records = text.number("the number of records", 236, 8);
    Long start = text.start(168, 176);
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("variant", reserved.isEmpty() ? kind.name() : reserved);
    fields.put("records", records.toPlainString());
    fields.put("record seconds", duration.toPlainString());
    if (identifiers) {
      fields.put("patient", text.text(8, 80));
      fields.put("recording", text.text(88, 80));
    }
    int declared = text.whole("the length of the header", 184, 8, 0, Integer.MAX_VALUE);
    int length = EdfHeader.BLOCK * (signals + 1);
    if (declared != length) {
      violations.add(Violation.MISSING_HEADER, 1);
    }
    text = new HeaderText(bytes(length - EdfHeader.BLOCK, "the fields of " + signals + " signals"));
    List<EdfSignal> all = new ArrayList<>();
    long offset = 0;
    boolean data = false;
    for (int s = 0; s < signals; s++) {
      EdfSignal signal = signal(s, (int) offset);
      all.add(signal);
      data |= !signal.isAnnotations();
      offset += (long) signal.samples() * kind.width();
      if (offset > EdfHeader.MAX_RECORD_BYTES) {
        throw new UnreadableRecordingException(
            "its records have more than "
                + EdfHeader.MAX_RECORD_BYTES
                + " bytes: is a number of samples overwritten?");
      }
    }
    if (offset == 0) {
      throw new UnreadableRecordingException("its records have no samples: it holds nothing");
    }
    if (data && duration.signum() <= 0) {
      violations.add(Violation.MISSING_HEADER, 1);
      duration = BigDecimal.ONE;
    }
    return new EdfHeader(
        kind,
        fields,
        reserved.startsWith(kind.name() + "+D"),
        start,
        records.signum() < 0 ? -1 : records.longValue(),
        duration,
        all,
        (int) offset,
        violations);
  }

  private EdfSignal signal(int s, int offset) throws IOException {
    String label = text.text(at(0, 16, s), 16);
    int samples = text.whole("samples a record of signal " + s, at(216, 8, s), 8, 0, 99_999_999);
    if (label.equals(kind.annotations()) || label.equals(EdfKind.EDF.annotations())) {
      return new EdfSignal(null, samples, offset);
    }
    String name = label.isEmpty() ? "signal " + s : label;
    double physMin = text.number("physical minimum of signal " + s, at(104, 8, s), 8).doubleValue();
    double physMax = text.number("physical maximum of signal " + s, at(112, 8, s), 8).doubleValue();
    double digMin = text.number("digital minimum of signal " + s, at(120, 8, s), 8).doubleValue();
    double digMax = text.number("digital maximum of signal " + s, at(128, 8, s), 8).doubleValue();
    String unit = text.text(at(96, 8, s), 8);
    double scale = (physMax - physMin) / (digMax - digMin);
    if (physMax == physMin || digMax == digMin || !Double.isFinite(scale) || scale == 0) {
      // No physical value can be said: the stored ones, without a unit.
      violations.add(Violation.MISSING_HEADER, 1);
      return new EdfSignal(SampleChannel.of(name, ChannelKinds.of(name), ""), samples, offset);
    }
    return new EdfSignal(
        new SampleChannel(name, ChannelKinds.of(name), unit, scale, physMin - digMin * scale),
        samples,
        offset);
  }

  /**
   * Place of a signal's field.
   *
   * @param before bytes of all fields before it, a signal
   */
  private int at(int before, int length, int signal) {
    return before * signals + length * signal;
  }

  private byte[] bytes(int length, String what) throws IOException {
    ByteBuffer target = ByteBuffer.allocate(length);
    while (target.hasRemaining()) {
      if (channel.read(target) < 0) {
        throw new UnreadableRecordingException(
            "ends within "
                + what
                + ": "
                + target.position()
                + " of "
                + length
                + " bytes are there; is it cut?");
      }
    }
    return target.array();
  }
}
