package org.saccade.connectors.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saccade.connectors.recording.AddressLayout;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.connectors.recording.TextLayout;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.codec.BackwardTime;
import org.saccade.schemas.codec.OutOfFrame;
import org.saccade.schemas.packet.Origin;
import org.saccade.schemas.packet.PayloadDecoder;
import org.saccade.schemas.packet.RawEventPacket;
import org.saccade.schemas.wire.EventPackets;

class RecordingPacketsTest {
  private static final ReadOptions OPTIONS = ReadOptions.DEFAULT.withGeometry(640, 480);

  @TempDir Path folder;

  private static RecordingSplit split(Path file, PacketLimits limits) {
    return RecordingSplit.of(file.toString(), "cam0", "run", OPTIONS).withLimits(limits);
  }

  private static List<RawEventPacket> packets(RecordingSplit split) throws IOException {
    List<RawEventPacket> all = new ArrayList<>();
    try (RecordingPackets packets = new RecordingPackets(split)) {
      do {
        all.add(packets.next());
      } while (!packets.ended());
    }
    return all;
  }

  private static RecordingSplit stored(RecordingSplit split) throws IOException {
    RecordingSplitSerializer serializer = RecordingSplitSerializer.INSTANCE;
    return serializer.deserialize(serializer.getVersion(), serializer.serialize(split));
  }

  @ParameterizedTest
  @CsvSource({
    "evt3, 5000, 300, 1000",
    "evt2, 5000, 4096, 1000",
    "csv, 3000, 64, 100000",
    "dat, 9000, 5000, 1000000"
  })
  void goOnAfterAnyPacketWithTheSamePackets(String format, int n, int maxEvents, long maxMicros)
      throws IOException {
    Path file = RecordingFiles.write(folder, format, RecordingFiles.events(n, 1));
    PacketLimits limits = new PacketLimits(maxEvents, maxMicros);
    List<RawEventPacket> whole = packets(split(file, limits));
    assertThat(whole).hasSizeGreaterThan(1);

    RecordingSplit at = split(file, limits);
    for (int k = 0; k < whole.size(); k++) {
      try (RecordingPackets packets = new RecordingPackets(stored(at))) {
        assertThat(packets.next()).isEqualTo(whole.get(k));
        at = packets.split();
      }
    }
    try (RecordingPackets packets = new RecordingPackets(split(file, limits))) {
      for (int k = 0; k < whole.size() / 2; k++) {
        packets.next();
      }
      assertThat(packets(stored(packets.split())))
          .isEqualTo(whole.subList(whole.size() / 2, whole.size()));
    }
  }

  @Test
  void holdTheEventsOfTheRecording() throws Exception {
    EventBatch events = RecordingFiles.events(20_000, 2);
    Path file = RecordingFiles.write(folder, "evt3", events);
    PayloadDecoder decoder = new PayloadDecoder();
    EventBatch batch = new EventBatch(1);
    EventBatch together = new EventBatch(1);
    for (RawEventPacket packet : packets(split(file, PacketLimits.DEFAULT))) {
      decoder.decode(packet, batch);
      together.append(batch, 0, batch.size());
    }

    assertThat(together).isEqualTo(events);
  }

  @Test
  void areThoseThatAReplaySends() throws Exception {
    Path file = RecordingFiles.write(folder, "evt2", RecordingFiles.events(10_000, 3));
    MockProducer<byte[], byte[]> producer =
        new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    new Replay(ReplaySettings.of("t", "cam0").withSession("run").withSpeed(Pacer.MAX), producer)
        .run(() -> OpenRecording.of(file, OPTIONS));

    EventPackets reader = new EventPackets();
    List<RawEventPacket> sent = new ArrayList<>();
    for (var record : producer.history()) {
      sent.add(reader.read(record.value(), Origin.file(sent.size())));
    }
    assertThat(packets(split(file, PacketLimits.DEFAULT))).isEqualTo(sent);
  }

  @Test
  void nameTheRecordingThatDoesNotSayItsGeometry() throws IOException {
    Path file = RecordingFiles.write(folder, "csv", RecordingFiles.events(10, 4));
    RecordingSplit split = RecordingSplit.of(file.toString(), "cam0", "run", ReadOptions.DEFAULT);

    assertThatThrownBy(() -> packets(split))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(file + ": geometry 0x0");
  }

  @Test
  void areStoredWithAllThatSaysHowToReadThem() throws IOException {
    ReadOptions options =
        new ReadOptions(
            "csv",
            10,
            20,
            BackwardTime.CLAMP,
            OutOfFrame.FAIL,
            new TextLayout("xytp", TextLayout.Unit.NANOSECONDS, ';'),
            new AddressLayout("davis346", 0, true, true),
            "left",
            org.saccade.connectors.recording.GazeOptions.DEFAULT,
            org.saccade.connectors.recording.SampleOptions.DEFAULT);
    RecordingSplit split =
        RecordingSplit.of("/a b/ü.csv", "cam0", "run", options).withLimits(new PacketLimits(7, 8));

    assertThat(stored(split)).isEqualTo(split);
    assertThat(
            RecordingSplitSerializer.OfList.INSTANCE.deserialize(
                2, RecordingSplitSerializer.OfList.INSTANCE.serialize(List.of(split, split))))
        .containsExactly(split, split);
  }

  @Test
  void areReadAsTheReleaseBeforeAddressesStoredThem() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    for (String text : new String[] {"/a.raw", "cam0", "run", "evt3"}) {
      out.writeUTF(text);
    }
    out.writeInt(64);
    out.writeInt(48);
    for (String text : new String[] {"DROP", "FAIL", "", "GUESS"}) {
      out.writeUTF(text);
    }
    out.writeChar(0);
    out.writeInt(100);
    out.writeLong(2000);
    out.writeLong(3);
    out.writeBoolean(false);
    out.writeLong(0);
    ReadOptions options =
        ReadOptions.DEFAULT
            .withFormat("evt3")
            .withGeometry(64, 48)
            .withPolicies(BackwardTime.DROP, OutOfFrame.FAIL);

    RecordingSplit split = RecordingSplitSerializer.INSTANCE.deserialize(1, bytes.toByteArray());

    assertThat(split.options()).isEqualTo(options);
    assertThat(split.limits()).isEqualTo(new PacketLimits(100, 2000));
    assertThat(split.nextSequence()).isEqualTo(3);
  }
}
