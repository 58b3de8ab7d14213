package org.saccade.benchmarks.runs;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.saccade.schemas.EventPacket;

/** Counts packets that leave a job, and lets them go. */
final class CountPackets extends ProcessFunction<EventPacket, EventPacket>
    implements CheckpointListener {
  private static final long serialVersionUID = 1L;

  private transient Meter meter;

  @Override
  public void open(OpenContext context) {
    meter = Meter.current();
  }

  @Override
  public void processElement(EventPacket packet, Context context, Collector<EventPacket> out) {
    meter.packet(packet.getCount());
  }

  @Override
  public void notifyCheckpointComplete(long checkpointId) {
    if (getRuntimeContext().getTaskInfo().getIndexOfThisSubtask() == 0) {
      meter.checkpoint();
    }
  }
}
