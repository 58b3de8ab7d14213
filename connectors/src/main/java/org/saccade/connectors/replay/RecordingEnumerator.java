package org.saccade.connectors.replay;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;

/** Hands out recordings, one to each reader that asks. */
final class RecordingEnumerator implements SplitEnumerator<RecordingSplit, List<RecordingSplit>> {
  private final SplitEnumeratorContext<RecordingSplit> context;
  private final Deque<RecordingSplit> waiting;

  RecordingEnumerator(SplitEnumeratorContext<RecordingSplit> context, List<RecordingSplit> splits) {
    this.context = context;
    waiting = new ArrayDeque<>(splits);
  }

  @Override
  public void handleSplitRequest(int subtask, String host) {
    if (!context.registeredReaders().containsKey(subtask)) {
      return;
    }
    RecordingSplit next = waiting.poll();
    if (next == null) {
      context.signalNoMoreSplits(subtask);
    } else {
      context.assignSplit(next, subtask);
    }
  }

  @Override
  public void addSplitsBack(List<RecordingSplit> splits, int subtask) {
    splits.forEach(waiting::addFirst);
  }

  @Override
  public List<RecordingSplit> snapshotState(long checkpoint) {
    return List.copyOf(waiting);
  }

  @Override
  public void start() {}

  @Override
  public void addReader(int subtask) {}

  @Override
  public void close() {}
}
