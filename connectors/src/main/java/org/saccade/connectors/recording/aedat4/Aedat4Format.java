package org.saccade.connectors.recording.aedat4;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saccade.connectors.recording.EventFormat;
import org.saccade.connectors.recording.EventWriter;
import org.saccade.connectors.recording.Head;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.connectors.recording.RecordingHeader;
import org.saccade.connectors.recording.RecordingReader;
import org.saccade.connectors.recording.UnreadableRecordingException;
import org.saccade.connectors.recording.WriteOptions;
import org.saccade.schemas.codec.EventDecoder;
import org.saccade.schemas.codec.ViolationCounts;

/** AEDAT 4: a header that declares streams, packets of them, a table of the packets. */
public final class Aedat4Format implements EventFormat {
  private static final String SIGNATURE = FileHead.SIGNATURE;
  private static final int HEADER_AT = SIGNATURE.length() + 4;

  /** Keys, made here, of what the header says. */
  private static final String COMPRESSION = "compression";

  private static final String TABLE = "dataTablePosition";
  private static final String CAMERA = "camera";
  private static final String CAMERAS = "cameras";
  private static final String STREAMS = "streams";
  private static final int BY_HEADER = 100;

  /** Name of the camera in files written, where the source does not say it. */
  private static final String UNKNOWN_CAMERA = "camera";

  @Override
  public String name() {
    return "aedat4";
  }

  @Override
  public String description() {
    return "AEDAT 4, packets of iniVation's DV: none, LZ4 or ZSTD";
  }

  @Override
  public String extension() {
    return ".aedat4";
  }

  @Override
  public boolean holdsTriggers() {
    return true;
  }

  @Override
  public boolean holdsOthers() {
    return true;
  }

  /** Where the header ends; -1 where this is not known or too far. */
  private static long end(Head head) {
    if (!head.startsWith(SIGNATURE) || head.length() < HEADER_AT) {
      return -1;
    }
    int size =
        ByteBuffer.wrap(head.bytes()).order(ByteOrder.LITTLE_ENDIAN).getInt(SIGNATURE.length());
    return size < 0 || size > Head.MAX_HEADER_BYTES - HEADER_AT ? -1 : HEADER_AT + (long) size;
  }

  @Override
  public boolean headerGoesOn(Head head) {
    return !head.complete() && head.length() < end(head);
  }

  @Override
  public Optional<Recognised> recognise(Head head, ReadOptions options)
      throws UnreadableRecordingException {
    if (!head.startsWith(SIGNATURE)) {
      return Optional.empty();
    }
    long end = end(head);
    if (end < 0 || end > head.length()) {
      throw new UnreadableRecordingException(
          "ends at byte "
              + head.length()
              + ", inside its header, or says an impossible size of it;"
              + " copy anew");
    }
    FlatTable table = new FlatTable();
    boolean known =
        FlatTable.identifier(head.bytes(), HEADER_AT, (int) end).equals("IOHE")
            && table.root(head.bytes(), HEADER_AT, (int) end);
    Compression compression = known ? Compression.of(table.int32(0, 0)) : null;
    if (compression == null) {
      throw new UnreadableRecordingException(
          "byte " + HEADER_AT + ": its header is no IOHE of a compression 0 to 4; copy anew");
    }
    List<Stream> declared = Stream.parse(table.string(2));
    StreamChoice streams;
    try {
      streams = new StreamChoice(declared, options.camera());
    } catch (IllegalArgumentException e) {
      throw new UnreadableRecordingException(e.getMessage());
    }
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put(COMPRESSION, compression.name());
    fields.put(TABLE, String.valueOf(table.int64(1, -1)));
    if (!streams.chosen().isEmpty()) {
      fields.put(CAMERA, streams.chosen().get(0).source());
    }
    if (streams.cameras().size() > 1) {
      fields.put(CAMERAS, String.join(", ", streams.cameras()));
    }
    fields.put(STREAMS, StreamTexts.write(declared));
    int width = options.width();
    int height = options.height();
    for (Stream stream : streams.chosen()) {
      if (stream.width() > 0 && stream.height() > 0) {
        width = stream.width();
        height = stream.height();
        break;
      }
    }
    return Optional.of(
        new Recognised(
            new RecordingHeader(name(), width, height, fields, end, 0L, new ViolationCounts()),
            BY_HEADER));
  }

  @Override
  public Map<String, Long> declared(
      SeekableByteChannel recording, RecordingHeader header, ReadOptions options)
      throws IOException {
    return FileDataTable.declared(
        recording, tablePosition(header), compression(header), streams(header, options));
  }

  @Override
  public Optional<RecordingReader.Position> seek(
      SeekableByteChannel recording, RecordingHeader header, ReadOptions options, long micros)
      throws IOException {
    StreamChoice streams = streams(header, options);
    long end = tablePosition(header);
    Compression compression = compression(header);
    long offset =
        FileDataTable.seek(recording, header.dataOffset(), end, compression, streams, micros);
    byte[] state = new Aedat4Decoder(compression, offset, end, streams).state();
    return Optional.of(new RecordingReader.Position(offset, state, Long.MIN_VALUE));
  }

  private static Compression compression(RecordingHeader header) {
    return Compression.valueOf(header.fields().getOrDefault(COMPRESSION, Compression.NONE.name()));
  }

  private static long tablePosition(RecordingHeader header) {
    return Long.parseLong(header.fields().getOrDefault(TABLE, "-1"));
  }

  private static StreamChoice streams(RecordingHeader header, ReadOptions options) {
    List<Stream> declared = StreamTexts.read(header.fields().getOrDefault(STREAMS, ""));
    return new StreamChoice(declared, options.camera());
  }

  @Override
  public EventDecoder decoder(RecordingHeader header, ReadOptions options) {
    return new Aedat4Decoder(
        compression(header), header.dataOffset(), tablePosition(header), streams(header, options));
  }

  @Override
  public EventWriter writer(OutputStream out, RecordingHeader header, WriteOptions options)
      throws IOException {
    String camera = header.fields().getOrDefault(CAMERA, "");
    return new Aedat4Writer(
        out,
        header,
        camera.isEmpty() ? UNKNOWN_CAMERA : camera,
        Compression.valueOf(options.compression().name()));
  }
}
