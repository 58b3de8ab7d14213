package org.saccade.connectors.recording.edf;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.saccade.schemas.codec.ViolationCounts;

/**
 * What an EDF or BDF header says.
 *
 * @param kind EDF or BDF
 * @param fields of the header, those that may name a person only where asked for
 * @param discontinuous whether records may lie apart in time (EDF+D)
 * @param startMicros Unix time of the start, its clock taken for UTC; null where it is no date
 * @param records how many; -1: not said
 * @param duration of a record, seconds, above 0 where there is a data signal
 * @param signals in the order of the file
 * @param recordBytes bytes of a record
 * @param violations what was wrong and could be mended
 */
record EdfHeader(
    EdfKind kind,
    Map<String, String> fields,
    boolean discontinuous,
    Long startMicros,
    long records,
    BigDecimal duration,
    List<EdfSignal> signals,
    int recordBytes,
    ViolationCounts violations) {
  /** Bytes of the fixed part, and of the fields of each signal. */
  static final int BLOCK = 256;

  /** Most signals: the field has four digits. */
  static final int MAX_SIGNALS = 9999;

  /** Most bytes of a record; the format recommends at most 61,440. */
  static final int MAX_RECORD_BYTES = 1 << 26;
}
