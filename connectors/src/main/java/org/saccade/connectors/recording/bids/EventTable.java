package org.saccade.connectors.recording.bids;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.saccade.connectors.recording.RecordingMarker;
import org.saccade.connectors.recording.UnreadableRecordingException;

/** Rows of {@code events.tsv} as markers, in the order of their times. */
final class EventTable {
  private final List<RecordingMarker> fromFirst;
  private final long untimed;
  private long first;
  private boolean began;
  private int given;

  private EventTable(List<RecordingMarker> fromFirst, long untimed) {
    this.fromFirst = fromFirst;
    this.untimed = untimed;
  }

  static EventTable of(Table table) throws UnreadableRecordingException {
    int onset = table.required("onset");
    int duration = table.column("duration");
    int type = table.column("trial_type");
    int value = table.column("value");
    List<RecordingMarker> markers = new ArrayList<>();
    long untimed = 0;
    for (int row = 0; row < table.rows().size(); row++) {
      double seconds = table.number(row, onset, Double.NaN);
      if (Double.isNaN(seconds)) {
        untimed++;
        continue;
      }
      double lasts = Math.max(0, table.number(row, duration, 0));
      String text = table.field(row, type);
      markers.add(
          new RecordingMarker(
              Math.round(seconds * 1e6),
              Math.round(lasts * 1e6),
              text.isEmpty() ? table.field(row, value) : text));
    }
    markers.sort(Comparator.comparingLong(RecordingMarker::micros));
    return new EventTable(markers, untimed);
  }

  /** Rows without an onset: left out. */
  long untimed() {
    return untimed;
  }

  /** Says where the first sample is; what comes later is passed over. */
  void begin(long micros) {
    first = began ? first : micros;
    began = true;
  }

  List<RecordingMarker> before(long micros) {
    List<RecordingMarker> due = new ArrayList<>();
    while (given < fromFirst.size() && first + fromFirst.get(given).micros() < micros) {
      RecordingMarker m = fromFirst.get(given++);
      due.add(new RecordingMarker(first + m.micros(), m.durationMicros(), m.text()));
    }
    return due;
  }

  List<RecordingMarker> rest() {
    return before(Long.MAX_VALUE);
  }
}
