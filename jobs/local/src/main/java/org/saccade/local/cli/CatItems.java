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
   * @param limit most rows
   * @return rows written
   */
  long write(RecordingReader reader, EventBatch events, long shift, long limit, RowWriter rows)
      throws IOException {
    return switch (this) {
      case EVENTS -> write(events, shift, limit, rows);
      case TRIGGERS -> write(reader.triggers(), shift, limit, rows);
      default -> write(reader.items(), ItemBatch.Kind.valueOf(name()), shift, limit, rows);
    };
  }

  private static long write(EventBatch events, long shift, long limit, RowWriter rows)
      throws IOException {
    int n = (int) Math.min(limit, events.size());
    for (int i = 0; i < n; i++) {
      rows.number(events.t(i) - shift).number(events.x(i)).number(events.y(i));
      rows.number(events.p(i)).end();
    }
    return n;
  }

  private static long write(TriggerBatch edges, long shift, long limit, RowWriter rows)
      throws IOException {
    int n = (int) Math.min(limit, edges.size());
    for (int i = 0; i < n; i++) {
      rows.number(edges.t(i) - shift).number(edges.id(i)).number(edges.value(i)).end();
    }
    return n;
  }

  private static long write(
      ItemBatch items, ItemBatch.Kind kind, long shift, long limit, RowWriter rows)
      throws IOException {
    long n = 0;
    for (int i = 0; i < items.size() && n < limit; i++) {
      if (items.kind(i) == kind) {
        rows.number(items.t(i) - shift);
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
