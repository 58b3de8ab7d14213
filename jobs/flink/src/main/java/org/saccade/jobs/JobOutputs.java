package org.saccade.jobs;

import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.saccade.connectors.kafka.Topic;

/** Where a job's records go: topics, or files in their place. */
public interface JobOutputs {
  /** Sends the records of one topic where they belong; the sink gets a uid of its own. */
  <T extends SpecificRecordBase> void write(Topic topic, Class<T> type, DataStream<T> records);
}
