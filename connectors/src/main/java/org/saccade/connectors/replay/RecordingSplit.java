package org.saccade.connectors.replay;

import org.apache.flink.api.connector.source.SourceSplit;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.connectors.recording.RecordingReader;

/**
 * One recording as a split of {@link RecordingSource}: what to read, and how far it is read.
 *
 * @param path the file
 * @param stream the sensor
 * @param session the run of its clock
 * @param options how to read the file
 * @param limits when a packet is full
 * @param nextSequence number of the next packet
 * @param position where the reader goes on; null: at the recording's start
 * @param skip events behind that position that are in earlier packets
 */
public record RecordingSplit(
    String path,
    String stream,
    String session,
    ReadOptions options,
    PacketLimits limits,
    long nextSequence,
    RecordingReader.Position position,
    long skip)
    implements SourceSplit {

  /** A recording that nothing was read of. */
  public static RecordingSplit of(String path, String stream, String session, ReadOptions options) {
    return new RecordingSplit(path, stream, session, options, PacketLimits.DEFAULT, 0, null, 0);
  }

  public RecordingSplit withLimits(PacketLimits full) {
    return new RecordingSplit(path, stream, session, options, full, nextSequence, position, skip);
  }

  RecordingSplit at(long sequence, RecordingReader.Position where, long skipped) {
    return new RecordingSplit(path, stream, session, options, limits, sequence, where, skipped);
  }

  @Override
  public String splitId() {
    return path + "|" + stream + "|" + session;
  }
}
