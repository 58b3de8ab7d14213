package org.saccade.connectors.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.saccade.schemas.batch.EventBatch;

/** Where times are counted from. */
public enum TimeOrigin {
  /** As the sensor says: since its clock's start. */
  SENSOR,
  /** Since the first event of the recording. */
  FIRST,
  /** As the sensor's vendor's SDK shows them; EVT2, EVT2.1 and EVT3 only. */
  SDK,
  /** Since 1970-01-01 UTC; only where the recording says when its time 0 was. */
  EPOCH;

  /**
   * Microseconds to subtract from sensor times.
   *
   * @param reader of the recording, after its first read
   * @param events what that gave
   * @throws IllegalArgumentException if the recording has no such origin; one line for the user
   */
  public long shiftMicros(RecordingReader reader, EventBatch events) {
    long first = Long.MAX_VALUE;
    if (events.size() > 0) {
      first = events.t(0);
    } else if (reader.triggers().size() > 0) {
      first = reader.triggers().t(0);
    } else if (reader.items().size() > 0) {
      first = reader.items().t(0);
    }
    return shiftMicros(reader, first);
  }

  /**
   * Microseconds to subtract from the sensor times of a file, for reads that give more than events,
   * or not the first of them: other items may be met long before the first event, from which {@link
   * #FIRST} counts. In a file without events that one counts as {@link #SENSOR}.
   *
   * @param reader of the file, which is left where it stands
   * @throws IllegalArgumentException if the recording has no such origin; one line for the user
   */
  public long shiftMicros(RecordingReader reader, Path file, ReadOptions options)
      throws IOException {
    if (this != FIRST && this != SDK) {
      return shiftMicros(reader, 0);
    }
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException(
          "is no file that can be read twice, which this time origin needs here; save it first");
    }
    try (RecordingReader first = RecordingReader.open(file, options)) {
      EventBatch events = new EventBatch(1);
      boolean more = true;
      while (more && events.size() == 0) {
        more = first.read(events);
      }
      return shiftMicros(first, events.size() == 0 ? 0 : events.t(0));
    }
  }

  /**
   * Microseconds to subtract from sensor times.
   *
   * @param reader of the recording, after its first events were read
   * @param firstMicros sensor time of the first event
   * @throws IllegalArgumentException if the recording has no such origin; one line for the user
   */
  public long shiftMicros(RecordingReader reader, long firstMicros) {
    switch (this) {
      case FIRST:
        return firstMicros;
      case SDK:
        if (!reader.format().hasSdkShift()) {
          throw new IllegalArgumentException(
              "time origin sdk is for evt2, evt21 and evt3, but the recording is "
                  + reader.format().name()
                  + "; choose sensor or first");
        }
        return reader.sdkShiftMicros();
      case EPOCH:
        Long epoch = reader.header().epochMicros();
        if (epoch == null) {
          throw new IllegalArgumentException(
              "time origin epoch needs a recording that says when its time 0 was, and this "
                  + reader.format().name()
                  + " does not; choose sensor or first");
        }
        return -epoch;
      default:
        return 0;
    }
  }
}
