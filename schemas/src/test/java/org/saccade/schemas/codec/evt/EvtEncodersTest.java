package org.saccade.schemas.codec.evt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.saccade.schemas.codec.evt.Evt3Words.ON;
import static org.saccade.schemas.codec.evt.Evt3Words.addrY;
import static org.saccade.schemas.codec.evt.Evt3Words.evt3;
import static org.saccade.schemas.codec.evt.Evt3Words.timeHigh;
import static org.saccade.schemas.codec.evt.Evt3Words.timeLow;
import static org.saccade.schemas.codec.evt.Evt3Words.vect12;
import static org.saccade.schemas.codec.evt.Evt3Words.vect8;
import static org.saccade.schemas.codec.evt.Evt3Words.vectBaseX;

import java.util.Arrays;
import java.util.Random;
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

  private static byte[] evt2(Evt2Encoder encoder, EventBatch batch) {
    byte[] out = new byte[Evt2Encoder.maxBytes(batch.size())];
    return Arrays.copyOf(out, encoder.encode(batch, 0, batch.size(), out, 0));
  }

  private static byte[] evt3(Evt3Encoder encoder, EventBatch batch) {
    byte[] out = new byte[Evt3Encoder.maxBytes(batch.size())];
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

    assertThat(Decoded.of(new Evt2Decoder(), evt2(new Evt2Encoder(), events)).events())
        .isEqualTo(Decoded.lines(events));
  }

  @Property(tries = 1000)
  void evt3ReadsBackWhatWasWritten(@ForAll long seed) {
    EventBatch events = random(new Random(seed), 1L << 24, 2046 * 4096);

    assertThat(Decoded.of(new Evt3Decoder(), evt3(new Evt3Encoder(), events)).events())
        .isEqualTo(Decoded.lines(events));
  }

  @Property(tries = 200)
  void anEncoderGoesOnFromCallToCallAndTellsTheStateAtTheCut(@ForAll long seed) {
    Random random = new Random(seed);
    EventBatch events = random(random, 1L << 24, 2046 * 4096);
    int cut = random.nextInt(events.size() + 1);

    Evt3Encoder three = new Evt3Encoder();
    byte[] out = new byte[Evt3Encoder.maxBytes(events.size()) * 2];
    int middle = three.encode(events, 0, cut, out, 0);
    byte[] state = three.decoderState();
    int end = three.encode(events, cut, events.size(), out, middle);
    assertResumes(new Evt3Decoder(), new Evt3Decoder(), state, out, middle, end, events);

    Evt2Encoder two = new Evt2Encoder();
    out = new byte[Evt2Encoder.maxBytes(events.size()) * 2];
    middle = two.encode(events, 0, cut, out, 0);
    state = two.decoderState();
    end = two.encode(events, cut, events.size(), out, middle);
    assertResumes(new Evt2Decoder(), new Evt2Decoder(), state, out, middle, end, events);
  }

  private static void assertResumes(
      EventDecoder first,
      EventDecoder second,
      byte[] state,
      byte[] out,
      int middle,
      int end,
      EventBatch events) {
    EventBatch read = new EventBatch(events.size() + 12);
    first.decode(out, 0, middle, read, new TriggerBatch(1));
    assertThat(state).isEqualTo(first.state());
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

    assertThat(evt3(new Evt3Encoder(), events))
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
  void timeIsToldOnlyWhereItChanges() {
    EventBatch events = batch(event(4096, 1, 1, 1), event(4096, 3, 1, 0), event(4097, 5, 1, 0));

    assertThat(evt3(new Evt3Encoder(), events))
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
    assertThat(Decoded.of(new Evt3Decoder(), evt3(new Evt3Encoder(), far)).events())
        .isEqualTo(Decoded.lines(far));

    EventBatch further = batch(event((1001L << 24) + rest, 1, 2, 1));
    assertThatThrownBy(() -> evt3(new Evt3Encoder(), further))
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
    assertThatThrownBy(() -> evt3(new Evt3Encoder(), overTheWrap))
        .hasMessageContaining("event 1: t=16777215 goes back too far from 16777216");

    EventBatch halfTheRange = batch(event(3000 << 12, 0, 0, 1), event(952 << 12, 0, 0, 1));
    assertThatThrownBy(() -> evt3(new Evt3Encoder(), halfTheRange))
        .hasMessageContaining("goes back too far");
    assertThat(Decoded.of(new Evt2Decoder(), evt2(new Evt2Encoder(), halfTheRange)).events())
        .isEqualTo(Decoded.lines(halfTheRange));
  }

  @Test
  void triggersAreWrittenAndReadBack() {
    TriggerBatch edges = new TriggerBatch(4);
    edges.add(100, 15, 1);
    edges.add(20_000_000, 0, 0);

    byte[] two = new byte[Evt2Encoder.maxBytes(2)];
    int twoEnd = new Evt2Encoder().encode(edges, 0, 2, two, 0);
    byte[] three = new byte[Evt3Encoder.maxBytes(2)];
    int threeEnd = new Evt3Encoder().encode(edges, 0, 2, three, 0);

    assertThat(Decoded.of(new Evt2Decoder(), Arrays.copyOf(two, twoEnd)).triggers())
        .isEqualTo(Decoded.lines(edges));
    assertThat(Decoded.of(new Evt3Decoder(), Arrays.copyOf(three, threeEnd)).triggers())
        .isEqualTo(Decoded.lines(edges));

    edges.add(20_000_001, 16, 0);
    assertThatThrownBy(() -> new Evt3Encoder().encode(edges, 0, 3, three, 0))
        .hasMessageContaining("trigger 2: id=16 must be between 0 and 15");
  }
}
