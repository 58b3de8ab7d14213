package org.saccade.connectors.recording.aedat3;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.LinkedHashMap;
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
import org.saccade.connectors.recording.aedat.AedatLines;
import org.saccade.connectors.recording.aedat.Sensor;
import org.saccade.schemas.codec.EventDecoder;
import org.saccade.schemas.codec.ViolationCounts;

/** AEDAT 3.1 and 3.0: header lines, then packets to the end of the file. */
public final class Aedat3Format implements EventFormat {
  /** Keys, made here, of the version and of the source that is read: no lines of the file. */
  private static final String VERSION = "version";

  private static final String CAMERA = "camera";
  static final String SOURCE = "Source ";
  private static final String ROWS_FROM_BELOW = "3.0";
  private static final int BY_HEADER = 100;

  @Override
  public String name() {
    return "aedat3";
  }

  @Override
  public String description() {
    return "AEDAT 3.1 and 3.0, packets of cAER and libcaer";
  }

  @Override
  public String extension() {
    return ".aedat";
  }

  @Override
  public boolean holdsTriggers() {
    return true;
  }

  @Override
  public boolean holdsOthers() {
    return true;
  }

  @Override
  public boolean writesOthers() {
    return false;
  }

  @Override
  public boolean headerGoesOn(Head head) {
    return AedatLines.goesOn(head);
  }

  @Override
  public Optional<Recognised> recognise(Head head, ReadOptions options)
      throws UnreadableRecordingException {
    AedatLines lines = AedatLines.parse(head);
    boolean said = lines.version().startsWith("3.");
    boolean named = name().equalsIgnoreCase(options.format()) && lines.version().isEmpty();
    if (!said && !named) {
      return Optional.empty();
    }
    lines.requireWhole(head);
    String form = lines.field("Format");
    if (!form.isEmpty() && !form.equals("RAW")) {
      throw new UnreadableRecordingException(
          "its header says format "
              + form
              + ", expected RAW: convert it with the program it is from");
    }
    int camera = camera(lines, head, options.camera());
    Optional<Sensor> sensor = Sensor.of(lines.field(SOURCE + camera));
    int width = sensor.map(Sensor::width).filter(w -> w > 0).orElse(options.width());
    int height = sensor.map(Sensor::height).filter(h -> h > 0).orElse(options.height());
    if (lines.version().equals(ROWS_FROM_BELOW) && height == 0) {
      throw new UnreadableRecordingException(
          "is AEDAT 3.0, which counts rows from below, and says no sensor that is known here; give"
              + " the geometry");
    }
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put(VERSION, lines.version());
    fields.put(CAMERA, camera == Aedat3Decoder.ANY_CAMERA ? "" : String.valueOf(camera));
    fields.putAll(lines.fields());
    return Optional.of(
        new Recognised(
            new RecordingHeader(
                name(), width, height, fields, lines.dataOffset(), null, new ViolationCounts()),
            BY_HEADER));
  }

  /** The source asked for by number or name, else that of the first packet. */
  private static int camera(AedatLines lines, Head head, String wanted)
      throws UnreadableRecordingException {
    if (wanted == null) {
      return firstSource(lines, head);
    }
    for (Map.Entry<String, String> line : lines.fields().entrySet()) {
      String number = line.getKey().startsWith(SOURCE) ? line.getKey().substring(7).strip() : "";
      boolean meant = number.equals(wanted) || line.getValue().equalsIgnoreCase(wanted);
      if (number.matches("\\d{1,4}") && meant) {
        return Integer.parseInt(number);
      }
    }
    throw new UnreadableRecordingException(
        "has no camera \"" + wanted + "\"; its sources are " + sources(lines));
  }

  private static int firstSource(AedatLines lines, Head head) {
    if (head.length() - lines.dataOffset() < PacketHeader.BYTES) {
      return Aedat3Decoder.ANY_CAMERA;
    }
    PacketHeader first = new PacketHeader();
    first.read(head.bytes(), lines.dataOffset());
    return first.isTypical() ? first.source : Aedat3Decoder.ANY_CAMERA;
  }

  private static String sources(AedatLines lines) {
    StringBuilder all = new StringBuilder();
    lines
        .fields()
        .forEach(
            (key, value) -> {
              if (key.startsWith(SOURCE)) {
                all.append(all.isEmpty() ? "" : ", ").append(key.substring(7)).append(' ');
                all.append(value);
              }
            });
    return all.isEmpty() ? "not named" : all.toString();
  }

  @Override
  public EventDecoder decoder(RecordingHeader header, ReadOptions options) {
    return decoder(header, camera(header));
  }

  private static int camera(RecordingHeader header) {
    String camera = header.fields().getOrDefault(CAMERA, "");
    return camera.isEmpty() ? Aedat3Decoder.ANY_CAMERA : Integer.parseInt(camera);
  }

  private static EventDecoder decoder(RecordingHeader header, int camera) {
    boolean fromBelow = ROWS_FROM_BELOW.equals(header.fields().get(VERSION));
    return new Aedat3Decoder(camera, fromBelow ? header.height() : 0);
  }

  @Override
  public Optional<RecordingReader.Position> seek(
      SeekableByteChannel recording, RecordingHeader header, ReadOptions options, long micros)
      throws IOException {
    PacketSeek packets = new PacketSeek(recording, camera(header));
    long offset = packets.find(header.dataOffset(), micros);
    byte[] state = decoder(header, packets.camera()).state();
    return Optional.of(new RecordingReader.Position(offset, state, Long.MIN_VALUE));
  }

  @Override
  public EventWriter writer(OutputStream out, RecordingHeader header, WriteOptions options)
      throws IOException {
    return new Aedat3Writer(out, header);
  }
}
