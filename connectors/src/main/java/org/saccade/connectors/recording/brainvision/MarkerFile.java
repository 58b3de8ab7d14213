package org.saccade.connectors.recording.brainvision;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.saccade.connectors.recording.RecordingMarker;
import org.saccade.connectors.recording.SampleHeader;
import org.saccade.connectors.recording.SegmentedRecording;
import org.saccade.connectors.recording.SegmentedRecording.Segment;
import org.saccade.schemas.codec.Violation;
import org.saccade.schemas.codec.ViolationCounts;
import org.saccade.schemas.packet.SampleRate;

/** The lines {@code MkN=type,description,position,size,channel,date}. */
final class MarkerFile {
  private static final String NEW_SEGMENT = "New Segment";

  /**
   * One line.
   *
   * @param sample from 0
   * @param size samples
   * @param date Unix microseconds; null: none
   */
  private record Line(String type, String description, long sample, long size, Long date) {}

  private final List<Line> lines = new ArrayList<>();
  private final ViolationCounts violations = new ViolationCounts();

  MarkerFile(IniText text) {
    for (Map.Entry<String, String> entry : text.section("marker infos").entrySet()) {
      if (entry.getKey().startsWith("mk")) {
        Line line = line(IniText.fields(entry.getValue()));
        if (line == null) {
          violations.add(Violation.BAD_LINE, 1);
        } else {
          lines.add(line);
        }
      }
    }
    lines.sort(Comparator.comparingLong(Line::sample));
  }

  private static Line line(String[] fields) {
    try {
      long sample = Long.parseLong(fields[2]) - 1;
      long size =
          fields.length > 3 && !fields[3].isEmpty() ? Math.max(0, Long.parseLong(fields[3])) : 0;
      if (sample < -1 || sample > 1L << 40 || size > 1L << 40) {
        return null;
      }
      Long date = fields.length > 5 ? date(fields[5]) : null;
      return new Line(fields[0], fields[1], Math.max(0, sample), size, date);
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      return null;
    }
  }

  /** {@code YYYYMMDDhhmmssuuuuuu}, its clock taken for UTC; zeros: none. */
  private static Long date(String text) {
    if (text.length() != 20 || !text.chars().allMatch(Character::isDigit)) {
      return null;
    }
    try {
      LocalDateTime at =
          LocalDateTime.of(
              Integer.parseInt(text, 0, 4, 10),
              Integer.parseInt(text, 4, 6, 10),
              Integer.parseInt(text, 6, 8, 10),
              Integer.parseInt(text, 8, 10, 10),
              Integer.parseInt(text, 10, 12, 10),
              Integer.parseInt(text, 12, 14, 10));
      return at.toEpochSecond(ZoneOffset.UTC) * 1_000_000L + Integer.parseInt(text, 14, 20, 10);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Unix time of the first sample, by the first New Segment; null where none says it. */
  Long epochMicros(SampleRate rate) {
    for (Line line : lines) {
      if (line.type.equals(NEW_SEGMENT) && line.date != null) {
        return line.date - rate.micros(line.sample);
      }
    }
    return null;
  }

  /** Where stretches begin: at each New Segment that does not go on where the one before ended. */
  List<Segment> segments(SampleRate rate) {
    List<Segment> segments = new ArrayList<>();
    segments.add(new Segment(0, 0));
    Long epoch = epochMicros(rate);
    for (Line line : lines) {
      if (!line.type.equals(NEW_SEGMENT) || line.sample == 0) {
        continue;
      }
      Segment last = segments.get(segments.size() - 1);
      long goesOn = last.micros() + rate.micros(line.sample - last.sample());
      if (line.date == null || epoch == null) {
        violations.add(Violation.UNEVEN_TIME, 1); // a pause of unknown length
        continue;
      }
      long at = line.date - epoch;
      if (Math.abs(at - goesOn) * 2 <= rate.micros(1)) {
        continue;
      }
      violations.add(Violation.TIME_BACKWARD, at < goesOn ? 1 : 0);
      segments.add(new Segment(line.sample, at));
    }
    return segments;
  }

  List<RecordingMarker> markers(SampleHeader header, List<Segment> segments) {
    List<RecordingMarker> markers = new ArrayList<>();
    for (Line line : lines) {
      markers.add(
          new RecordingMarker(
              SegmentedRecording.micros(header, segments, line.sample),
              header.rate().micros(line.size),
              line.type + "/" + line.description));
    }
    return markers;
  }

  ViolationCounts violations() {
    return violations;
  }
}
