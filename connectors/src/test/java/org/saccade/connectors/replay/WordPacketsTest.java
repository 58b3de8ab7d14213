package org.saccade.connectors.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saccade.connectors.recording.EventFormats;
import org.saccade.connectors.recording.EventWriter;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.connectors.recording.RecordingHeader;
import org.saccade.connectors.recording.RecordingReader;
import org.saccade.connectors.recording.UnreadableRecordingException;
import org.saccade.connectors.recording.WriteOptions;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.batch.TriggerBatch;
import org.saccade.schemas.codec.Violation;
import org.saccade.schemas.packet.Origin;
import org.saccade.schemas.packet.PayloadDecoder;
import org.saccade.schemas.packet.RawEventPacket;
import org.saccade.schemas.wire.EventPackets;

/** The sensor's own words in packets: no byte changed, each packet decodable alone. */
class WordPacketsTest {
  private static final List<String> FORMATS = List.of("evt2", "evt21", "evt21-legacy", "evt3");
  private static Path file;

  @TempDir Path folder;

  @BeforeContainer
  static void file() throws IOException {
    file = Files.createTempFile("words", ".raw");
  }

  @AfterContainer
  static void noFile() throws IOException {
    Files.delete(file);
  }

  /** Rows of events at once, pauses, a wrap of EVT3, edges. */
  private static byte[] recording(String format, Random random, int runs) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RecordingHeader header = RecordingHeader.of(format, 1280, 720);
    long t = 16_700_000;
    try (EventWriter writer =
        EventFormats.named(format).orElseThrow().writer(out, header, WriteOptions.DEFAULT)) {
      for (int r = 0; r < runs; r++) {
        EventBatch run = new EventBatch(64);
        TriggerBatch edges = new TriggerBatch(1);
        t += random.nextInt(8) == 0 ? random.nextInt(30_000) : random.nextInt(60);
        int x = random.nextInt(1200);
        int y = random.nextInt(720);
        for (int i = random.nextInt(40); i >= 0; i--) {
          run.add(t, x, y, r & 1);
          x += 1 + random.nextInt(2);
        }
        if (random.nextInt(5) == 0) {
          edges.add(t, random.nextInt(16), random.nextInt(2));
        }
        writer.write(run, edges);
      }
    }
    return out.toByteArray();
  }

  private record Sent(List<RawEventPacket> packets, TriggerBatch edges, OpenRecording recording) {}

  private static Sent packets(Path path, PacketLimits limits) throws Exception {
    List<RawEventPacket> packets = new ArrayList<>();
    TriggerBatch edges = new TriggerBatch(16);
    EventPackets reader = new EventPackets();
    PacketWriter writer = new PacketWriter("cam", "s", 1280, 720);
    try (OpenRecording open = OpenRecording.words(path, ReadOptions.DEFAULT)) {
      PacketSource source = open.packets(limits);
      while (source.next()) {
        Edges.append(source.edges(), edges);
        packets.add(reader.read(source.write(writer), Origin.file(source.sequence())));
      }
      return new Sent(packets, edges, open);
    }
  }

  private static EventBatch events(Path path, TriggerBatch edges) throws IOException {
    EventBatch all = new EventBatch(64);
    EventBatch batch = new EventBatch(500);
    try (RecordingReader reader = RecordingReader.open(path, ReadOptions.DEFAULT)) {
      while (reader.read(batch)) {
        all.append(batch, 0, batch.size());
        Edges.append(reader.triggers(), edges);
      }
    }
    return all;
  }

  private static byte[] payload(RawEventPacket p) {
    return Arrays.copyOfRange(p.record(), p.payloadOffset(), p.record().length);
  }

  /** What holds of the packets of any recording. */
  private static void check(Path path, PacketLimits limits, int wordEvents) throws Exception {
    Sent sent = packets(path, limits);
    TriggerBatch edges = new TriggerBatch(16);
    EventBatch expected = events(path, edges);
    assertThat(sent.edges()).isEqualTo(edges);

    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    EventBatch[] decoded = new EventBatch[sent.packets().size()];
    List<RawEventPacket> anyOrder = new ArrayList<>(sent.packets());
    Collections.shuffle(anyOrder, new Random(1));
    PayloadDecoder decoder = new PayloadDecoder();
    for (RawEventPacket p : anyOrder) {
      EventBatch batch = new EventBatch(1);
      decoder.forget();
      decoder.decode(p, batch);
      decoded[(int) p.sequence()] = batch;
      assertThat(batch.size()).isEqualTo(p.count());
      assertThat(p.count()).isLessThanOrEqualTo(Math.max(limits.maxEvents(), wordEvents));
      if (p.count() > 0) {
        assertThat(p.timeBase()).isEqualTo(batch.t(0));
        assertThat(p.timeEnd()).isEqualTo(batch.t(batch.size() - 1));
        for (int i = 0; i < batch.size(); i++) {
          assertThat(Math.abs(batch.t(i) - p.timeBase())).isLessThan(limits.maxMicros());
        }
      }
    }
    EventBatch all = new EventBatch(64);
    for (RawEventPacket p : sent.packets()) {
      int k = (int) p.sequence();
      all.append(decoded[k], 0, decoded[k].size());
      bytes.writeBytes(payload(p));
      assertThat(p.last()).isEqualTo(k == decoded.length - 1);
    }
    assertThat(all).isEqualTo(expected);
    byte[] whole = Files.readAllBytes(path);
    int data = whole.length - bytes.size();
    assertThat(bytes.toByteArray()).isEqualTo(Arrays.copyOfRange(whole, data, whole.length));
  }

  @Property(tries = 120)
  void everyPacketOfAnyCutIsDecodedAlone(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 120) int maxEvents,
      @ForAll @IntRange(min = 1, max = 3000) int maxMicros)
      throws Exception {
    for (String format : FORMATS) {
      Random random = new Random(seed);
      Files.write(file, recording(format, random, random.nextInt(120)));
      check(file, new PacketLimits(maxEvents, maxMicros), 32);
    }
  }

  @Test
  void wordsOverManyBuffersAreCutAlike() throws Exception {
    for (String format : FORMATS) {
      Path path = folder.resolve(format + ".raw");
      Files.write(path, recording(format, new Random(7), 20_000));
      check(path, PacketLimits.DEFAULT, 0);
      check(path, new PacketLimits(100_000, Long.MAX_VALUE), 0);
    }
  }

  @Test
  void realRecordingsTravelUntouched() throws Exception {
    Path recordings = Path.of(System.getProperty("saccade.recordings", "recordings"), "events");
    for (String name :
        List.of("faery/evt2.raw", "expelliarmus/evt2_sample.raw", "expelliarmus/evt3_sample.raw")) {
      if (Files.exists(recordings.resolve(name))) {
        check(recordings.resolve(name), PacketLimits.DEFAULT, 0);
      } else {
        System.out.println("no real recording " + name + ": not replayed in this run");
      }
    }
  }

  @Test
  void timeWordsWithoutEventsFillPacketsOfTheirOwn() throws Exception {
    byte[] header = "% evt 3.0\n% geometry 8x8\n% end\n".getBytes(StandardCharsets.US_ASCII);
    int words = WordPackets.MAX_BYTES;
    ByteBuffer bytes =
        ByteBuffer.allocate(header.length + 2 * words + 7).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(header);
    for (int i = 0; i < words; i++) {
      bytes.putShort((short) (8 << 12 | i >> 8 & 0xFFF));
    }
    bytes.putShort((short) 1).putShort((short) (2 << 12)).putShort((short) (2 << 12)).put((byte) 9);
    Path path = Files.write(folder.resolve("quiet.raw"), bytes.array());

    Sent sent = packets(path, PacketLimits.DEFAULT);

    assertThat(sent.packets()).extracting(RawEventPacket::count).containsExactly(0, 0, 2);
    assertThat(sent.packets())
        .extracting(RawEventPacket::payloadLength)
        .containsExactly(words, words, 6);
    assertThat(sent.packets().get(2).timeBase()).isEqualTo((words - 1L >> 8 & 0xFFF) << 12);
    assertThat(sent.recording().violations().get().get(Violation.TRUNCATED_TAIL)).isEqualTo(1);
  }

  @Test
  void aRecordingWithoutWordsIsOneEmptyLastPacket() throws Exception {
    Path path =
        Files.writeString(folder.resolve("empty.raw"), "% evt 2.0\n% geometry 8x8\n% end\n");

    assertThat(packets(path, PacketLimits.DEFAULT).packets())
        .singleElement()
        .satisfies(p -> assertThat(p.last()).isTrue())
        .satisfies(p -> assertThat(p.count()).isZero());
  }

  @Test
  void whatIsWrongWithTheWordsIsCountedOnce() throws Exception {
    byte[] recording = recording("evt2", new Random(3), 400);
    String text = new String(recording, StandardCharsets.ISO_8859_1);
    int data = text.indexOf("% end\n") + 6;
    // An event before the first time base, then an unknown word after each 100 bytes.
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(recording, 0, data);
    out.write(new byte[4]);
    int unknown = 0;
    for (int i = data; i < recording.length; i += 100, unknown++) {
      out.write(recording, i, Math.min(100, recording.length - i));
      out.write(new byte[] {0, 0, 0, 0x30});
    }
    Path path = Files.write(folder.resolve("odd.raw"), out.toByteArray());

    Sent sent = packets(path, new PacketLimits(50, 1000));

    assertThat(sent.recording().violations().get().get(Violation.BEFORE_TIME_BASE)).isEqualTo(1);
    assertThat(sent.recording().violations().get().get(Violation.UNKNOWN_WORD)).isEqualTo(unknown);
    check(path, new PacketLimits(50, 1000), 0);
  }

  @Test
  void aFormatThatNoPacketCarriesIsRefused() throws IOException {
    Path path = Files.writeString(folder.resolve("a.csv"), "t,x,y,p\n1,1,1,1\n");
    assertThatThrownBy(() -> OpenRecording.words(path, ReadOptions.DEFAULT))
        .isInstanceOf(UnreadableRecordingException.class)
        .hasMessageContaining("packets do not carry the bytes of csv as they are");
  }
}
