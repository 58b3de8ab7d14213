package org.saccade.operators.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.saccade.operators.sequence.Packet.packet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.saccade.operators.sequence.SequenceEvent.Kind;

class SequenceTrackerTest {
  private final Journal journal = new Journal();
  private final SequenceTracker<Packet> tracker = tracker(3, 100_000);

  private SequenceTracker<Packet> tracker(int packets, long micros) {
    return new SequenceTracker<>(
        new SequenceBounds(packets, micros, 1_000_000), Packet.FORM, journal);
  }

  private void offer(String session, long... sequences) {
    for (long sequence : sequences) {
      tracker.offer(packet(session, sequence));
    }
  }

  private long[] accepted() {
    return journal.accepted.stream().mapToLong(Packet::sequence).toArray();
  }

  private static SequenceEvent event(
      Kind kind, String session, long start, long end, long count, long ordinal, String detail) {
    return new SequenceEvent(kind, session, start, end, count, ordinal, detail);
  }

  @Test
  void neighboursThatChangedPlacesArePutBackInOrder() {
    offer("a", 0, 2, 1, 4, 5, 3);
    tracker.endOfInput();
    assertThat(accepted()).containsExactly(0, 1, 2, 3, 4, 5);
    assertThat(journal.events).isEmpty();
    assertThat(journal.lines).endsWith("close a open-ended " + new SessionCounts(6, 0, 0, 0, 0, 2));
  }

  @Test
  void aMissingPacketIsGivenUpWhenMoreWaitThanTheBound() {
    offer("a", 0, 1, 3, 4, 5);
    assertThat(tracker.waiting()).isEqualTo(3);
    assertThat(journal.events).isEmpty();
    offer("a", 6);
    assertThat(accepted()).containsExactly(0, 1, 3, 4, 5, 6);
    assertThat(journal.lines).contains("after gap a3");
    assertThat(journal.events)
        .containsExactly(event(Kind.GAP, "a", 1999, 3000, 1, 0, "packets 2 to 2 are missing"));
  }

  @Test
  void aMissingPacketIsGivenUpWhenThoseThatWaitAreFurtherApartThanTheBound() {
    offer("a", 0);
    tracker.offer(packet("a", 2).at(2_000));
    tracker.offer(packet("a", 3).at(102_000));
    assertThat(journal.events).as("100 ms apart").isEmpty();
    tracker.offer(packet("a", 4).at(102_001));
    assertThat(accepted()).containsExactly(0, 2, 3, 4);
  }

  @Test
  void aPacketThatComesAfterItsPlaceWasGivenUpIsLate() {
    offer("a", 0, 2, 3, 4, 5, 1);
    assertThat(accepted()).containsExactly(0, 2, 3, 4, 5);
    assertThat(journal.events)
        .last()
        .isEqualTo(event(Kind.LATE, "a", 1000, 1999, 1, 1, "packet 1 came after packet 5"));
  }

  @Test
  void aPacketThatWasAcceptedOrWaitsIsADuplicate() {
    offer("a", 0, 0, 2, 2);
    assertThat(journal.events)
        .containsExactly(
            event(Kind.DUPLICATE, "a", 0, 999, 1, 0, "packet 0 came again"),
            event(Kind.DUPLICATE, "a", 2000, 2999, 1, 1, "packet 2 came again"));
    assertThat(tracker.waiting()).isEqualTo(1);
  }

  @Test
  void joiningInTheMiddleOfASessionIsAGapFromItsBegin() {
    offer("a", 70, 71, 72, 73);
    assertThat(accepted()).containsExactly(70, 71, 72, 73);
    assertThat(journal.events)
        .containsExactly(
            event(
                Kind.GAP,
                "a",
                70_000,
                70_000,
                70,
                0,
                "joined in the middle of the session, at packet 70"));
    offer("a", 69);
    assertThat(journal.kinds()).containsExactly("GAP x70", "LATE x1");
  }

  @Test
  void aNewSessionFlushesAndClosesTheOneThatHadNotEnded() {
    offer("a", 0, 2);
    offer("b", 0);
    assertThat(journal.lines)
        .containsExactly(
            "open a",
            "a0",
            event(Kind.GAP, "a", 999, 2000, 1, 0, "packets 1 to 1 are missing").toString(),
            "after gap a2",
            "close a open-ended " + new SessionCounts(2, 1, 1, 0, 0, 0),
            event(Kind.CLOCK_RESET, "b", 0, 999, 1, 0, "session b began before session a had ended")
                .toString(),
            "open b",
            "b0");
  }

  @Test
  void aSessionThatEndedByItsLastPacketIsFollowedWithoutAReset() {
    tracker.offer(packet("a", 0).asLast());
    offer("b", 0);
    assertThat(journal.events).isEmpty();
    assertThat(journal.lines)
        .containsExactly(
            "open a",
            "a0",
            "close a by last " + new SessionCounts(1, 0, 0, 0, 0, 0),
            "open b",
            "b0");
  }

  @Test
  void theLastPacketWaitsForTheOnesBeforeItAlsoWhenTheNextSessionComes() {
    tracker.offer(packet("a", 0));
    tracker.offer(packet("a", 2).asLast());
    offer("b", 0);
    assertThat(journal.kinds()).as("a gap, but no reset of the clock").containsExactly("GAP x1");
    assertThat(accepted()).containsExactly(0, 2, 0);
  }

