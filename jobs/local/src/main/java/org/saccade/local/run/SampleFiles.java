package org.saccade.local.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.types.Either;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.connectors.recording.SampleFormats;
import org.saccade.connectors.replay.ReadSampleRecordings;
import org.saccade.connectors.replay.RecordingStream;
import org.saccade.jobs.JobOutputs;
import org.saccade.jobs.config.JobConfiguration;
import org.saccade.local.replay.StreamNames;
import org.saccade.operators.stream.MarkedPacketOperator;
import org.saccade.schemas.packet.RawSamplePacket;
import org.saccade.schemas.packet.StreamMarker;

/** A job over sampled recordings: gaze, EEG, MEG, field potentials, with their markers. */
abstract class SampleFiles implements JobFiles {
  private final int samplesPerPacket;

  SampleFiles(int samplesPerPacket) {
    this.samplesPerPacket = samplesPerPacket;
  }

  /** Adds the topology behind what is read. */
  abstract void build(
      StreamExecutionEnvironment env,
      KeyedStream<Either<RawSamplePacket, StreamMarker>, String> records,
      JobOutputs outputs,
      JobConfiguration configuration);

  @Override
  public final void check(Path file, ReadOptions options) throws IOException {
    SampleFormats.open(file, options).close();
  }

  @Override
  public final void build(
      StreamExecutionEnvironment env,
      List<Path> files,
      ReadOptions options,
      JobOutputs outputs,
      JobConfiguration configuration)
      throws IOException {
    for (Path file : files) {
      check(file, options);
    }
    List<RecordingStream> streams = RecordingStream.of(files, StreamNames.of(files), options);
    build(
        env,
        MarkedPacketOperator.byStream(
            env.fromSource(
                    new NumberSequenceSource(0, streams.size() - 1L),
                    WatermarkStrategy.noWatermarks(),
                    "recordings")
                .uid("recordings")
                .flatMap(new ReadSampleRecordings(streams, options, samplesPerPacket))
                .uid("read-recordings")
                .name("read-recordings")),
        outputs,
        configuration);
  }
}
