package org.saccade.benchmarks.runs;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.saccade.connectors.kafka.ReadEventPackets;
import org.saccade.connectors.kafka.Topic;
import org.saccade.jobs.EventsJob;
import org.saccade.jobs.JobEnvironment;
import org.saccade.jobs.JobOutputs;
import org.saccade.jobs.Kafka;
import org.saccade.jobs.config.JobConfiguration;
import org.saccade.local.run.LocalFlink;
import org.saccade.local.run.RunningJob;
import org.saccade.schemas.EventPacket;
import org.saccade.schemas.flink.RecordTypeInfo;
import org.saccade.schemas.packet.RawEventPacket;

/** The jobs that are measured: what they compute ends at the {@link Meter}. */
enum MeasuredJob {
  /** The events job's road up to the decoded batch. */
  DECODE {
    @Override
    void build(StreamExecutionEnvironment env, JobConfiguration configuration) {
      DataStream<RawEventPacket> packets =
          env.fromSource(
                  new Kafka(configuration).input(Topic.DVS_EVENTS).source(),
                  WatermarkStrategy.noWatermarks(),
                  Topic.DVS_EVENTS.defaultName())
              .uid("source")
              .process(new ReadEventPackets("decode"))
              .uid("read-packets");
      packets
          .keyBy(RawEventPacket::stream, Types.STRING)
          .process(new DecodeAndCount(), Types.INT)
          .uid("decode")
          .sinkTo(new DiscardingSink<>())
          .uid("nowhere");
    }
  },
  /** The events job as the configuration says, its outputs discarded. */
  EVENTS {
    @Override
    void build(StreamExecutionEnvironment env, JobConfiguration configuration) {
      new EventsJob().fromKafka(env, new Nowhere(), configuration);
    }
  };

  abstract void build(StreamExecutionEnvironment env, JobConfiguration configuration);

  /** Starts it in a mini cluster of its own; the meter is set before. */
  RunningJob start(JobConfiguration configuration) throws Exception {
    StreamExecutionEnvironment env = JobEnvironment.of(configuration);
    build(env, configuration);
    return new RunningJob(env.executeAsync("saccade bench"));
  }

  /**
   * The configuration of all measured jobs: filters, rates and checkpoints off, parallelism 2.
   *
   * @param more settings over these
   */
  static JobConfiguration configuration(String bootstrap, Map<String, String> more) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("kafka.bootstrap.servers", bootstrap);
    settings.put("job.parallelism", String.valueOf(SensorPackets.PARALLELISM));
    settings.put("job.checkpoint.millis", "0");
    settings.put("events.refractory", "off");
    settings.put("events.background", "off");
    settings.put("features.rates", "off");
    settings.putAll(more);
    return LocalFlink.configure(JobConfiguration.defaults().with(settings));
  }

  /** Counts filtered packets and lets go of all that the job gives. */
  private static final class Nowhere implements JobOutputs {
    @Override
    public <T extends SpecificRecordBase> void write(
        Topic topic, Class<T> type, DataStream<T> records) {
      String uid = "discard-" + topic.defaultName();
      if (topic == Topic.DVS_FILTERED) {
        @SuppressWarnings("unchecked")
        DataStream<EventPacket> packets = (DataStream<EventPacket>) records;
        packets
            .process(new CountPackets(), new RecordTypeInfo<>(EventPacket.class))
            .uid("count")
            .sinkTo(new DiscardingSink<>())
            .uid(uid);
      } else {
        records.sinkTo(new DiscardingSink<>()).uid(uid);
      }
    }
  }
}
