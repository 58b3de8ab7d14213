package org.saccade.connectors.replay;

import java.io.IOException;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.saccade.schemas.flink.RawEventPacketTypeInfo;
import org.saccade.schemas.packet.RawEventPacket;

/**
 * Recordings as a bounded Flink source of packets: no broker, no pace. One split a recording, so as
 * many are read at once as the source has subtasks. The packets are those that a {@link Replay}
 * with the same limits sends.
 *
 * <p>Checkpoints hold the next packet's number and the reader's position: after a restore the same
 * packets come again from there.
 */
public final class RecordingSource
    implements Source<RawEventPacket, RecordingSplit, List<RecordingSplit>>,
        ResultTypeQueryable<RawEventPacket> {
  private static final long serialVersionUID = 1L;

  /** The splits in their own format: what travels to the cluster. */
  private final byte[] splits;

  public RecordingSource(List<RecordingSplit> recordings) {
    if (recordings.isEmpty()) {
      throw new IllegalArgumentException("no recording to read was given");
    }
    long distinct = recordings.stream().map(RecordingSplit::splitId).distinct().count();
    if (distinct < recordings.size()) {
      throw new IllegalArgumentException(
          "a recording is given twice under the same stream and session: give sessions of their"
              + " own");
    }
    try {
      splits = RecordingSplitSerializer.OfList.INSTANCE.serialize(recordings);
    } catch (IOException e) {
      throw new IllegalArgumentException("recordings " + recordings + ": " + e.getMessage(), e);
    }
  }

  @Override
  public Boundedness getBoundedness() {
    return Boundedness.BOUNDED;
  }

  @Override
  public SplitEnumerator<RecordingSplit, List<RecordingSplit>> createEnumerator(
      SplitEnumeratorContext<RecordingSplit> context) throws IOException {
    RecordingSplitSerializer.OfList serializer = RecordingSplitSerializer.OfList.INSTANCE;
    return new RecordingEnumerator(
        context, serializer.deserialize(serializer.getVersion(), splits));
  }

  @Override
  public SplitEnumerator<RecordingSplit, List<RecordingSplit>> restoreEnumerator(
      SplitEnumeratorContext<RecordingSplit> context, List<RecordingSplit> checkpoint) {
    return new RecordingEnumerator(context, checkpoint);
  }

  @Override
  public SourceReader<RawEventPacket, RecordingSplit> createReader(SourceReaderContext context) {
    return new RecordingSourceReader(context);
  }

  @Override
  public SimpleVersionedSerializer<RecordingSplit> getSplitSerializer() {
    return RecordingSplitSerializer.INSTANCE;
  }

  @Override
  public SimpleVersionedSerializer<List<RecordingSplit>> getEnumeratorCheckpointSerializer() {
    return RecordingSplitSerializer.OfList.INSTANCE;
  }

  @Override
  public TypeInformation<RawEventPacket> getProducedType() {
    return new RawEventPacketTypeInfo();
  }
}
