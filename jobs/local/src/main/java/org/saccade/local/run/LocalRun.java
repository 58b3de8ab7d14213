package org.saccade.local.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.saccade.connectors.kafka.Topic;
import org.saccade.connectors.kafka.Topics;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.jobs.JobEnvironment;
import org.saccade.jobs.JobOutputs;
import org.saccade.jobs.Kafka;
import org.saccade.jobs.config.JobConfiguration;

/** A job in this process: files or its topics in, a file or its topics out. */
public final class LocalRun {
  private final JobFiles job;
  private final JobConfiguration configuration;
  private final List<Path> recordings;
  private final ReadOptions options;
  private final String file;

  /**
   * @param configuration with what a mini cluster needs ({@link LocalFlink#configure})
   * @param recordings what to read; empty: the topics
   * @param file where all records go as JSON lines, {@code -} for stdout; null: the topics
   */
  public LocalRun(
      JobFiles job,
      JobConfiguration configuration,
      List<Path> recordings,
      ReadOptions options,
      String file) {
    this.job = job;
    this.configuration = configuration;
    this.recordings = List.copyOf(recordings);
    this.options = options;
    this.file = file;
  }

  /** Runs it to its end: that of the recordings; with a topic as input, until interrupted. */
  public void execute() throws Exception {
    StreamExecutionEnvironment env = JobEnvironment.of(configuration);
    JobOutputs outputs = file == null ? new Kafka(configuration) : new LinesOutput(file);
    if (recordings.isEmpty()) {
      job.job().fromKafka(env, outputs, configuration);
    } else {
      job.build(env, recordings, options, outputs, configuration);
    }
    if (recordings.isEmpty() || file == null) {
      requireTopics(outputs instanceof Kafka kafka ? kafka.written() : List.of());
    }
    if (outputs instanceof LinesOutput lines) {
      lines.connect();
    }
    try (RunningJob running = RunningJob.start(env, "saccade " + job.job().name())) {
      running.endAtInterrupt();
      running.awaitEnd();
    }
  }

  private void requireTopics(List<Topic> written) throws IOException {
    try (Topics topics = Topics.at(Kafka.connection(configuration))) {
      if (recordings.isEmpty()) {
        require(topics, job.job().inputs());
      }
      require(topics, written);
    }
  }

  private void require(Topics topics, List<Topic> needed) throws IOException {
    for (Topic topic : needed) {
      topics.require(Kafka.names(configuration).of(topic));
    }
  }
}
