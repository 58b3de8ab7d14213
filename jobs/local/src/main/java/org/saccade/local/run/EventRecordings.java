package org.saccade.local.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.connectors.recording.RecordingHeader;
import org.saccade.connectors.recording.RecordingReader;
import org.saccade.connectors.recording.RecordingScan;
import org.saccade.connectors.recording.UnreadableRecordingException;
import org.saccade.connectors.replay.RecordingSource;
import org.saccade.connectors.replay.RecordingSplit;
import org.saccade.jobs.JobOutputs;
import org.saccade.jobs.config.JobConfiguration;
import org.saccade.local.replay.StreamNames;
import org.saccade.schemas.packet.RawEventPacket;

/** A job over event-camera recordings. */
abstract class EventRecordings implements JobFiles {
  /** Adds the topology behind what is read. */
  abstract void build(
      StreamExecutionEnvironment env,
      DataStream<RawEventPacket> packets,
      JobOutputs outputs,
      JobConfiguration configuration);

  @Override
  public final void check(Path file, ReadOptions options) throws IOException {
    RecordingReader.open(file, options).close();
  }

  @Override
  public final void build(
      StreamExecutionEnvironment env,
      List<Path> files,
      ReadOptions options,
      JobOutputs outputs,
      JobConfiguration configuration)
      throws IOException {
    List<RecordingSplit> splits = new ArrayList<>();
    List<RecordingSplit> marked = new ArrayList<>();
    List<String> streams = StreamNames.of(files);
    for (int i = 0; i < files.size(); i++) {
      RecordingScan scan = RecordingScan.of(files.get(i), options);
      RecordingSplit split = split(files.get(i), streams.get(i), scan, options);
      splits.add(split);
      if (scan.triggers() > 0) {
        marked.add(split);
      }
    }
    if (!marked.isEmpty()) {
      markers(env, marked, outputs);
    }
    build(
        env,
        env.fromSource(new RecordingSource(splits), WatermarkStrategy.noWatermarks(), "recordings")
            .uid("recordings"),
        outputs,
        configuration);
  }

  /** The recordings' trigger edges, as a replay would send them; by default nothing. */
  void markers(StreamExecutionEnvironment env, List<RecordingSplit> recordings, JobOutputs outputs)
      throws IOException {}

  private static RecordingSplit split(
      Path file, String stream, RecordingScan scan, ReadOptions options)
      throws UnreadableRecordingException {
    RecordingHeader header = scan.headerWithGeometry();
    if (!header.hasGeometry()) {
      throw new UnreadableRecordingException(
          file + ": holds no events and says no geometry; add --geometry WxH");
    }
    return RecordingSplit.of(
        file.toString(),
        stream,
        stream + "-recording",
        options.withGeometry(header.width(), header.height()));
  }
}
