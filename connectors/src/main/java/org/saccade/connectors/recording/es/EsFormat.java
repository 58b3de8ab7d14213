package org.saccade.connectors.recording.es;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import org.saccade.connectors.recording.EventFormat;
import org.saccade.connectors.recording.EventWriter;
import org.saccade.connectors.recording.Head;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.connectors.recording.RecordingHeader;
import org.saccade.connectors.recording.UnreadableRecordingException;
import org.saccade.connectors.recording.WriteOptions;
import org.saccade.schemas.codec.EventDecoder;
import org.saccade.schemas.codec.ViolationCounts;

/** Event Stream, version 2: the four kinds are read, {@code dvs} is written. */
public final class EsFormat implements EventFormat {
  /** Key, made here, of what the records are. */
  private static final String KIND = "kind";

  private static final String VERSION = "version";
  private static final int BY_SIGNATURE = 100;
  private static final int MAX_SIDE = 1 << 15;

  @Override
  public String name() {
    return "es";
  }

  @Override
  public String description() {
    return "Event Stream version 2 (generic, dvs, atis and color read, dvs written)";
  }

  @Override
  public String extension() {
    return ".es";
  }

  @Override
  public Optional<Recognised> recognise(Head head, ReadOptions options)
      throws UnreadableRecordingException {
    byte[] bytes = head.bytes();
    if (!head.startsWith(EsLayout.SIGNATURE)) {
      if (name().equalsIgnoreCase(options.format())) {
        throw new UnreadableRecordingException(
            "does not begin with \"" + EsLayout.SIGNATURE + "\", as every es recording does");
      }
      return Optional.empty();
    }
    require(bytes, EsLayout.SIZE_OFFSET);
    int major = bytes[EsLayout.SIGNATURE.length()];
    String version =
        (major & 0xFF)
            + "."
            + (bytes[EsLayout.SIGNATURE.length() + 1] & 0xFF)
            + "."
            + (bytes[EsLayout.SIGNATURE.length() + 2] & 0xFF);
    if (major != EsLayout.VERSION) {
      throw new UnreadableRecordingException(
          "is an Event Stream of version " + version + "; expected 2: convert it first");
    }
    int code = bytes[EsLayout.KIND_OFFSET] & 0xFF;
    EsKind kind = EsKind.of(code);
    if (kind == null) {
      throw new UnreadableRecordingException(
          "byte 15: Event Stream of kind " + code + "; expected 0, 1, 2 or 4");
    }
    Map<String, String> fields = Map.of(VERSION, version, KIND, kind.toString());
    return Optional.of(new Recognised(header(bytes, kind, fields, options), BY_SIGNATURE));
  }

  private RecordingHeader header(
      byte[] bytes, EsKind kind, Map<String, String> fields, ReadOptions options)
      throws UnreadableRecordingException {
    ViolationCounts none = new ViolationCounts();
    if (kind == EsKind.GENERIC) {
      return new RecordingHeader(name(), 0, 0, fields, EsLayout.SIZE_OFFSET, null, none);
    }
    require(bytes, EsLayout.HEADER_BYTES);
    int width = EsDecoder.u16(bytes, EsLayout.SIZE_OFFSET);
    int height = EsDecoder.u16(bytes, EsLayout.SIZE_OFFSET + 2);
    if (width == 0 || height == 0) {
      width = options.width();
      height = options.height();
    }
    if (width < 1 || height < 1 || width > MAX_SIDE || height > MAX_SIDE) {
      throw new UnreadableRecordingException(
          "byte 16: a frame of "
              + EsDecoder.u16(bytes, EsLayout.SIZE_OFFSET)
              + "x"
              + EsDecoder.u16(bytes, EsLayout.SIZE_OFFSET + 2)
              + "; expected 1x1 to 32768x32768, for rows count from its bottom; where it is 0x0,"
              + " tell the geometry");
    }
    return new RecordingHeader(name(), width, height, fields, EsLayout.HEADER_BYTES, null, none);
  }

  private static void require(byte[] bytes, int length) throws UnreadableRecordingException {
    if (bytes.length < length) {
      throw new UnreadableRecordingException(
          "ends at byte "
              + bytes.length
              + ", inside its header; expected data behind it: copy anew");
    }
  }

  private static EsKind kind(RecordingHeader header) {
    String kind = header.fields().getOrDefault(KIND, "");
    for (EsKind k : EsKind.values()) {
      if (k.toString().equals(kind)) {
        return k;
      }
    }
    return EsKind.DVS;
  }

  @Override
  public String holds(RecordingHeader header) {
    EsKind kind = kind(header);
    return kind.items == null ? "events" : kind.items.toString();
  }

  @Override
  public EventDecoder decoder(RecordingHeader header, ReadOptions options) {
    EsKind kind = kind(header);
    return kind == EsKind.GENERIC
        ? new GenericDecoder()
        : new PixelDecoder(kind, header.width(), header.height());
  }

  @Override
  public EventWriter writer(OutputStream out, RecordingHeader header, WriteOptions options)
      throws IOException {
    return new EsWriter(out, header);
  }
}
