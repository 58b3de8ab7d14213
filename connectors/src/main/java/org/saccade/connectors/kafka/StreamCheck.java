package org.saccade.connectors.kafka;

import java.util.HashSet;
import java.util.Set;
import java.util.function.BiConsumer;
import org.saccade.schemas.packet.PacketHeader;

/** Follows the sessions and numbers of one stream's packets. */
final class StreamCheck {
  /** Sessions that are remembered; a stream that has more is not told of those it resumes. */
  private static final int MAX_SESSIONS = 1000;

  private final int partition;
  private final Set<String> sessions = new HashSet<>();
  private String session;
  private long next;
  private long end;
  private boolean ended;
  private long sessionCount;

  StreamCheck(int partition) {
    this.partition = partition;
  }

  long sessions() {
    return sessionCount;
  }

  void check(PacketHeader packet, int inPartition, BiConsumer<TopicProblem, String> found) {
    String name = "stream " + packet.stream() + " session " + packet.session();
    if (inPartition != partition) {
      found.accept(
          TopicProblem.SEVERAL_PARTITIONS,
          "stream " + packet.stream() + " is in partition " + partition + " too");
      return;
    }
    long sequence = packet.sequence();
    if (packet.session().equals(session)) {
      follow(packet, name, found);
    } else if (sessions.contains(packet.session())) {
      found.accept(TopicProblem.SESSION_RESUMED, name + " comes again after session " + session);
      open(packet, sequence + 1);
    } else {
      if (sequence != 0) {
        found.accept(TopicProblem.SEQUENCE_START, name + " begins with packet " + sequence);
      }
      sessionCount++;
      open(packet, sequence + 1);
    }
    ended |= packet.last();
    end = packet.count() > 0 ? packet.timeEnd() : end;
  }

  private void open(PacketHeader packet, long following) {
    session = packet.session();
    if (sessions.size() < MAX_SESSIONS) {
      sessions.add(session);
    }
    next = following;
    end = packet.timeBase();
    ended = false;
  }

  private void follow(PacketHeader packet, String name, BiConsumer<TopicProblem, String> found) {
    long sequence = packet.sequence();
    if (ended) {
      found.accept(
          TopicProblem.AFTER_LAST, name + ": packet " + sequence + " comes after the last one");
    } else if (sequence > next) {
      found.accept(
          TopicProblem.SEQUENCE_GAP, name + ": packet " + sequence + " found, expected " + next);
    } else if (sequence < next) {
      found.accept(
          TopicProblem.SEQUENCE_REPEATED,
          name + ": packet " + sequence + " found, expected " + next);
    }
    if (packet.count() > 0 && sequence >= next && packet.timeBase() < end) {
      found.accept(
          TopicProblem.TIME_BACKWARD,
          name
              + ": packet "
              + sequence
              + " begins at "
              + packet.timeBase()
              + " µs, the one before ended at "
              + end
              + " µs");
    }
    next = Math.max(next, sequence + 1);
  }
}
