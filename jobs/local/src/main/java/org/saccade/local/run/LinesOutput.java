package org.saccade.local.run;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.saccade.connectors.kafka.JsonLines;
import org.saccade.connectors.kafka.Topic;
import org.saccade.jobs.JobOutputs;

/** All records of a job, whatever their topic, as the lines of one file. */
final class LinesOutput implements JobOutputs {
  private final String file;
  private final List<DataStream<String>> lines = new ArrayList<>();

  /**
   * @param file path of the file; {@code -}: stdout
   */
  LinesOutput(String file) {
    this.file = file;
  }

  @Override
  public <T extends SpecificRecordBase> void write(
      Topic topic, Class<T> type, DataStream<T> records) {
    String name = "lines-" + topic.defaultName();
    // Filtered packets are of the same type.
    String told = topic == Topic.DVS_CORNERS ? topic.defaultName() : null;
    lines.add(
        records
            .map(record -> told == null ? JsonLines.of(record) : JsonLines.of(told, record))
            .returns(Types.STRING)
            .uid(name)
            .name(name));
  }

  /** Puts the sink behind all that was written: once, when the job is complete. */
  void connect() {
    DataStream<String> all = lines.get(0);
    for (DataStream<String> more : lines.subList(1, lines.size())) {
      all = all.union(more);
    }
    all.sinkTo(new LinesSink(file)).setParallelism(1).uid("to-file").name("to-file");
  }
}
