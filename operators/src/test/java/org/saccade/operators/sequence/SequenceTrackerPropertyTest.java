package org.saccade.operators.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.saccade.operators.sequence.Packet.packet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.saccade.operators.sequence.SequenceEvent.Kind;

/** What holds for every order in which packets may come. */
class SequenceTrackerPropertyTest {
  private static final SequenceBounds BOUNDS = new SequenceBounds(4, 20_000, 1_000_000);

  /** Some sessions whose packets are dropped, doubled and shuffled over a short distance. */
  private static List<Packet> disturbed(long seed, int sessions, int length, int reach) {
    Random random = new Random(seed);
    record Slot(double place, Packet packet) {}
    List<Slot> slots = new ArrayList<>();
    double place = 0;
    for (int s = 0; s < sessions; s++) {
      for (int i = 0; i < length; i++, place++) {
        Packet p = packet("session" + s, i);
        Packet sent = i == length - 1 && random.nextBoolean() ? p.asLast() : p;
        if (random.nextInt(10) > 0) {
          slots.add(new Slot(place + random.nextDouble() * reach, sent));
        }
        if (random.nextInt(10) == 0) {
          slots.add(new Slot(place + random.nextDouble() * reach, sent));
        }
      }
    }
    slots.sort(java.util.Comparator.comparingDouble(Slot::place));
    return slots.stream().map(Slot::packet).toList();
  }

  private static SequenceTracker<Packet> tracker(Journal journal) {
    return new SequenceTracker<>(BOUNDS, Packet.FORM, journal);
  }

  @Property(tries = 500)
  void everyPacketEndsAcceptedInOrderOrLateOrDuplicate(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 20) int sessions,
      @ForAll @IntRange(min = 1, max = 60) int length,
      @ForAll @IntRange(max = 12) int reach) {
    Journal journal = new Journal();
    SequenceTracker<Packet> tracker = tracker(journal);
    List<Packet> packets = disturbed(seed, sessions, length, reach);
    long offered = 0;
    for (Packet packet : packets) {
      tracker.offer(packet);
      offered++;
      assertThat(tracker.accepted() + tracker.late() + tracker.duplicates() + tracker.waiting())
          .isEqualTo(offered)
          .isEqualTo(tracker.offered());
      assertThat(tracker.waiting()).isLessThanOrEqualTo(BOUNDS.packets());
    }
    tracker.endOfInput();
    assertThat(tracker.waiting()).isZero();
    assertThat(tracker.waitingBytes()).isZero();
    assertThat(tracker.accepted()).isEqualTo(journal.accepted.size());
    assertThat(tracker.late()).isEqualTo(count(journal, Kind.LATE));
    assertThat(tracker.duplicates()).isEqualTo(count(journal, Kind.DUPLICATE));

    long expected = 0;
    String session = "";
    Set<String> once = new HashSet<>();
    for (Packet p : journal.accepted) {
      expected = p.session().equals(session) ? expected : 0;
      session = p.session();
      assertThat(p.sequence()).isGreaterThanOrEqualTo(expected);
      expected = p.sequence() + 1;
      assertThat(once.add(p.session() + "/" + p.sequence())).isTrue();
    }
    assertThat(journal.events.stream().map(e -> e.session() + "/" + e.ordinal()))
        .doesNotHaveDuplicates();
  }

  @Property(tries = 200)
  void gapsAndAcceptedPacketsTogetherMakeUpWholeSessions(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int length) {
    Journal journal = new Journal();
    SequenceTracker<Packet> tracker = tracker(journal);
    disturbed(seed, 1, length, 8).forEach(tracker::offer);
    tracker.endOfInput();
    long missing =
        journal.events.stream()
            .filter(e -> e.kind() == Kind.GAP)
            .mapToLong(SequenceEvent::count)
            .sum();
    long highest = journal.accepted.stream().mapToLong(Packet::sequence).max().orElse(-1);
    assertThat(missing + journal.accepted.size()).isEqualTo(highest + 1);
  }

  @Property(tries = 100)
  void stoppingAndGoingOnAtAnyPointChangesNothing(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 3) int sessions,
      @ForAll @IntRange(min = 1, max = 20) int length,
      @ForAll @IntRange(max = 12) int reach)
      throws IOException {
    List<Packet> packets = disturbed(seed, sessions, length, reach);
    Journal undisturbed = new Journal();
    SequenceTracker<Packet> whole = tracker(undisturbed);
    packets.forEach(whole::offer);
    whole.endOfInput();

    Journal journal = new Journal();
    SequenceTracker<Packet> tracker = tracker(journal);
    for (Packet packet : packets) {
      tracker.offer(packet);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      tracker.write(new DataOutputStream(bytes));
      long waitingBytes = tracker.waitingBytes();
      tracker = tracker(journal);
      tracker.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
      assertThat(tracker.waitingBytes()).isEqualTo(waitingBytes);
    }
    tracker.endOfInput();
    assertThat(journal.lines).isEqualTo(undisturbed.lines);
  }

  @Property(tries = 50)
  void orderedPacketsPassAtOnce(@ForAll @IntRange(min = 1, max = 200) int length) {
    Journal journal = new Journal();
    SequenceTracker<Packet> tracker = tracker(journal);
    for (int i = 0; i < length; i++) {
      tracker.offer(packet("a", i));
      assertThat(tracker.waiting()).isZero();
      assertThat(journal.accepted).hasSize(i + 1);
    }
    assertThat(journal.events).isEmpty();
  }

  @Property(tries = 200)
  void anyOrderWithinTheBoundIsPutRight(@ForAll long seed) {
    Journal journal = new Journal();
    SequenceTracker<Packet> tracker = tracker(journal);
    Random random = new Random(seed);
    List<Long> order = new ArrayList<>();
    for (int block = 0; block < 40; block += 5) {
      List<Long> five = new ArrayList<>(List.of(0L, 1L, 2L, 3L, 4L));
      java.util.Collections.shuffle(five, random);
      for (long i : five) {
        order.add(block + i);
      }
    }
    order.forEach(i -> tracker.offer(packet("a", i)));
    assertThat(journal.events).isEmpty();
    assertThat(journal.accepted).hasSize(40);
  }

  private static long count(Journal journal, Kind kind) {
    return journal.events.stream().filter(e -> e.kind() == kind).count();
  }
}
