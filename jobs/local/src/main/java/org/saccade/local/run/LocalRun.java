package org.saccade.local.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.saccade.connectors.kafka.Topic;
import org.saccade.connectors.kafka.Topics;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.connectors.recording.RecordingHeader;
import org.saccade.connectors.recording.RecordingScan;
import org.saccade.connectors.recording.UnreadableRecordingException;
import org.saccade.connectors.replay.RecordingSource;
import org.saccade.connectors.replay.RecordingSplit;
import org.saccade.jobs.EventsJob;
import org.saccade.jobs.JobEnvironment;
import org.saccade.jobs.JobOutputs;
import org.saccade.jobs.Kafka;
import org.saccade.jobs.config.JobConfiguration;
import org.saccade.local.replay.StreamNames;
import org.saccade.schemas.packet.RawEventPacket;

/** The events job in this process: files or the topic in, a file or the topics out. */
public final class LocalRun {
  private final JobConfiguration configuration;
  private final List<Path> recordings;
  private final ReadOptions options;
  private final String file;

  /**
   * @param configuration with what a mini cluster needs ({@link LocalFlink#configure})
   * @param recordings what to read; empty: the topic
   * @param file where all records go as JSON lines, {@code -} for stdout; null: the topics
   */
  public LocalRun(
      JobConfiguration configuration, List<Path> recordings, ReadOptions options, String file) {
    this.configuration = configuration;
    this.recordings = List.copyOf(recordings);
    this.options = options;
    this.file = file;
  }

  /** Runs it to its end: that of the recordings; with a topic as input, until interrupted. */
  public void execute() throws Exception {
    List<RecordingSplit> splits = splits();
    if (recordings.isEmpty() || file == null) {
      requireTopics();
    }
    StreamExecutionEnvironment env = JobEnvironment.of(configuration);
    JobOutputs outputs = file == null ? new Kafka(configuration) : new LinesOutput(file);
    if (splits.isEmpty()) {
      EventsJob.fromKafka(env, outputs, configuration);
    } else {
      DataStream<RawEventPacket> packets =
          env.fromSource(
                  new RecordingSource(splits), WatermarkStrategy.noWatermarks(), "recordings")
              .uid("recordings");
      EventsJob.build(packets, null, outputs, configuration);
    }
    if (outputs instanceof LinesOutput lines) {
      lines.connect();
    }
    try (RunningJob job = RunningJob.start(env, "saccade " + EventsJob.NAME)) {
      job.endAtInterrupt();
      job.awaitEnd();
    }
  }

  private void requireTopics() throws IOException {
    try (Topics topics = Topics.at(Kafka.connection(configuration))) {
      if (recordings.isEmpty()) {
        topics.require(Kafka.names(configuration).of(Topic.DVS_EVENTS));
      }
      if (file == null) {
        for (Topic topic : Kafka.topics()) {
          if (topic != Topic.DVS_EVENTS) {
            topics.require(Kafka.names(configuration).of(topic));
          }
        }
      }
    }
  }

  private List<RecordingSplit> splits() throws IOException {
    List<RecordingSplit> splits = new ArrayList<>();
    List<String> streams = StreamNames.of(recordings);
    for (int i = 0; i < recordings.size(); i++) {
      String path = recordings.get(i).toString();
      RecordingHeader header = RecordingScan.of(recordings.get(i), options).headerWithGeometry();
      if (!header.hasGeometry()) {
        throw new UnreadableRecordingException(
            path + ": holds no events and says no geometry; add --geometry WxH");
      }
      String stream = streams.get(i);
      splits.add(
          RecordingSplit.of(
              path,
              stream,
              stream + "-recording",
              options.withGeometry(header.width(), header.height())));
    }
    return splits;
  }
}
