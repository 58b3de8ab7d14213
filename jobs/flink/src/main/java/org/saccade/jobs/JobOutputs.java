package org.saccade.jobs;

import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.saccade.connectors.kafka.Topic;
import org.saccade.schemas.DeadLetter;

/** Where a job's records go: topics, or files in their place. */
public interface JobOutputs {
  /** Sends the records of one topic where they belong; the sink gets a uid of its own. */
  <T extends SpecificRecordBase> void write(Topic topic, Class<T> type, DataStream<T> records);

  /**
   * Sends dead letters where they belong.
   *
   * @param unusable packets that the job's operators refused
   * @param unreadable records that were refused before they were packets; null: none can be
   */
  default void deadLetters(DataStream<DeadLetter> unusable, DataStream<DeadLetter> unreadable) {
    write(
        Topic.DEAD_LETTERS,
        DeadLetter.class,
        unreadable == null ? unusable : unusable.union(unreadable));
  }
}
