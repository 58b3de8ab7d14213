package org.saccade.connectors.recording;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.saccade.schemas.batch.SampleBatch;
import org.saccade.schemas.codec.ViolationCounts;

/**
 * A sampled recording that is read from its start: stretches without a hole, one after the other.
 *
 * <pre>
 *   try (SampleRecording recording = SampleFormats.open(path, options)) {
 *     while (recording.read(batch)) {
 *       … batch, from recording.firstSample() on, at recording.firstMicros() …
 *     }
 *   }
 * </pre>
 *
 * <p>A hole in the recording (a pause, EDF+D, a new segment) parts two reads: the next begins where
 * {@link #firstMicros} says, later than the samples before it end. A sample that the sensor gave
 * but could not fill is NaN and no hole.
 */
public interface SampleRecording extends Closeable {
  /** What the recording says of itself. */
  SampleHeader header();

  /**
   * Every signal of the file, those of other streams too, in the order of the file. A file whose
   * signals have several rates holds a stream for each; {@link SampleOptions#stream} says which of
   * them is read.
   */
  default List<SampleSignal> signals() {
    List<SampleSignal> signals = new ArrayList<>();
    for (int c = 0; c < header().channels().size(); c++) {
      signals.add(new SampleSignal(header().channels().get(c), header().rate(), 0, c));
    }
    return signals;
  }

  /** Number of the stream that is read, from 0. */
  default int stream() {
    return 0;
  }

  /**
   * Replaces what the batch holds with the next samples, at least one of each channel, as stored.
   *
   * @return false at the end, with an empty batch
   * @throws IOException if the medium fails
   */
  boolean read(SampleBatch batch) throws IOException;

  /** Number of the first sample of the last read, counted over the recording from 0. */
  long firstSample();

  /** Sensor time of that sample, microseconds. */
  long firstMicros();

  /** Markers met by the last {@link #read}, in the order of the file; all of them at the end. */
  List<RecordingMarker> markers();

  /** What was wrong so far. */
  ViolationCounts violations();

  /** How much of it is read, 0 to 1. */
  double fraction();
}
