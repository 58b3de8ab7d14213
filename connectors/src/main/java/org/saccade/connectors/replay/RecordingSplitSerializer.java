package org.saccade.connectors.replay;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.saccade.connectors.recording.AddressLayout;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.connectors.recording.RecordingReader;
import org.saccade.connectors.recording.TextLayout;
import org.saccade.schemas.codec.BackwardTime;
import org.saccade.schemas.codec.OutOfFrame;

/**
 * Format 2: the fields of {@link RecordingSplit} in their order, enums by name. Format 1 had
 * neither the layout of addresses nor the camera.
 */
final class RecordingSplitSerializer implements SimpleVersionedSerializer<RecordingSplit> {
  static final RecordingSplitSerializer INSTANCE = new RecordingSplitSerializer();

  private static final int FORMAT = 2;
  private static final int BEFORE_ADDRESSES = 1;

  @Override
  public int getVersion() {
    return FORMAT;
  }

  @Override
  public byte[] serialize(RecordingSplit split) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    write(split, new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  @Override
  public RecordingSplit deserialize(int version, byte[] bytes) throws IOException {
    checkVersion(version);
    return read(version, new DataInputStream(new ByteArrayInputStream(bytes)));
  }

  private static void checkVersion(int version) throws IOException {
    if (version < BEFORE_ADDRESSES || version > FORMAT) {
      throw new IOException(
          "a split of format " + version + ", this release reads formats up to " + FORMAT);
    }
  }

  private static void write(RecordingSplit split, DataOutputStream out) throws IOException {
    out.writeUTF(split.path());
    out.writeUTF(split.stream());
    out.writeUTF(split.session());
    ReadOptions options = split.options();
    out.writeUTF(options.format() == null ? "" : options.format());
    out.writeInt(options.width());
    out.writeInt(options.height());
    out.writeUTF(options.backwardTime().name());
    out.writeUTF(options.outOfFrame().name());
    out.writeUTF(options.text().columns());
    out.writeUTF(options.text().unit().name());
    out.writeChar(options.text().separator());
    AddressLayout addresses = options.addresses();
    out.writeUTF(addresses.chip() == null ? "" : addresses.chip());
    out.writeInt(addresses.onBit());
    out.writeBoolean(addresses.flipX());
    out.writeBoolean(addresses.flipY());
    out.writeUTF(options.camera() == null ? "" : options.camera());
    out.writeInt(split.limits().maxEvents());
    out.writeLong(split.limits().maxMicros());
    out.writeLong(split.nextSequence());
    RecordingReader.Position position = split.position();
    out.writeBoolean(position != null);
    if (position != null) {
      out.writeLong(position.offset());
      out.writeInt(position.decoderState().length);
      out.write(position.decoderState());
      out.writeLong(position.latest());
    }
    out.writeLong(split.skip());
  }

  private static RecordingSplit read(int version, DataInputStream in) throws IOException {
    String path = in.readUTF();
    String stream = in.readUTF();
    String session = in.readUTF();
    ReadOptions options =
        ReadOptions.DEFAULT
            .withFormat(emptyAsNull(in.readUTF()))
            .withGeometry(in.readInt(), in.readInt())
            .withPolicies(BackwardTime.valueOf(in.readUTF()), OutOfFrame.valueOf(in.readUTF()))
            .withText(
                new TextLayout(in.readUTF(), TextLayout.Unit.valueOf(in.readUTF()), in.readChar()));
    if (version > BEFORE_ADDRESSES) {
      AddressLayout addresses =
          new AddressLayout(
              emptyAsNull(in.readUTF()), in.readInt(), in.readBoolean(), in.readBoolean());
      options = options.withAddresses(addresses).withCamera(emptyAsNull(in.readUTF()));
    }
    PacketLimits limits = new PacketLimits(in.readInt(), in.readLong());
    long nextSequence = in.readLong();
    RecordingReader.Position position = null;
    if (in.readBoolean()) {
      long offset = in.readLong();
      byte[] state = new byte[in.readInt()];
      in.readFully(state);
      position = new RecordingReader.Position(offset, state, in.readLong());
    }
    return new RecordingSplit(
        path, stream, session, options, limits, nextSequence, position, in.readLong());
  }

  private static String emptyAsNull(String text) {
    return text.isEmpty() ? null : text;
  }

  /** Several splits in one: the enumerator's state. */
  static final class OfList implements SimpleVersionedSerializer<List<RecordingSplit>> {
    static final OfList INSTANCE = new OfList();

    @Override
    public int getVersion() {
      return FORMAT;
    }

    @Override
    public byte[] serialize(List<RecordingSplit> splits) throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(bytes);
      out.writeInt(splits.size());
      for (RecordingSplit split : splits) {
        write(split, out);
      }
      return bytes.toByteArray();
    }

    @Override
    public List<RecordingSplit> deserialize(int version, byte[] bytes) throws IOException {
      checkVersion(version);
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
      List<RecordingSplit> splits = new ArrayList<>();
      for (int n = in.readInt(); n > 0; n--) {
        splits.add(read(version, in));
      }
      return splits;
    }
  }
}
