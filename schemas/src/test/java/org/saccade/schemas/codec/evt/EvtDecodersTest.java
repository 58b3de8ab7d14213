package org.saccade.schemas.codec.evt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.saccade.schemas.codec.evt.Evt2Words.evt2;
import static org.saccade.schemas.codec.evt.Evt3Words.addrX;
import static org.saccade.schemas.codec.evt.Evt3Words.addrY;
import static org.saccade.schemas.codec.evt.Evt3Words.evt3;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.saccade.schemas.codec.EventDecoder;

/** What holds for all decoders and any bytes. */
class EvtDecodersTest {
  private static final Map<String, Supplier<EventDecoder>> DECODERS =
      Map.of(
          "EVT2",
          Evt2Decoder::new,
          "EVT21",
          () -> new Evt21Decoder(WordOrder.LITTLE_ENDIAN),
          "EVT21_LEGACY",
          () -> new Evt21Decoder(WordOrder.LEGACY),
          "EVT3",
          Evt3Decoder::new);

  private static List<EventDecoder> decoders() {
    return DECODERS.values().stream().map(Supplier::get).toList();
  }

  record Stream(String encoding, byte[] bytes) {
    EventDecoder decoder() {
      return DECODERS.get(encoding).get();
    }

    int wordBytes() {
      return decoder().maxUnitBytes();
    }

    @Override
    public String toString() {
      return encoding + " " + java.util.HexFormat.of().formatHex(bytes);
    }
  }

  /** Words of all types and of any bits, so that every state is met. */
  @Provide
  Arbitrary<Stream> streams() {
    Arbitrary<Stream> two =
        Combinators.combine(type(0, 1, 1, 8, 0xA, 0xE, 0xF, 3), Arbitraries.integers())
            .as((type, bits) -> type << 28 | (bits & 0xFFFFFFF))
            .list()
            .ofMaxSize(60)
            .map(w -> new Stream("EVT2", evt2(w.stream().mapToInt(i -> i).toArray())));
    Arbitrary<Stream> three =
        Combinators.combine(
                type(0, 2, 2, 3, 4, 4, 5, 6, 7, 8, 8, 0xA, 0xE, 0xF, 9),
                Arbitraries.integers().between(0, 0xFFF))
            .as((type, bits) -> type << 12 | bits)
            .list()
            .ofMaxSize(60)
            .map(w -> new Stream("EVT3", evt3(w.stream().mapToInt(i -> i).toArray())));
    return Arbitraries.oneOf(two, longWords("EVT21"), longWords("EVT21_LEGACY"), three);
  }

  private static Arbitrary<Stream> longWords(String encoding) {
    boolean legacy = encoding.equals("EVT21_LEGACY");
    return Combinators.combine(type(0, 1, 1, 8, 0xA, 0xE, 0xF, 3), Arbitraries.longs())
        .as((type, bits) -> Evt21Words.word(type, bits >>> 4))
        .list()
        .ofMaxSize(30)
        .map(w -> w.stream().mapToLong(i -> i).toArray())
        .map(w -> new Stream(encoding, legacy ? Evt21Words.legacy(w) : Evt21Words.evt21(w)));
  }

  private static Arbitrary<Integer> type(Integer... types) {
    return Arbitraries.of(types);
  }

  @Property(tries = 400)
  void anyCutsAndAnyCapacityGiveTheSame(
      @ForAll("streams") Stream stream,
      @ForAll @IntRange(min = 32, max = 60) int capacity,
      @ForAll @Size(max = 8) List<@IntRange(max = 240) Integer> at) {
    List<Integer> cuts = new ArrayList<>(at);
    cuts.replaceAll(cut -> Math.min(cut, stream.bytes().length));
    cuts.add(stream.bytes().length);
    cuts.sort(null);

    assertThat(Decoded.inPieces(stream.decoder(), stream.bytes(), cuts, capacity))
        .isEqualTo(Decoded.of(stream.decoder(), stream.bytes()));
  }

  @Property(tries = 200)
  void byteByByteGivesTheSame(@ForAll("streams") Stream stream) {
    List<Integer> cuts = new ArrayList<>();
    for (int i = 0; i <= stream.bytes().length; i++) {
      cuts.add(i);
    }

    assertThat(Decoded.inPieces(stream.decoder(), stream.bytes(), cuts, 32))
        .isEqualTo(Decoded.of(stream.decoder(), stream.bytes()));
  }

  @Property(tries = 100)
  void anotherDecoderGoesOnFromTheStateAtEveryWord(@ForAll("streams") Stream stream) {
    byte[] bytes = stream.bytes();
    Decoded whole = Decoded.of(stream.decoder(), bytes);
    for (int cut = 0; cut <= bytes.length; cut += stream.wordBytes()) {
      EventDecoder first = stream.decoder();
      List<String> events =
          new ArrayList<>(Decoded.of(first, java.util.Arrays.copyOf(bytes, cut)).events());
      EventDecoder second = stream.decoder();
      second.restore(first.state());
      assertThat(second.state()).isEqualTo(first.state()).hasSizeLessThanOrEqualTo(64);
      assertThat(second.sdkShiftMicros()).isEqualTo(first.sdkShiftMicros());
      byte[] rest = java.util.Arrays.copyOfRange(bytes, cut, bytes.length);
      events.addAll(Decoded.of(second, rest).events());
      assertThat(events).isEqualTo(whole.events());
    }
  }

  @Property(tries = 300)
  void everyByteIsTakenUpToTheLastWholeWord(@ForAll byte[] garbage, @ForAll long near) {
    for (EventDecoder decoder : decoders()) {
      decoder.reset(near);
      var events = new org.saccade.schemas.batch.EventBatch(6 * garbage.length + 12);
      var triggers = new org.saccade.schemas.batch.TriggerBatch(garbage.length + 1);

      int stopped = decoder.decode(garbage, 0, garbage.length, events, triggers);

      assertThat(stopped)
          .isEqualTo(garbage.length / decoder.maxUnitBytes() * decoder.maxUnitBytes());
      decoder.restore(decoder.state());
    }
  }

  @Property(tries = 300)
  void aStateOfAnyBytesIsRefusedOrUsable(@ForAll long seed) {
    Random random = new Random(seed);
    for (EventDecoder decoder : decoders()) {
      byte[] state = decoder.state();
      for (int i = 0; i < 3; i++) {
        state[1 + random.nextInt(state.length - 1)] = (byte) random.nextInt(3);
      }
      byte[] before = decoder.state();
      try {
        decoder.restore(state);
        assertThat(decoder.state()).isEqualTo(state);
      } catch (IllegalArgumentException refused) {
        assertThat(decoder.state()).isEqualTo(before);
      }
      Decoded.of(decoder, evt3(addrY(1), addrX(1, 1)));
    }
  }
}
