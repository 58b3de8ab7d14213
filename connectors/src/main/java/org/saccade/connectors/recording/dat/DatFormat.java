package org.saccade.connectors.recording.dat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.saccade.connectors.recording.EventFormat;
import org.saccade.connectors.recording.EventWriter;
import org.saccade.connectors.recording.Head;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.connectors.recording.RecordingHeader;
import org.saccade.connectors.recording.RecordingReader;
import org.saccade.connectors.recording.TimeLadder;
import org.saccade.connectors.recording.UnreadableRecordingException;
import org.saccade.connectors.recording.WriteOptions;
import org.saccade.connectors.recording.evt.PropheseeHeader;
import org.saccade.connectors.recording.evt.SensorGeometry;
import org.saccade.schemas.codec.EventDecoder;
import org.saccade.schemas.codec.Violation;
import org.saccade.schemas.codec.ViolationCounts;

/** Prophesee's DAT: header lines, two bytes that say what a record is, records of 8 bytes. */
public final class DatFormat implements EventFormat {
  /** Key, made here, of the layout of the records: not a line of the file. */
  private static final String LAYOUT = "layout";

  private static final int BY_HEADER = 100;
  private static final int TYPE_BYTES = 2;

  @Override
  public String name() {
    return "dat";
  }

  @Override
  public String description() {
    return "Prophesee DAT, 64-bit records (version 1 and 2 read, version 2 written)";
  }

  @Override
  public String extension() {
    return ".dat";
  }

  @Override
  public boolean headerGoesOn(Head head) {
    return PropheseeHeader.goesOn(head);
  }

  @Override
  public Optional<Recognised> recognise(Head head, ReadOptions options) throws IOException {
    PropheseeHeader header = PropheseeHeader.parse(head);
    byte[] bytes = head.bytes();
    int types = header.dataOffset();
    boolean said = header.isDat() && header.encoding().isEmpty();
    boolean named = name().equalsIgnoreCase(options.format());
    if (bytes.length < types + TYPE_BYTES) {
      if (said || named) {
        throw new UnreadableRecordingException(
            "ends at byte "
                + bytes.length
                + ", before the two bytes that say what its records are: copy anew");
      }
      return Optional.empty();
    }
    int type = bytes[types] & 0xFF;
    int size = bytes[types + 1] & 0xFF;
    boolean known =
        type == DatLayout.TYPE_EVENT2D
            || type == DatLayout.TYPE_CD
            || type == DatLayout.TYPE_TRIGGER;
    if (!known || size != DatDecoder.RECORD_BYTES) {
      if (said || named) {
        throw new UnreadableRecordingException(
            String.format(
                "byte %d: DAT records of type 0x%02X and %d bytes;"
                    + " expected type 0x00, 0x0C or 0x0E and 8 bytes",
                types, type, size));
      }
      return Optional.empty();
    }
    int certainty =
        said || named ? BY_HEADER : DatPlausibility.certainty(bytes, types + TYPE_BYTES);
    if (certainty == 0 || header.encoding().isPresent() && !named) {
      return Optional.empty();
    }
    return Optional.of(new Recognised(header(header, bytes, type, options), certainty));
  }

  private RecordingHeader header(
      PropheseeHeader lines, byte[] bytes, int type, ReadOptions options) {
    int data = lines.dataOffset() + TYPE_BYTES;
    ViolationCounts violations = new ViolationCounts();
    String version = lines.field("Version");
    if (!version.equals("1") && !version.equals("2")) {
      violations.add(Violation.MISSING_HEADER, 1);
      version = DatPlausibility.isVersion1(bytes, data) ? "1" : "2";
    }
    DatLayout layout =
        type == DatLayout.TYPE_TRIGGER
            ? DatLayout.TRIGGER
            : version.equals("1") ? DatLayout.CD_V1 : DatLayout.CD_V2;
    Map<String, String> fields = new LinkedHashMap<>(lines.fields());
    fields.put(LAYOUT, layout.name());
    SensorGeometry geometry = SensorGeometry.of(lines, options);
    return new RecordingHeader(
        name(),
        geometry.width(),
        geometry.height(),
        fields,
        data,
        epochMicros(lines.field("Date")),
        violations);
  }

  /** Unix time of a date that has a zone; null for others: local time of an unknown place. */
  static Long epochMicros(String date) {
    try {
      Instant instant = OffsetDateTime.parse(date.replaceFirst(" ", "T")).toInstant();
      return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    } catch (DateTimeException | ArithmeticException e) {
      return null;
    }
  }

  @Override
  public String holds(RecordingHeader header) {
    return DatLayout.TRIGGER.name().equals(header.fields().get(LAYOUT)) ? "triggers" : "events";
  }

  @Override
  public EventDecoder decoder(RecordingHeader header, ReadOptions options) {
    String layout = header.fields().getOrDefault(LAYOUT, DatLayout.CD_V2.name());
    return new DatDecoder(DatLayout.valueOf(layout));
  }

  @Override
  public Optional<RecordingReader.Position> seek(
      SeekableByteChannel recording, RecordingHeader header, ReadOptions options, long micros)
      throws IOException {
    boolean anyPolarity = !header.fields().get(LAYOUT).equals(DatLayout.CD_V2.name());
    TimeLadder ladder =
        new TimeLadder(
            recording,
            header.dataOffset(),
            DatDecoder.RECORD_BYTES,
            (bytes, at, before) -> time(bytes, at, before, anyPolarity));
    return TimeLadder.position(ladder.before(micros), decoder(header, options));
  }

  private static OptionalLong time(
      ByteBuffer bytes, int at, OptionalLong before, boolean anyPolarity) {
    long time = Integer.reverseBytes(bytes.getInt(at)) & 0xFFFFFFFFL;
    int polarity = Integer.reverseBytes(bytes.getInt(at + 4)) >>> 28;
    return anyPolarity || polarity <= 1
        ? OptionalLong.of(DatDecoder.unwrapped(time, before.orElse(0)))
        : OptionalLong.empty();
  }

  @Override
  public EventWriter writer(OutputStream out, RecordingHeader header, WriteOptions options)
      throws IOException {
    return new DatWriter(out, header);
  }
}
