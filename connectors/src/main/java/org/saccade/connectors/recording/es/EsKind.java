package org.saccade.connectors.recording.es;

import java.util.Locale;
import org.saccade.connectors.recording.ItemBatch;

/** What the records of an Event Stream are. */
enum EsKind {
  GENERIC(0, ItemBatch.Kind.GENERIC),
  DVS(1, null),
  ATIS(2, null),
  COLOR(4, ItemBatch.Kind.COLORS);

  /** The byte that says it in the header. */
  final int code;

  /** What they are where they are no events; null: events, at least mainly. */
  final ItemBatch.Kind items;

  EsKind(int code, ItemBatch.Kind items) {
    this.code = code;
    this.items = items;
  }

  static EsKind of(int code) {
    for (EsKind kind : values()) {
      if (kind.code == code) {
        return kind;
      }
    }
    return null;
  }

  /** As a header field has it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
