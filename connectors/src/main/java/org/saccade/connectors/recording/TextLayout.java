package org.saccade.connectors.recording;

/**
 * How lines of text are events.
 *
 * @param columns order of the columns, four letters of {@code t x y p} and {@code -} for columns to
 *     skip, such as {@code txyp} or {@code xy-pt}; empty: by the header line, else {@code txyp}
 * @param unit what one unit of t is
 * @param separator between columns; {@code '\0'}: comma, semicolon, tab or spaces, as found
 */
public record TextLayout(String columns, Unit unit, char separator) {
  /** Columns, unit and separator as the first lines suggest. */
  public static final TextLayout GUESS = new TextLayout("", Unit.GUESS, '\0');

  /** Units of t. GUESS: seconds where a time has a decimal point, else microseconds. */
  public enum Unit {
    GUESS,
    SECONDS,
    MILLISECONDS,
    MICROSECONDS,
    NANOSECONDS
  }
}
