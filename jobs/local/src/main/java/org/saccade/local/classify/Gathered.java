package org.saccade.local.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.Collector;
import org.saccade.connectors.kafka.Topic;
import org.saccade.jobs.JobOutputs;

/** The records of a job of this process, in memory, with the moment at which each came. */
final class Gathered implements JobOutputs {
  private static final Map<String, List<Entry>> ALL = new ConcurrentHashMap<>();

  private final String name = UUID.randomUUID().toString();

  /**
   * A record that came.
   *
   * @param nanos {@link System#nanoTime}
   */
  record Entry(SpecificRecordBase record, long nanos) {}

  Gathered() {
    ALL.put(name, new ArrayList<>());
  }

  @Override
  public <T extends SpecificRecordBase> void write(
      Topic topic, Class<T> type, DataStream<T> records) {
    String gather = "gather-" + topic.defaultName();
    String discard = "discard-" + topic.defaultName();
    records
        .flatMap(new Keep<T>(name))
        .returns(Types.LONG)
        .uid(gather)
        .name(gather)
        .sinkTo(new DiscardingSink<>())
        .uid(discard)
        .name(discard);
  }

  /** What came, in the order in which it did; asked for once, when the job has ended. */
  List<Entry> take() {
    return ALL.remove(name);
  }

  private static final class Keep<T extends SpecificRecordBase>
      implements FlatMapFunction<T, Long> {
    private static final long serialVersionUID = 1L;

    private final String name;

    Keep(String name) {
      this.name = name;
    }

    @Override
    public void flatMap(T record, Collector<Long> out) {
      List<Entry> entries = ALL.get(name);
      synchronized (entries) {
        entries.add(new Entry(record, System.nanoTime()));
      }
    }
  }
}
