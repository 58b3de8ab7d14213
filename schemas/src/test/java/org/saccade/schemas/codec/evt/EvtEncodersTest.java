package org.saccade.schemas.codec.evt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.saccade.schemas.codec.evt.Evt3Words.ON;
import static org.saccade.schemas.codec.evt.Evt3Words.addrY;
import static org.saccade.schemas.codec.evt.Evt3Words.timeHigh;
import static org.saccade.schemas.codec.evt.Evt3Words.timeLow;
import static org.saccade.schemas.codec.evt.Evt3Words.vect12;
import static org.saccade.schemas.codec.evt.Evt3Words.vect8;
import static org.saccade.schemas.codec.evt.Evt3Words.vectBaseX;

import java.util.Arrays;
import java.util.Random;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.batch.TriggerBatch;
import org.saccade.schemas.codec.EventDecoder;

class EvtEncodersTest {
  private static EventBatch batch(long[]... events) {
    EventBatch batch = new EventBatch(Math.max(1, events.length));
    for (long[] e : events) {
      batch.add(e[0], (int) e[1], (int) e[2], (int) e[3]);
    }
    return batch;
  }

  private static long[] event(long t, int x, int y, int p) {
    return new long[] {t, x, y, p};
  }

  private static byte[] encoded(WordEncoder encoder, EventBatch batch) {
    byte[] out = new byte[encoder.mostBytes(batch.size())];
    return Arrays.copyOf(out, encoder.encode(batch, 0, batch.size(), out, 0));
  }

  private static byte[] encoded(WordEncoder encoder, TriggerBatch batch) {
    byte[] out = new byte[encoder.mostBytes(batch.size())];
    return Arrays.copyOf(out, encoder.encode(batch, 0, batch.size(), out, 0));
  }

  /** Runs of events with jumps forward over wraps and back inside of them. */
  private static EventBatch random(Random random, long wrapMicros, long furthestBack) {
    EventBatch batch = new EventBatch(64);
    long t = random.nextInt(3) * wrapMicros + random.nextInt(1000);
    int runs = random.nextInt(12);
    for (int r = 0; r < runs; r++) {
      int kind = random.nextInt(6);
      if (kind == 0) {
        t += (long) (random.nextDouble() * 5 * wrapMicros);
      } else if (kind == 1) {
        long most = Math.min(furthestBack, t % wrapMicros);
        t -= (long) (random.nextDouble() * most);
      } else {
        t += random.nextInt(200);
      }
      int y = random.nextInt(2048);
      int p = random.nextInt(2);
      int x = random.nextInt(2048);
      for (int i = random.nextInt(40); i >= 0 && x < 2048; i--) {
        batch.add(t, x, y, p);
        x += random.nextInt(4);
      }
    }
    return batch;
  }

  @Property(tries = 1000)
  void evt2ReadsBackWhatWasWritten(@ForAll long seed) {
    EventBatch events = random(new Random(seed), 1L << 34, (1L << 34) - 20_000);

    assertThat(Decoded.of(new Evt2Decoder(), encoded(new Evt2Encoder(), events)).events())
        .isEqualTo(Decoded.lines(events));
  }

  @Property(tries = 1000)
  void evt21ReadsBackWhatWasWritten(@ForAll long seed, @ForAll WordOrder order) {
    EventBatch events = random(new Random(seed), 1L << 34, (1L << 34) - 20_000);

    byte[] bytes = encoded(new Evt21Encoder(order), events);
    assertThat(Decoded.of(new Evt21Decoder(order), bytes).events())
        .isEqualTo(Decoded.lines(events));
  }

  @Property(tries = 1000)
  void evt3ReadsBackWhatWasWritten(@ForAll long seed) {
    EventBatch events = random(new Random(seed), 1L << 24, 2046 * 4096);

    assertThat(Decoded.of(new Evt3Decoder(), encoded(new Evt3Encoder(), events)).events())
        .isEqualTo(Decoded.lines(events));
  }

  @Property(tries = 200)
  void anEncoderGoesOnFromCallToCallAndTellsTheStateAtTheCut(@ForAll long seed) {
    Random random = new Random(seed);
    EventBatch events = random(random, 1L << 24, 2046 * 4096);
    int cut = random.nextInt(events.size() + 1);

    assertResumes(new Evt3Encoder(), Evt3Decoder::new, events, cut);
    assertResumes(new Evt2Encoder(), Evt2Decoder::new, events, cut);
    for (WordOrder order : WordOrder.values()) {
      assertResumes(new Evt21Encoder(order), () -> new Evt21Decoder(order), events, cut);
    }
  }

  private static void assertResumes(
      WordEncoder encoder, Supplier<EventDecoder> decoders, EventBatch events, int cut) {
    byte[] out = new byte[encoder.mostBytes(events.size()) * 2];
    int middle = encoder.encode(events, 0, cut, out, 0);
    byte[] state = encoder.decoderState();
    int end = encoder.encode(events, cut, events.size(), out, middle);
    EventDecoder first = decoders.get();
    EventBatch read = new EventBatch(events.size() + first.maxEventsPerUnit());
    first.decode(out, 0, middle, read, new TriggerBatch(1));
    assertThat(state).isEqualTo(first.state());
    EventDecoder second = decoders.get();
    second.restore(state);
    second.decode(out, middle, end, read, new TriggerBatch(1));
    assertThat(Decoded.lines(read)).isEqualTo(Decoded.lines(events));
  }

