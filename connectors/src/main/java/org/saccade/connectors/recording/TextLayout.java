package org.saccade.connectors.recording;

/**
 * How lines of text are events.
 *
 * @param columns order of the columns: the letters {@code t x y p}, each once, and {@code -} for
 *     columns to skip, such as {@code txyp} or {@code xy-pt}; empty: by the header line, else
 *     {@code txyp}
 * @param unit what one unit of t is
 * @param separator between columns; {@code ' '}: spaces and tabs, any number; {@code '\0'}: comma,
 *     semicolon or spaces, as found
 */
public record TextLayout(String columns, Unit unit, char separator) {
  /** Columns, unit and separator as the first lines suggest. */
  public static final TextLayout GUESS = new TextLayout("", Unit.GUESS, '\0');

  /** Lines of {@code t x y p} with t in seconds and no header, as rpg's data sets have them. */
  public static final TextLayout RPG = new TextLayout("txyp", Unit.SECONDS, ' ');

  private static final int MAX_COLUMNS = 16;

  public TextLayout {
    boolean whole = columns.length() <= MAX_COLUMNS && columns.matches("[txyp-]*");
    for (char c : new char[] {'t', 'x', 'y', 'p'}) {
      whole &= columns.indexOf(c) >= 0 && columns.indexOf(c) == columns.lastIndexOf(c);
    }
    if (!columns.isEmpty() && !whole) {
      throw new IllegalArgumentException(
          "columns \""
              + columns
              + "\" must be t, x, y and p, each once, and - for columns to skip, at most "
              + MAX_COLUMNS);
    }
    if (separator > 126
        || Character.isLetterOrDigit(separator)
        || ".+-#%\"\n\r".indexOf(separator) >= 0) {
      throw new IllegalArgumentException(
          "separator '" + separator + "' must be a character that no number, word or comment has");
    }
  }

  /** Units of t. GUESS: seconds where a time has a decimal point, else microseconds. */
  public enum Unit {
    GUESS(0),
    SECONDS(6),
    MILLISECONDS(3),
    MICROSECONDS(0),
    NANOSECONDS(-3);

    private final int microsExponent;

    Unit(int microsExponent) {
      this.microsExponent = microsExponent;
    }

    /** Power of ten of a unit in microseconds; of microseconds where the unit is a guess. */
    public int microsExponent() {
      return microsExponent;
    }
  }
}
