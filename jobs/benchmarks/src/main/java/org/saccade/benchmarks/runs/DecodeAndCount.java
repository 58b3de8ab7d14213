package org.saccade.benchmarks.runs;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.codec.MalformedPayloadException;
import org.saccade.schemas.packet.PayloadDecoder;
import org.saccade.schemas.packet.RawEventPacket;

/** Decodes each packet behind the keyBy and counts its events: the road and nothing else. */
final class DecodeAndCount extends KeyedProcessFunction<String, RawEventPacket, Integer> {
  private static final long serialVersionUID = 1L;

  private transient PayloadDecoder decoder;
  private transient EventBatch batch;
  private transient Meter meter;

  @Override
  public void open(OpenContext context) {
    // One for all keys: columnar packets stand alone.
    decoder = new PayloadDecoder();
    batch = new EventBatch(1 << 14);
    meter = Meter.current();
  }

  @Override
  public void processElement(RawEventPacket packet, Context context, Collector<Integer> out)
      throws MalformedPayloadException {
    decoder.decode(packet, batch);
    meter.packet(batch.size());
  }
}
