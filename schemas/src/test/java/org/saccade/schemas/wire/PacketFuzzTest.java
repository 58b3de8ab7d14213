package org.saccade.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.saccade.schemas.EventEncoding;
import org.saccade.schemas.EventPacket;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.batch.TriggerBatch;
import org.saccade.schemas.codec.BackwardTime;
import org.saccade.schemas.codec.EventGuard;
import org.saccade.schemas.codec.MalformedPayloadException;
import org.saccade.schemas.codec.OutOfFrame;
import org.saccade.schemas.codec.evt.Evt21Encoder;
import org.saccade.schemas.codec.evt.Evt2Encoder;
import org.saccade.schemas.codec.evt.Evt3Encoder;
import org.saccade.schemas.codec.evt.WordEncoder;
import org.saccade.schemas.codec.evt.WordOrder;
import org.saccade.schemas.packet.Origin;
import org.saccade.schemas.packet.PayloadDecoder;
import org.saccade.schemas.packet.RawEventPacket;

/**
 * Spoiled packets from the value of a Kafka record to a guarded batch.
 *
 * <p>Each ends decoded, rejected or malformed, and allocates at most {@link #FIXED_BYTES} and
 * {@link #BYTES_A_BYTE} for each byte of the record: an EVT3 word of two bytes may give twelve
 * events of 13 bytes, a batch grows by half of itself.
 *
 * <p>The long form: {@code mvn -pl schemas test -Dtest=PacketFuzzTest
 * -Dsaccade.fuzz.cases=10000000}.
 */
class PacketFuzzTest {
  private static final long SEED = 20240607;
  private static final long FIXED_BYTES = 32 << 10;
  private static final long BYTES_A_BYTE = 128;

  private final EventPackets packets = new EventPackets();
  private PayloadDecoder decoder = new PayloadDecoder();
  private int decoded;
  private int rejected;
  private int malformed;

  @Test
  void everySpoiledPacketIsDecodedOrRefusedInBoundedMemory() {
    int cases = Integer.getInteger("saccade.fuzz.cases", 20_000);
    List<byte[]> originals = originals();
    originals.forEach(this::one);
    assertThat(decoded).as("the originals can be decoded").isEqualTo(originals.size());
    // The first of each kind of refusal loads its classes: not counted.
    Mutation warming = new Mutation(SEED, originals);
    for (int i = 0; i < 2000; i++) {
      one(warming.next());
    }
    Mutation mutation = new Mutation(SEED, originals);
    for (int i = 0; i < cases; i++) {
      byte[] value = mutation.next();
      byte[] kept = value.clone();
      long before = Allocation.bytes();
      try {
        one(value);
      } catch (RuntimeException | Error e) {
        throw new AssertionError(describe(i, kept), e);
      }
      long allocated = Allocation.bytes() - before;
      if (allocated > FIXED_BYTES + BYTES_A_BYTE * value.length) {
        throw new AssertionError(describe(i, kept) + " allocated " + allocated + " bytes");
      }
      if (i % 1000 == 0) {
        decoder = new PayloadDecoder();
      }
    }
    assertThat(List.of(decoded, rejected, malformed))
        .as("decoded, rejected, malformed")
        .allMatch(n -> n > cases / 100);
  }

  private void one(byte[] value) {
    try {
      RawEventPacket packet = packets.read(value, Origin.file(0));
      EventBatch batch = new EventBatch(1);
      decoder.decode(packet, batch);
      EventGuard guard =
          new EventGuard(packet.width(), packet.height(), BackwardTime.PASS, OutOfFrame.DROP);
      guard.apply(batch, 0);
      check(packet, batch);
      decoded++;
    } catch (RejectedRecordException e) {
      rejected++;
    } catch (MalformedPayloadException e) {
      malformed++;
    }
  }

  private static void check(RawEventPacket packet, EventBatch batch) {
    if (batch.size() > packet.count()) {
      throw new AssertionError(batch.size() + " events of " + packet.count());
    }
    for (int i = 0; i < batch.size(); i++) {
      if (batch.x(i) >= packet.width() || batch.y(i) >= packet.height() || batch.p(i) >>> 1 != 0) {
        throw new AssertionError("event " + i + " of " + packet + " is impossible: " + batch);
      }
    }
  }

  private static String describe(int number, byte[] value) {
    return "case " + number + " of seed " + SEED + ": " + HexFormat.of().formatHex(value);
  }

  private List<byte[]> originals() {
    EventBatch events = Packets.events(120);
    EventBatch row = new EventBatch(64);
    for (int i = 0; i < 64; i++) {
      row.add(5000 + i / 20, 100 + i, 50, 1);
    }
    TriggerBatch edges = new TriggerBatch(8);
    for (int i = 0; i < 8; i++) {
      edges.add(6000 + i, i, i & 1);
    }
    List<byte[]> values = new ArrayList<>();
    for (int n : new int[] {0, 1, 8, 120}) {
      values.add(packets.writeColumnar(Packets.header(), events, 0, n));
    }
    EventPacket last = Packets.header();
    last.setEpochMicros(1_700_000_000_000_000L);
    last.setLast(true);
    values.add(packets.writeColumnar(last, row, 0, 64));

    Evt3Encoder three = new Evt3Encoder();
    Map<EventEncoding, WordEncoder> encoders =
        Map.of(
            EventEncoding.EVT2, new Evt2Encoder(),
            EventEncoding.EVT21, new Evt21Encoder(WordOrder.LITTLE_ENDIAN),
            EventEncoding.EVT21_LEGACY, new Evt21Encoder(WordOrder.LEGACY),
            EventEncoding.EVT3, three);
    byte[] out = new byte[Evt21Encoder.maxBytes(1000)];
    for (EventBatch batch : List.of(events, row)) {
      for (EventEncoding encoding : new TreeSet<>(encoders.keySet())) {
        WordEncoder encoder = encoders.get(encoding);
        byte[] state = encoder.decoderState();
        byte[] words = Arrays.copyOf(out, encoder.encode(batch, 0, batch.size(), out, 0));
        values.add(packets.write(Packets.words(encoding, state, batch.size(), words)));
        byte[] none = {};
        values.add(packets.write(Packets.words(encoding, none, batch.size(), words)));
      }
    }
    byte[] triggers = Arrays.copyOf(out, three.encode(edges, 0, 8, out, 0));
    values.add(packets.write(Packets.words(EventEncoding.EVT3, new byte[0], 0, triggers)));
    return values;
  }
}
