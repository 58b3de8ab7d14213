package org.saccade.connectors.recording.nwb;

import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.saccade.connectors.recording.RecordingMarker;
import org.saccade.schemas.codec.Violation;
import org.saccade.schemas.codec.ViolationCounts;

/** Rows of tables of intervals and of series of annotations as markers. */
final class NwbMarkers {
  private static final int MAX_COLUMNS = 8;
  private static final double MAX_SECONDS = 1e12;
  private static final Set<String> TIMES = Set.of("id", "start_time", "stop_time");

  private NwbMarkers() {}

  /** All of them in the order of their times; tables that are too long are counted as not read. */
  static List<RecordingMarker> of(NwbFile file, ViolationCounts violations) {
    List<RecordingMarker> markers = new ArrayList<>();
    file.groups("TimeIntervals", "intervals", "processing", "acquisition")
        .forEach((path, table) -> intervals(path, table, markers, violations));
    file.groups("AnnotationSeries", "acquisition", "stimulus", "processing")
        .forEach((path, series) -> annotations(series, markers, violations));
    markers.sort(Comparator.comparingLong(RecordingMarker::micros));
    return markers;
  }

  private static void intervals(
      String path, Group table, List<RecordingMarker> markers, ViolationCounts violations) {
    Object starts = Hdf.dataset(table, "start_time").map(Hdf::column).orElse(null);
    Object stops = Hdf.dataset(table, "stop_time").map(Hdf::column).orElse(null);
    if (starts == null || !starts.getClass().isArray()) {
      violations.add(Violation.NOT_READ, Hdf.dataset(table, "start_time").isPresent() ? 1 : 0);
      return;
    }
    int rows = Array.getLength(starts);
    Map<String, Object> columns = columns(table, rows);
    String name = path.substring(path.lastIndexOf('/') + 1);
    for (int i = 0; i < rows; i++) {
      StringBuilder text = new StringBuilder(name);
      int row = i;
      columns.forEach(
          (column, values) ->
              text.append(' ').append(column).append('=').append(Array.get(values, row)));
      double start = Hdf.element(starts, i);
      boolean ends = stops != null && stops.getClass().isArray() && i < Array.getLength(stops);
      add(start, ends ? Hdf.element(stops, i) - start : 0, text.toString(), markers, violations);
    }
  }

  /** Columns of one text or number a row. */
  private static Map<String, Object> columns(Group table, int rows) {
    Map<String, Object> columns = new LinkedHashMap<>();
    for (String name : table.getChildren().keySet()) {
      boolean ragged = table.getChildren().containsKey(name + "_index");
      if (TIMES.contains(name) || ragged || columns.size() == MAX_COLUMNS) {
        continue;
      }
      Dataset data = Hdf.dataset(table, name).orElse(null);
      if (data == null
          || data.getSize() != rows
          || Hdf.text(data, "neurodata_type").equals("VectorIndex")) {
        continue;
      }
      Class<?> type = data.getJavaType();
      if (type == String.class || type.isPrimitive()) {
        Object values = Hdf.column(data);
        if (values != null && values.getClass().isArray()) {
          columns.put(name, values);
        }
      }
    }
    return columns;
  }

  private static void annotations(
      Group series, List<RecordingMarker> markers, ViolationCounts violations) {
    Object texts = Hdf.dataset(series, "data").map(Hdf::column).orElse(null);
    Object times = Hdf.dataset(series, "timestamps").map(Hdf::column).orElse(null);
    if (!(texts instanceof String[] all) || times == null || !times.getClass().isArray()) {
      violations.add(Violation.NOT_READ, 1);
      return;
    }
    for (int i = 0; i < Math.min(all.length, Array.getLength(times)); i++) {
      add(Hdf.element(times, i), 0, String.valueOf(all[i]), markers, violations);
    }
  }

  private static void add(
      double seconds,
      double lasts,
      String text,
      List<RecordingMarker> markers,
      ViolationCounts violations) {
    if (!(Math.abs(seconds) < MAX_SECONDS)) {
      violations.add(Violation.INVALID_EVENT, 1);
      return;
    }
    long duration = lasts > 0 && lasts < MAX_SECONDS ? Math.round(lasts * 1e6) : 0;
    markers.add(new RecordingMarker(Math.round(seconds * 1e6), duration, text));
  }
}
