package org.saccade.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.saccade.schemas.Channel;
import org.saccade.schemas.ChannelType;
import org.saccade.schemas.Marker;
import org.saccade.schemas.MarkerKind;
import org.saccade.schemas.SampleEncoding;
import org.saccade.schemas.SamplePacket;
import org.saccade.schemas.batch.SampleBatch;
import org.saccade.schemas.codec.MalformedPayloadException;
import org.saccade.schemas.codec.SamplePayload;
import org.saccade.schemas.packet.Origin;
import org.saccade.schemas.packet.RawSamplePacket;

/**
 * Spoiled packets of samples from the value of a Kafka record to a batch, and spoiled markers.
 *
 * <p>Each ends decoded, rejected or malformed, and allocates at most {@link #FIXED_BYTES} and
 * {@link #BYTES_A_BYTE} for each byte of the record: a channel of a few bytes is a record of Avro's
 * and one of ours.
 *
 * <p>The long form: {@code mvn -pl schemas test -Dtest=SamplePacketFuzzTest
 * -Dsaccade.fuzz.cases=10000000}.
 */
class SamplePacketFuzzTest {
  private static final long SEED = 20260304;
  private static final long FIXED_BYTES = 32 << 10;
  private static final long BYTES_A_BYTE = 128;

  private final SamplePackets packets = new SamplePackets();
  private final StreamMarkers markers = new StreamMarkers(null);
  private int decoded;
  private int rejected;
  private int malformed;

  /** What is done with a value. */
  @FunctionalInterface
  private interface Reader {
    void read(byte[] value) throws RejectedRecordException, MalformedPayloadException;
  }

  @Test
  void everySpoiledPacketIsDecodedOrRefusedInBoundedMemory() {
    spoil(samples(), this::packet);
  }

  @Test
  void everySpoiledMarkerIsReadOrRefusedInBoundedMemory() {
    spoil(
        markers(), value -> assertThat(markers.read(value, Origin.file(0)).stream()).isNotEmpty());
  }

  private void spoil(List<byte[]> originals, Reader reader) {
    int cases = Integer.getInteger("saccade.fuzz.cases", 20_000);
    originals.forEach(value -> one(value, reader));
    assertThat(decoded).as("the originals can be decoded").isEqualTo(originals.size());
    // The first of each kind of refusal loads its classes: not counted.
    Mutation warming = new Mutation(SEED, originals);
    for (int i = 0; i < 2000; i++) {
      one(warming.next(), reader);
    }
    Mutation mutation = new Mutation(SEED, originals);
    for (int i = 0; i < cases; i++) {
      byte[] value = mutation.next();
      byte[] kept = value.clone();
      long most = FIXED_BYTES + BYTES_A_BYTE * value.length;
      long allocated = Long.MAX_VALUE;
      // Again where it was much: the first case of a kind loads classes.
      for (int run = 0; run < 2 && allocated > most; run++) {
        long before = Allocation.bytes();
        try {
          one(value, reader);
        } catch (RuntimeException | Error e) {
          throw new AssertionError(describe(i, kept), e);
        }
        allocated = Math.min(allocated, Allocation.bytes() - before);
      }
      if (allocated > most) {
        throw new AssertionError(describe(i, kept) + " allocated " + allocated + " bytes");
      }
    }
    assertThat(List.of(decoded, rejected)).as("decoded, rejected").allMatch(n -> n > cases / 100);
    System.out.printf(
        "fuzz of samples' packets: %d cases, %d decoded, %d rejected, %d malformed%n",
        cases, decoded, rejected, malformed);
  }

  private void one(byte[] value, Reader reader) {
    try {
      reader.read(value);
      decoded++;
    } catch (RejectedRecordException e) {
      rejected++;
    } catch (MalformedPayloadException e) {
      malformed++;
    }
  }

  private void packet(byte[] value) throws RejectedRecordException, MalformedPayloadException {
    RawSamplePacket packet = packets.read(value, Origin.file(0));
    SampleBatch batch = new SampleBatch();
    SamplePayload.decode(
        packet.record(),
        packet.payloadOffset(),
        packet.record().length - packet.payloadOffset(),
        packet.encoding(),
        packet.channels().size(),
        packet.count(),
        batch);
    if (batch.size() != packet.count() || batch.channels() != packet.channels().size()) {
      throw new AssertionError(batch + " of " + packet);
    }
  }

  private static String describe(int number, byte[] value) {
    return "case " + number + " of seed " + SEED + ": " + HexFormat.of().formatHex(value);
  }

  private List<byte[]> samples() {
    List<byte[]> values = new ArrayList<>();
    for (SampleEncoding encoding :
        new SampleEncoding[] {
          SampleEncoding.INT16,
          SampleEncoding.INT24,
          SampleEncoding.INT32,
          SampleEncoding.FLOAT32,
          SampleEncoding.FLOAT64
        }) {
      for (int channels : new int[] {1, 3, 40}) {
        SampleBatch batch = new SampleBatch();
        batch.shape(channels, 20);
        SamplePacket header = Samples.packet();
        List<Channel> named = new ArrayList<>();
        for (int c = 0; c < channels; c++) {
          named.add(new Channel("C" + c, ChannelType.EEG, "uV", 0.5, 0.0));
          for (int i = 0; i < 20; i++) {
            batch.channel(c)[i] = 31 * c - 7 * i;
          }
        }
        header.setChannels(named);
        header.setEncoding(encoding);
        values.add(packets.write(header, batch, 0, 20));
        values.add(packets.write(header, batch, 5, 5));
      }
    }
    return values;
  }

  private static List<byte[]> markers() {
    RecordCodec<Marker> codec = new RecordCodec<>(Marker.class);
    List<byte[]> values = new ArrayList<>();
    for (String text : List.of("", "go", "S 253", "\u00b5 \u2014 \ud83d\ude00", "x".repeat(300))) {
      values.add(
          codec.encode(
              new Marker(
                  "eeg0", "s1", 4L, null, 12_345L, 0L, MarkerKind.ANNOTATION, 7L, null, text)));
    }
    return values;
  }
}
