package org.saccade.operators.sequence;

import java.util.ArrayList;
import java.util.List;

/** Writes down what a tracker tells, a short line each. */
final class Journal implements SequenceListener<Packet> {
  final List<String> lines = new ArrayList<>();
  final List<Packet> accepted = new ArrayList<>();
  final List<SequenceEvent> events = new ArrayList<>();

  @Override
  public void open(String session, Packet packet) {
    lines.add("open " + session);
  }

  @Override
  public void accept(Packet packet, boolean afterGap) {
    accepted.add(packet);
    lines.add((afterGap ? "after gap " : "") + packet.session() + packet.sequence());
  }

  @Override
  public void clockReset(Packet packet) {
    lines.add("reset at " + packet.session() + packet.sequence());
  }

  @Override
  public void close(String session, boolean byLast, SessionCounts counts) {
    lines.add("close " + session + (byLast ? " by last " : " open-ended ") + counts);
  }

  @Override
  public void health(SequenceEvent event) {
    events.add(event);
    lines.add(event.toString());
  }

  List<String> kinds() {
    return events.stream().map(e -> e.kind() + " x" + e.count()).toList();
  }
}
