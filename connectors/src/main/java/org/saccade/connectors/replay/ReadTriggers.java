package org.saccade.connectors.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;
import org.apache.flink.util.Collector;
import org.saccade.connectors.recording.RecordingReader;
import org.saccade.schemas.Marker;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.batch.TriggerBatch;
import org.saccade.schemas.codec.OutOfFrameException;
import org.saccade.schemas.flink.RecordTypeInfo;

/**
 * Numbers of recordings to the markers of their trigger edges, in the order of the recording: those
 * that a {@link Replay} of the same stream and session sends. A recording an element, whole: after
 * a failure it is read again from its start, or not at all.
 */
public final class ReadTriggers extends RichFlatMapFunction<Long, Marker>
    implements ResultTypeQueryable<Marker> {
  private static final long serialVersionUID = 1L;

  private final byte[] splits;

  /**
   * @param recordings what the numbers mean; where a split begins makes no difference
   */
  public ReadTriggers(List<RecordingSplit> recordings) throws IOException {
    splits = RecordingSplitSerializer.OfList.INSTANCE.serialize(recordings);
  }

  @Override
  public void flatMap(Long number, Collector<Marker> out) throws IOException {
    RecordingSplitSerializer.OfList serializer = RecordingSplitSerializer.OfList.INSTANCE;
    RecordingSplit split =
        serializer.deserialize(serializer.getVersion(), splits).get(Math.toIntExact(number));
    EventBatch events = new EventBatch(8192);
    try (RecordingReader reader = RecordingReader.open(Path.of(split.path()), split.options())) {
      MarkerWriter markers =
          new MarkerWriter(split.stream(), split.session(), reader.header().epochMicros());
      while (reader.read(events)) {
        TriggerBatch edges = reader.triggers();
        for (int i = 0; i < edges.size(); i++) {
          out.collect(markers.marker(edges.t(i), edges.id(i), edges.value(i)));
        }
      }
    } catch (OutOfFrameException e) {
      throw new IOException(split.path() + ": " + e.getMessage(), e);
    }
  }

  @Override
  public TypeInformation<Marker> getProducedType() {
    return new RecordTypeInfo<>(Marker.class);
  }
}
