package org.saccade.connectors.recording.aedat2;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.saccade.connectors.recording.AddressLayout;
import org.saccade.connectors.recording.EventFormat;
import org.saccade.connectors.recording.EventWriter;
import org.saccade.connectors.recording.Head;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.connectors.recording.RecordingHeader;
import org.saccade.connectors.recording.RecordingReader;
import org.saccade.connectors.recording.TimeLadder;
import org.saccade.connectors.recording.UnreadableRecordingException;
import org.saccade.connectors.recording.WriteOptions;
import org.saccade.connectors.recording.aedat.AedatLines;
import org.saccade.connectors.recording.aedat.Sensor;
import org.saccade.schemas.codec.EventDecoder;
import org.saccade.schemas.codec.ViolationCounts;

/** A recording of addresses and times: header lines, then records to the end of the file. */
abstract sealed class AddressFormat implements EventFormat permits Aedat1Format, Aedat2Format {
  /** Key, made here, of the chip whose addresses are read: not a line of the file. */
  private static final String CHIP = "chip";

  private static final String CHIP_LINE = "AEChip";
  private static final int BY_HEADER = 100;

  private final String version;
  private final int addressBytes;

  /**
   * @param version as the first line has it, such as {@code 2.0}
   */
  AddressFormat(String version, int addressBytes) {
    this.version = version;
    this.addressBytes = addressBytes;
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
  public boolean headerGoesOn(Head head) {
    return AedatLines.goesOn(head);
  }

  @Override
  public Optional<Recognised> recognise(Head head, ReadOptions options)
      throws UnreadableRecordingException {
    AedatLines lines = AedatLines.parse(head);
    boolean said = lines.version().equals(version);
    boolean named = name().equalsIgnoreCase(options.format());
    if (!said && !(named && lines.version().isEmpty())) {
      return Optional.empty();
    }
    lines.requireWhole(head);
    Sensor chip = chip(lines, options.addresses());
    int width = chip.width() > 0 ? chip.width() : options.width();
    int height = chip.height() > 0 ? chip.height() : options.height();
    if (width == 0 || height == 0) {
      throw new UnreadableRecordingException(
          "has the addresses of a DAVIS whose size nothing says; rows cannot be turned to count"
              + " from the top: give the geometry, or the chip, such as davis240 or davis346");
    }
    Map<String, String> fields = new LinkedHashMap<>(lines.fields());
    fields.put(CHIP, chip.name().toLowerCase(Locale.ROOT));
    return Optional.of(
        new Recognised(
            new RecordingHeader(
                name(), width, height, fields, lines.dataOffset(), null, new ViolationCounts()),
            BY_HEADER));
  }

  private Sensor chip(AedatLines lines, AddressLayout layout) throws UnreadableRecordingException {
    String name = layout.chip() != null ? layout.chip() : lines.field(CHIP_LINE);
    Optional<Sensor> sensor = name.isEmpty() ? Optional.of(Sensor.DVS128) : Sensor.of(name);
    boolean fits =
        sensor.isPresent()
            && (sensor.get() == Sensor.DVS128 || sensor.get().isDavis() && addressBytes == 4);
    if (!fits) {
      throw new UnreadableRecordingException(
          (layout.chip() != null ? "the chip \"" : "its header says chip \"")
              + name
              + "\", whose addresses "
              + name()
              + " cannot tell; name a chip that has the same: dvs128"
              + (addressBytes == 4 ? ", davis240, davis346, davis640 or davis" : ""));
    }
    return sensor.get();
  }

  @Override
  public EventDecoder decoder(RecordingHeader header, ReadOptions options) {
    AddressLayout layout = options.addresses();
    boolean turnY = !layout.flipY();
    String chip = header.fields().getOrDefault(CHIP, "");
    return chip.startsWith("davis")
        ? new DavisDecoder(header.width(), header.height(), layout.flipX(), turnY, layout.onBit())
        : new DvsDecoder(addressBytes, layout.flipX(), turnY, layout.onBit());
  }

  @Override
  public Optional<RecordingReader.Position> seek(
      SeekableByteChannel recording, RecordingHeader header, ReadOptions options, long micros)
      throws IOException {
    EventDecoder decoder = decoder(header, options);
    TimeLadder ladder =
        new TimeLadder(
            recording,
            header.dataOffset(),
            decoder.maxUnitBytes(),
            (bytes, at, before) ->
                OptionalLong.of(AddressDecoder.unwrapped(bytes.getInt(at + addressBytes), before)));
    return TimeLadder.position(ladder.before(micros), decoder);
  }

  @Override
  public boolean writable() {
    return false;
  }

  @Override
  public EventWriter writer(OutputStream out, RecordingHeader header, WriteOptions options) {
    throw new UnsupportedOperationException(name() + " is read, not written");
  }
}