  @Test
  void neighboursInARowBecomeAVectorOnTheSensorsGrid() {
    EventBatch events = new EventBatch(8);
    for (int x = 40; x < 46; x++) {
      events.add(5, x, 3, 1);
    }

    assertThat(encoded(new Evt3Encoder(), events))
        .isEqualTo(
            Evt3Words.evt3(
                timeHigh(0),
                timeLow(5),
                addrY(3),
                vectBaseX(32, ON),
                vect12(0xF00),
                vect12(0x003),
                vect8(0)));
  }

  @Test
  void neighboursInARowAreOneWordOfEvt21() {
    EventBatch events = batch(event(70, 40, 3, 1), event(70, 41, 3, 1), event(70, 63, 3, 1));
    events.add(70, 64, 3, 1);
    events.add(70, 64, 3, 1);

    assertThat(encoded(new Evt21Encoder(WordOrder.LITTLE_ENDIAN), events))
        .isEqualTo(
            Evt21Words.evt21(
                Evt21Words.timeHigh(1),
                Evt21Words.vector(6, 32, 3, 1, 1 << 8 | 1 << 9 | 1 << 31),
                Evt21Words.vector(6, 64, 3, 1, 1),
                Evt21Words.vector(6, 64, 3, 1, 1)));
  }

  @Test
  void timeIsToldOnlyWhereItChanges() {
    EventBatch events = batch(event(4096, 1, 1, 1), event(4096, 3, 1, 0), event(4097, 5, 1, 0));

    assertThat(encoded(new Evt3Encoder(), events))
        .isEqualTo(
            Evt3Words.evt3(
                timeHigh(1),
                timeLow(0),
                addrY(1),
                Evt3Words.addrX(1, 1),
                Evt3Words.addrX(3, 0),
                timeLow(1),
                Evt3Words.addrX(5, 0)));
  }

  @Property(tries = 100)
  void aThousandWrapsAreBridgedAndOneMoreIsRefused(
      @ForAll @LongRange(min = 0, max = (1L << 24) - 1) long rest) {
    EventBatch far = batch(event((1000L << 24) + rest, 1, 2, 1));
    assertThat(Decoded.of(new Evt3Decoder(), encoded(new Evt3Encoder(), far)).events())
        .isEqualTo(Decoded.lines(far));

    EventBatch further = batch(event((1001L << 24) + rest, 1, 2, 1));
    assertThatThrownBy(() -> encoded(new Evt3Encoder(), further))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1001 wraps of 16777216 µs ahead; at most 1000");
  }

  @Test
  void whatCannotBeHeldIsRefusedByNameAndNothingIsWritten() {
    assertRefused(
        event(0, 2048, 0, 1), "EVT2 cannot hold event 1: x=2048 must be between 0 and 2047");
    assertRefused(event(0, 0, 3000, 1), "event 1: y=3000 must be between 0 and 2047");
    assertRefused(event(0, 0, 0, 2), "event 1: p=2 must be between 0 and 1");
    assertRefused(event(-1, 0, 0, 1), "event 1: t=-1 must be between 0 and 2^60 µs");
    assertRefused(event(Long.MAX_VALUE, 0, 0, 1), "must be between 0 and 2^60 µs");
  }

  private static void assertRefused(long[] bad, String message) {
    Evt2Encoder encoder = new Evt2Encoder();
    byte[] state = encoder.decoderState();
    byte[] out = new byte[Evt2Encoder.maxBytes(2)];

    assertThatThrownBy(() -> encoder.encode(batch(event(7, 0, 0, 1), bad), 0, 2, out, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
    assertThat(encoder.decoderState()).isEqualTo(state);
    assertThat(out).containsOnly(0);
  }

  @Test
  void aStepBackThatAReaderWouldTakeForAWrapIsRefused() {
    EventBatch overTheWrap = batch(event(1L << 24, 0, 0, 1), event((1L << 24) - 1, 0, 0, 1));
    assertThatThrownBy(() -> encoded(new Evt3Encoder(), overTheWrap))
        .hasMessageContaining("event 1: t=16777215 goes back too far from 16777216");

    EventBatch halfTheRange = batch(event(3000 << 12, 0, 0, 1), event(952 << 12, 0, 0, 1));
    assertThatThrownBy(() -> encoded(new Evt3Encoder(), halfTheRange))
        .hasMessageContaining("goes back too far");
    assertThat(Decoded.of(new Evt2Decoder(), encoded(new Evt2Encoder(), halfTheRange)).events())
        .isEqualTo(Decoded.lines(halfTheRange));
  }

  @Test
  void triggersAreWrittenAndReadBack() {
    TriggerBatch edges = new TriggerBatch(4);
    edges.add(100, 15, 1);
    edges.add(20_000_000, 0, 0);

    byte[] two = encoded(new Evt2Encoder(), edges);
    byte[] three = encoded(new Evt3Encoder(), edges);
    assertThat(Decoded.of(new Evt2Decoder(), two).triggers()).isEqualTo(Decoded.lines(edges));
    assertThat(Decoded.of(new Evt3Decoder(), three).triggers()).isEqualTo(Decoded.lines(edges));
    for (WordOrder order : WordOrder.values()) {
      byte[] long64 = encoded(new Evt21Encoder(order), edges);
      assertThat(Decoded.of(new Evt21Decoder(order), long64).triggers())
          .isEqualTo(Decoded.lines(edges));
    }

    edges.add(20_000_001, 16, 0);
    assertThatThrownBy(() -> encoded(new Evt3Encoder(), edges))
        .hasMessageContaining("trigger 2: id=16 must be between 0 and 15");
  }
}
