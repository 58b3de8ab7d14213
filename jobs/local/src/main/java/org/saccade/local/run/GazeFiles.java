package org.saccade.local.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.types.Either;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.connectors.recording.SampleFormats;
import org.saccade.connectors.replay.ReadMarkedRecordings;
import org.saccade.connectors.replay.RecordingStream;
import org.saccade.jobs.Job;
import org.saccade.jobs.JobOutputs;
import org.saccade.jobs.MicrosaccadesJob;
import org.saccade.jobs.config.JobConfiguration;
import org.saccade.local.replay.StreamNames;
import org.saccade.operators.stream.MarkedPacketOperator;
import org.saccade.schemas.packet.RawSamplePacket;
import org.saccade.schemas.packet.StreamMarker;

/** The microsaccades job over recordings of gaze. */
final class GazeFiles implements JobFiles {
  /** Samples a packet: 100 ms at 500 Hz. */
  private static final int SAMPLES = 50;

  @Override
  public Job job() {
    return new MicrosaccadesJob();
  }

  @Override
  public void check(Path file, ReadOptions options) throws IOException {
    SampleFormats.open(file, options).close();
  }

  @Override
  public void build(
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
    DataStream<Either<RawSamplePacket, StreamMarker>> records =
        env.fromSource(
                new NumberSequenceSource(0, streams.size() - 1L),
                WatermarkStrategy.noWatermarks(),
                "recordings")
            .uid("recordings")
            .flatMap(new ReadMarkedRecordings(streams, options, SAMPLES))
            .uid("read-recordings")
            .name("read-recordings");
    MicrosaccadesJob.build(MarkedPacketOperator.byStream(records), null, outputs, configuration);
  }
}
