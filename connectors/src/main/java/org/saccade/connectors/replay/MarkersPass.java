package org.saccade.connectors.replay;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.saccade.connectors.recording.RecordingMarker;
import org.saccade.connectors.recording.SampleRecording;
import org.saccade.schemas.batch.SampleBatch;

/**
 * One pass over a recording of markers only: each is sent when it is due. There are no samples, so
 * there is no packet, and none that ends the session.
 */
final class MarkersPass {
  /** Sends the value of a marker's record. */
  @FunctionalInterface
  interface Sender {
    void send(byte[] value) throws IOException, InterruptedException;
  }

  private final List<RecordingMarker> markers;
  private int sent;

  /** Reads the recording to its end; the caller closes it. */
  MarkersPass(SampleRecording recording) throws IOException {
    markers = new ArrayList<>();
    SampleBatch batch = new SampleBatch();
    boolean more = true;
    while (more) {
      more = recording.read(batch);
      markers.addAll(recording.markers());
    }
    markers.sort(Comparator.comparingLong(RecordingMarker::micros));
  }

  /**
   * Sends all, paced from the first on.
   *
   * @return sensor time from the first to the end of the last that was sent, microseconds
   */
  long play(MarkerWriter writer, Pacer pacer, BooleanSupplier stopped, Sender sender)
      throws IOException, InterruptedException {
    if (markers.isEmpty()) {
      return 0;
    }
    long begin = markers.get(0).micros();
    long end = begin;
    pacer.start(begin);
    for (RecordingMarker marker : markers) {
      pacer.await(marker.micros(), stopped);
      if (stopped.getAsBoolean()) {
        break;
      }
      sender.send(writer.write(marker));
      sent++;
      end = Math.max(end, marker.micros() + marker.durationMicros());
    }
    return end - begin;
  }

  int sent() {
    return sent;
  }
}
