package org.saccade.connectors.replay;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.core.io.InputStatus;
import org.saccade.schemas.packet.RawEventPacket;

/** Reads one recording after the other, on the task's own thread: files answer at once. */
final class RecordingSourceReader implements SourceReader<RawEventPacket, RecordingSplit> {
  private final SourceReaderContext context;
  private final Deque<RecordingSplit> waiting = new ArrayDeque<>();
  private RecordingPackets reading;
  private boolean noMore;
  private CompletableFuture<Void> available = new CompletableFuture<>();

  RecordingSourceReader(SourceReaderContext context) {
    this.context = context;
  }

  @Override
  public void start() {
    if (waiting.isEmpty()) {
      context.sendSplitRequest();
    }
  }

  @Override
  public InputStatus pollNext(ReaderOutput<RawEventPacket> output) throws IOException {
    if (reading == null) {
      RecordingSplit split = waiting.poll();
      if (split == null) {
        return noMore ? InputStatus.END_OF_INPUT : InputStatus.NOTHING_AVAILABLE;
      }
      reading = new RecordingPackets(split);
    }
    output.collect(reading.next());
    if (reading.ended()) {
      reading.close();
      reading = null;
      if (waiting.isEmpty() && !noMore) {
        available = new CompletableFuture<>();
        context.sendSplitRequest();
      }
    }
    return InputStatus.MORE_AVAILABLE;
  }

  @Override
  public List<RecordingSplit> snapshotState(long checkpoint) {
    List<RecordingSplit> state = new ArrayList<>();
    if (reading != null) {
      state.add(reading.split());
    }
    state.addAll(waiting);
    return state;
  }

  @Override
  public CompletableFuture<Void> isAvailable() {
    return available;
  }

  @Override
  public void addSplits(List<RecordingSplit> splits) {
    waiting.addAll(splits);
    available.complete(null);
  }

  @Override
  public void notifyNoMoreSplits() {
    noMore = true;
    available.complete(null);
  }

  @Override
  public void close() throws IOException {
    if (reading != null) {
      reading.close();
    }
  }
}