  @Test
  void packetsBehindTheLastOneAreLate() {
    offer("a", 2);
    tracker.offer(packet("a", 1).asLast());
    offer("a", 0);
    assertThat(accepted()).containsExactly(0, 1);
    assertThat(journal.kinds()).containsExactly("LATE x1");
    assertThat(tracker.waitingBytes()).isZero();
  }

  @Test
  void packetsOfTheLastSixteenEndedSessionsAreLate() {
    for (int i = 0; i < 17; i++) {
      tracker.offer(packet("s" + i, 0).asLast());
    }
    offer("s1", 1);
    offer("s1", 2);
    assertThat(journal.events)
        .containsExactly(
            event(Kind.LATE, "s1", 1000, 1999, 1, 0, "packet 1 came after its session had ended"),
            event(Kind.LATE, "s1", 2000, 2999, 1, 1, "packet 2 came after its session had ended"));
    offer("s0", 0);
    assertThat(journal.lines).as("the seventeenth is forgotten").endsWith("open s0", "s00");
  }

  @Test
  void timeThatFallsBackByMoreThanTheBoundIsAResetOfTheClock() {
    tracker.offer(packet("a", 0).at(5_000_000));
    tracker.offer(packet("a", 1).at(4_000_999));
    assertThat(journal.events).as("exactly one second").isEmpty();
    tracker.offer(packet("a", 2).at(5_000_000));
    tracker.offer(packet("a", 3).at(4_000_998));
    assertThat(journal.events)
        .containsExactly(
            event(
                Kind.CLOCK_RESET,
                "a",
                4_000_998,
                4_001_997,
                1,
                0,
                "time fell back by 1000001 µs at packet 3"));
    assertThat(journal.lines).endsWith("reset at a3", "a3");
  }

  @Test
  void aForgedSequenceFarAheadDoesNotStopTheOthers() {
    offer("a", 0, 1L << 60, 1, 3, 2, 4);
    assertThat(accepted()).containsExactly(0, 1, 2, 3, 4);
    assertThat(journal.events).isEmpty();
  }

  @Test
  void whenTooManyGapsHaveBeenForgottenWhatIsOldIsLate() {
    SequenceTracker<Packet> strict = tracker(0, 0);
    for (int i = 0; i <= 65; i++) {
      strict.offer(packet("a", 2L * i + 1));
    }
    journal.events.clear();
    strict.offer(packet("a", 1)); // below the two forgotten gaps, [0, 1) and [2, 3)
    strict.offer(packet("a", 5)); // above them: known to have come
    assertThat(journal.kinds()).containsExactly("LATE x1", "DUPLICATE x1");
  }

  @Test
  void readsTheStateOfTheVersionBeforeAndTakesWhatIsOldForLate() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(1);
    for (long total : new long[] {5, 4, 0, 0}) {
      out.writeLong(total); // offered, accepted, late, duplicates
    }
    out.writeInt(1);
    out.writeUTF("old");
    out.writeLong(3);
    out.writeBoolean(true);
    out.writeUTF("a");
    for (long field : new long[] {4, 5, 3999, 0, 1, 4, 0, 0, 0, 0, 0}) {
      out.writeLong(field);
    }
    out.writeInt(1);
    Packet.FORM.write(packet("a", 5), out);

    tracker.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    offer("a", 2, 4, 4);
    offer("old", 9);
    assertThat(accepted()).containsExactly(4, 5);
    assertThat(journal.kinds()).containsExactly("LATE x1", "DUPLICATE x1", "LATE x1");
    assertThat(journal.events.get(2).ordinal()).isEqualTo(3);
  }

  @Test
  void refusesStateOfAVersionThatItDoesNotKnow() {
    Assertions.assertThatThrownBy(
            () ->
                tracker.read(
                    new DataInputStream(new ByteArrayInputStream(new byte[] {0, 0, 0, 9}))))
        .hasMessage("sequence state of version 9, expected 1 or 2");
  }

  @Test
  void refusesBoundsBelowZero() {
    Assertions.assertThatThrownBy(() -> new SequenceBounds(-1, 0, 0))
        .hasMessage("packets=-1, micros=0, clockResetMicros=0 must not be negative");
  }

  @Test
  void aMissingPacketIsGivenUpWhenThoseThatWaitTakeTooMuchMemory() {
    PacketForm<Packet> large =
        new PacketForm<>() {
          @Override
          public void write(Packet packet, DataOutput out) throws IOException {
            Packet.FORM.write(packet, out);
          }

          @Override
          public Packet read(DataInput in) throws IOException {
            return Packet.FORM.read(in);
          }

          @Override
          public long bytes(Packet packet) {
            return SequenceTracker.MAX_WAITING_BYTES / 2;
          }
        };
    SequenceTracker<Packet> narrow =
        new SequenceTracker<>(new SequenceBounds(16, 100_000, 1_000_000), large, journal);
    narrow.offer(packet("a", 0));
    narrow.offer(packet("a", 2));
    narrow.offer(packet("a", 3));
    assertThat(accepted()).as("two halves fit").containsExactly(0);
    narrow.offer(packet("a", 4));
    assertThat(accepted()).containsExactly(0, 2, 3, 4);
    assertThat(narrow.waitingBytes()).isZero();
  }
}
