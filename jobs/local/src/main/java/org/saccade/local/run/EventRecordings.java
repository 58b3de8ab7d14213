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
    build(
        env,
        env.fromSource(
                new RecordingSource(splits(files, options)),
                WatermarkStrategy.noWatermarks(),
                "recordings")
            .uid("recordings"),
        outputs,
        configuration);
  }

  private static List<RecordingSplit> splits(List<Path> files, ReadOptions options)
      throws IOException {
    List<RecordingSplit> splits = new ArrayList<>();
    List<String> streams = StreamNames.of(files);
    for (int i = 0; i < files.size(); i++) {
      String path = files.get(i).toString();
      RecordingHeader header = RecordingScan.of(files.get(i), options).headerWithGeometry();
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
