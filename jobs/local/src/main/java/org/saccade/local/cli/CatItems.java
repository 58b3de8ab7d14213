package org.saccade.local.cli;

import java.io.IOException;
import java.util.HexFormat;
import java.util.Locale;
import org.saccade.connectors.recording.ItemBatch;
import org.saccade.connectors.recording.RecordingReader;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.batch.Frame;
import org.saccade.schemas.batch.ImuBatch;
import org.saccade.schemas.batch.OtherItems;
import org.saccade.schemas.batch.TriggerBatch;

/** What a recording is made of, and how each is a row. */
enum CatItems {
  EVENTS("t,x,y,p"),
  TRIGGERS("t,id,p"),
  EXPOSURES("t,x,y,p"),
  COLORS("t,x,y,r,g,b"),
  GENERIC("t,bytes"),
  IMU("t," + String.join(",", ImuBatch.CHANNELS)),
  FRAMES("t,width,height,format"),
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
    return this != EVENTS && this != TRIGGERS && !isOther();
  }

  /** Whether they are what a read gives into other items. */
  boolean isOther() {
    return this == IMU || this == FRAMES;
  }

  /**
   * Writes the samples, or the frame, that the last read met, as {@link #write(RecordingReader,
   * EventBatch, TimeWindow, long, RowWriter)}.
   *
   * @param files where the pixels go; null: nowhere
   */
  long write(OtherItems others, FrameFiles files, TimeWindow window, long limit, RowWriter rows)
      throws IOException {
    return this == IMU
        ? write(others.imu(), window, limit, rows)
        : frame(others, files, window, rows);
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

  private static long write(ImuBatch imu, TimeWindow window, long limit, RowWriter rows)
      throws IOException {
    long n = 0;
    for (int i = 0; i < imu.size() && n < limit; i++) {
      if (window.holds(imu.t(i))) {
        rows.number(window.shown(imu.t(i)));
        for (int c = 0; c < ImuBatch.CHANNELS.size(); c++) {
          rows.real(imu.value(i, c));
        }
        rows.end();
        n++;
      }
    }
    return n;
  }

  private static long frame(OtherItems others, FrameFiles files, TimeWindow window, RowWriter rows)
      throws IOException {
    Frame frame = others.frame();
    if (!others.hasFrame() || !window.holds(frame.t())) {
      return 0;
    }
    rows.number(window.shown(frame.t())).number(frame.width()).number(frame.height());
    rows.word(frame.type().toString()).end();
    if (files != null) {
      files.write(frame);
    }
    return 1;
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
