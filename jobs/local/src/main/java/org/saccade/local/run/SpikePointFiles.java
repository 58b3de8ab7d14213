package org.saccade.local.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.types.Either;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.connectors.recording.RecordingReader;
import org.saccade.jobs.Job;
import org.saccade.jobs.JobOutputs;
import org.saccade.jobs.SpikePointJob;
import org.saccade.jobs.config.JobConfiguration;
import org.saccade.operators.stream.MarkedPacketOperator;
import org.saccade.schemas.flink.RawEventPacketTypeInfo;
import org.saccade.schemas.packet.RawEventPacket;
import org.saccade.schemas.packet.StreamMarker;

/** The spikepoint job over event-camera recordings; without markers and commands. */
final class SpikePointFiles implements JobFiles {
  @Override
  public Job job() {
    return new SpikePointJob();
  }

  @Override
  public void check(Path file, ReadOptions options) throws IOException {
    RecordingReader.open(file, options).close();
  }

  @Override
  public void build(
      StreamExecutionEnvironment env,
      List<Path> files,
      ReadOptions options,
      JobOutputs outputs,
      JobConfiguration configuration)
      throws IOException {
    SpikePointJob.build(
        MarkedPacketOperator.byStream(unmarked(EventFiles.packets(env, files, options))),
        FeatureFiles.noCommands(env),
        null,
        outputs,
        configuration);
  }

  /** Packets among which there is no marker. */
  static DataStream<Either<RawEventPacket, StreamMarker>> unmarked(
      DataStream<RawEventPacket> packets) {
    return packets
        .map((MapFunction<RawEventPacket, Either<RawEventPacket, StreamMarker>>) Either::Left)
        .returns(MarkedPacketOperator.type(new RawEventPacketTypeInfo()))
        .uid("packets-to-join")
        .name("packets-to-join");
  }
}
