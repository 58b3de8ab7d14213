package org.saccade.local.cli;

import java.io.IOException;
import java.util.HexFormat;
import java.util.Locale;
import org.saccade.connectors.recording.ItemBatch;
import org.saccade.connectors.recording.RecordingReader;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.batch.TriggerBatch;

/** What a recording is made of, and how each is a row. */
enum CatItems {
  EVENTS("t,x,y,p"),
  TRIGGERS("t,id,p"),
  EXPOSURES("t,x,y,p"),
  COLORS("t,x,y,r,g,b"),
  GENERIC("t,bytes"),
  /** Of sampled recordings, which {@link SampleCat} writes. */
  SAMPLES("sample,t"),
  MARKERS("t,duration,text");

  private final String columns;

  CatItems(String columns) {
    this.columns = columns;
  }

  /** What a recording mainly holds. */
  static CatItems mainlyIn(RecordingReader reader) {
    return valueOf(reader.format().holds(reader.header()).toUpperCase(Locale.ROOT));
  }

  RowWriter rows(CsvOut out, boolean json) throws IOException {
    return new RowWriter(out, json, columns);
  }

  /** Whether they are what sampled recordings hold. */
  boolean areSampled() {
    return this == SAMPLES || this == MARKERS;
  }

  /** Whether the reader must be asked for them. */
  boolean isAskedFor() {
    return this != EVENTS && this != TRIGGERS;
  }

  /**
   * Writes what the last read met.
   *
   * @param window which times are shown, and from where they count
   * @param limit most rows
   * @return rows written
   */
  long write(
      RecordingReader reader, EventBatch events, TimeWindow window, long limit, RowWriter rows)
      throws IOException {
    return switch (this) {
      case EVENTS -> write(events, window, limit, rows);
      case TRIGGERS -> write(reader.triggers(), window, limit, rows);
      default -> write(reader.items(), ItemBatch.Kind.valueOf(name()), window, limit, rows);
    };
  }

  private static long write(EventBatch events, TimeWindow window, long limit, RowWriter rows)
      throws IOException {
    long n = 0;
    for (int i = 0; i < events.size() && n < limit; i++) {
      if (window.holds(events.t(i))) {
        rows.number(window.shown(events.t(i))).number(events.x(i)).number(events.y(i));
        rows.number(events.p(i)).end();
        n++;
      }
    }
    return n;
  }

  private static long write(TriggerBatch edges, TimeWindow window, long limit, RowWriter rows)
      throws IOException {
    long n = 0;
    for (int i = 0; i < edges.size() && n < limit; i++) {
      if (window.holds(edges.t(i))) {
        rows.number(window.shown(edges.t(i))).number(edges.id(i)).number(edges.value(i)).end();
        n++;
      }
    }
    return n;
  }

  private static long write(
      ItemBatch items, ItemBatch.Kind kind, TimeWindow window, long limit, RowWriter rows)
      throws IOException {
    long n = 0;
    for (int i = 0; i < items.size() && n < limit; i++) {
      if (items.kind(i) == kind && window.holds(items.t(i))) {
        rows.number(window.shown(items.t(i)));
        write(items, i, rows);
        rows.end();
        n++;
      }
    }
    return n;
  }

  private static void write(ItemBatch items, int i, RowWriter rows) throws IOException {
    int value = items.value(i);
    switch (items.kind(i)) {
      case GENERIC -> rows.word(HexFormat.of().formatHex(items.bytes(i)));
      case EXPOSURES -> rows.number(items.x(i)).number(items.y(i)).number(value);
      case COLORS -> {
        rows.number(items.x(i)).number(items.y(i));
        rows.number(value >> 16).number(value >> 8 & 0xFF).number(value & 0xFF);
      }
    }
  }
}
