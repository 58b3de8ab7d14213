package org.saccade.schemas.codec.evt;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.saccade.schemas.batch.EventBatch;

/**
 * Some hundred EVT3 events at a time, of a stream that has a time and a row.
 *
 * <p>Two phases. {@link #read} goes from word to word and writes two numbers an address, kept or
 * not: ADDR_Y and ADDR_X follow each other without a pattern, so that a branch between them would
 * be missed. What is the same for many events waits for {@link #append}: times, a span each; masks,
 * polarity and the frame, in loops over small arrays that become vector instructions where all of
 * their arrays are of one type and one index.
 *
 * <pre>
 *   word      ADDR_Y 0000 | row          ADDR_X 0010 | polarity, column
 *   m         -1                         0             (word >>> 13) - 1
 *   row       word                       row           row & ~m | word & m
 *   events    + 0                        + 1           word >>> 13
 * </pre>
 */
final class Evt3Block {
  /** Few enough that all arrays stay in the first cache, beside the words and the batch. */
  private static final int EVENTS = 448;

  /** Events of a full vector, which come together. */
  static final int VECTOR = 32;

  /** A time is written so many times at once, the last ones to be written over. */
  private static final int STRIDE = 8;

  private static final int SPANS = 256;
  private static final int SIZE = EVENTS + 2 * VECTOR;

  /** Clear in the words of addresses. */
  private static final int NO_ADDRESS = 0xD000;

  private static final int PLACE = 0x7FF;
  private static final int ON = 0x800;

  /** The types of the four words of a full vector, a base and 12, 12 and 8 columns. */
  private static final long GROUP_TYPES = 0xF000_F000_F000_F000L;

  private static final long GROUP = 0x5000_4000_4000_3000L;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** Polarity in bit 11, column below. */
  private final short[] columns = new short[SIZE];

  /** Row, with the origin bit of its word above it. */
  private final short[] rows = new short[SIZE];

  private final byte[] polarities = new byte[SIZE];

  /** Negative where an event at this place, in any block so far, was outside the frame. */
  private final short[] outside = new short[SIZE];

  private final long[] times = new long[SPANS];

  /** Events up to the end of each time. */
  private final int[] ends = new int[SPANS];

  private int size;
  private int spans;
  private int used;

  /** Events that a batch must have room for, so that one word of any kind has. */
  static int leastRoom() {
    return 2 * VECTOR;
  }

  /** Begins anew with {@link #outside}. */
  void open() {
    Arrays.fill(outside, 0, used, (short) 0);
    used = 0;
  }

  /**
   * Reads addresses, vectors and times, up to a word that is none or has no room.
   *
   * @param room of the batch, at least {@link #leastRoom}
   * @return where it stopped; less than eight bytes before {@code end}, or at such a word
   */
  int read(byte[] bytes, int from, int end, int room, Evt3Registers registers) {
    short[] xs = columns;
    short[] ys = rows;
    int last = Math.min(EVENTS, room - VECTOR - STRIDE);
    int safe = end - 8;
    int y = registers.row;
    int n = 0;
    int i = from;
    spans = 0;
    while (i <= safe && n <= last && spans < SPANS - 1) {
      long four = (long) LONG.get(bytes, i);
      int word;
      addresses:
      {
        word = (int) four & 0xFFFF;
        if ((word & NO_ADDRESS) != 0) {
          break addresses;
        }
        int event = word >>> 13;
        int set = event - 1;
        y = y & ~set | word & set;
        xs[n] = (short) word;
        ys[n] = (short) y;
        n += event;
        i += 2;
        word = (int) (four >>> 16) & 0xFFFF;
        if ((word & NO_ADDRESS) != 0) {
          break addresses;
        }
        event = word >>> 13;
        set = event - 1;
        y = y & ~set | word & set;
        xs[n] = (short) word;
        ys[n] = (short) y;
        n += event;
        i += 2;
        word = (int) (four >>> 32) & 0xFFFF;
        if ((word & NO_ADDRESS) != 0) {
          break addresses;
        }
        event = word >>> 13;
        set = event - 1;
        y = y & ~set | word & set;
        xs[n] = (short) word;
        ys[n] = (short) y;
        n += event;
        i += 2;
        word = (int) (four >>> 48);
        if ((word & NO_ADDRESS) != 0) {
          break addresses;
        }
        event = word >>> 13;
        set = event - 1;
        y = y & ~set | word & set;
        xs[n] = (short) word;
        ys[n] = (short) y;
        n += event;
        i += 2;
        continue;
      }
      int type = word >>> 12;
      if (type == Evt3Decoder.TIME_LOW) {
        endSpan(registers.time, n);
        registers.timeLow(word & 0xFFF);
      } else if (type == Evt3Decoder.VECT_BASE_X) {
        registers.base(word);
        int column = word & PLACE;
        if (i <= safe && column <= PLACE + 1 - VECTOR) {
          long group = (long) LONG.get(bytes, i);
          if ((group & GROUP_TYPES) == GROUP) {
            int mask =
                (int) (group >>> 16) & 0xFFF
                    | ((int) (group >>> 32) & 0xFFF) << 12
                    | (int) (group >>> 48) << 24;
            n = vector(mask, word & (ON | PLACE), y, n);
            registers.column = column + VECTOR;
            i += 6;
          }
        }
      } else if ((type == Evt3Decoder.VECT_12 || type == Evt3Decoder.VECT_8)
          && registers.knows(Evt3Decoder.BASE)
          && registers.column <= PLACE + 1 - 12) {
        int width = type == Evt3Decoder.VECT_12 ? 12 : 8;
        int on = registers.knows(Evt3Decoder.BASE_ON) ? ON : 0;
        n = vector(word & (1 << width) - 1, on | registers.column, y, n);
        registers.column += width;
      } else if (type == Evt3Decoder.TIME_HIGH) {
        endSpan(registers.time, n);
        registers.timeHigh(word & 0xFFF);
      } else {
        break;
      }
      i += 2;
    }
    endSpan(registers.time, n);
    registers.row = y & PLACE;
    size = n;
    return i;
  }

  private void endSpan(long time, int end) {
    times[spans] = time;
    ends[spans++] = end;
  }

  /** Writes a column a bit; two without asking, since most vectors have few. */
  private int vector(int mask, int first, int y, int from) {
    int n = from + 2;
    int rest = mask;
    columns[from] = (short) (first + Integer.numberOfTrailingZeros(rest));
    rows[from] = (short) y;
    rest &= rest - 1;
    columns[from + 1] = (short) (first + Integer.numberOfTrailingZeros(rest));
    rows[from + 1] = (short) y;
    for (rest &= rest - 1; rest != 0; rest &= rest - 1, n++) {
      columns[n] = (short) (first + Integer.numberOfTrailingZeros(rest));
      rows[n] = (short) y;
    }
    return from + Integer.bitCount(mask);
  }

  /**
   * Appends what was read to a batch that has the room.
   *
   * @param lastColumn of the frame
   * @param lastRow of the frame
   */
  void append(EventBatch events, int lastColumn, int lastRow) {
    int n = size;
    int at = events.size();
    polarities(columns, polarities, n);
    places(columns, rows, n);
    check(
        columns,
        rows,
        outside,
        n,
        (short) Math.min(lastColumn, PLACE),
        (short) Math.min(lastRow, PLACE));
    used = Math.max(used, n);
    System.arraycopy(columns, 0, events.x(), at, n);
    System.arraycopy(rows, 0, events.y(), at, n);
    System.arraycopy(polarities, 0, events.p(), at, n);
    times(events.t(), at);
    events.size(at + n);
  }

  private static void polarities(short[] columns, byte[] polarities, int n) {
    for (int k = 0; k < n; k++) {
      polarities[k] = (byte) (columns[k] >>> 11 & 1);
    }
  }

  private static void places(short[] columns, short[] rows, int n) {
    for (int k = 0; k < n; k++) {
      columns[k] = (short) (columns[k] & PLACE);
      rows[k] = (short) (rows[k] & PLACE);
    }
  }

  private static void check(
      short[] columns, short[] rows, short[] outside, int n, short lastColumn, short lastRow) {
    for (int k = 0; k < n; k++) {
      outside[k] = (short) (outside[k] | lastColumn - columns[k] | lastRow - rows[k]);
    }
  }

  private void times(long[] t, int at) {
    int k = at;
    for (int s = 0; s < spans; s++) {
      long time = times[s];
      int end = at + ends[s];
      for (; k < end; k += STRIDE) {
        t[k] = time;
        t[k + 1] = time;
        t[k + 2] = time;
        t[k + 3] = time;
        t[k + 4] = time;
        t[k + 5] = time;
        t[k + 6] = time;
        t[k + 7] = time;
      }
      k = end;
    }
  }

  /** Negative if an event since {@link #open} was outside the frame. */
  int outside() {
    int any = 0;
    for (int k = 0; k < used; k++) {
      any |= outside[k];
    }
    return any;
  }
}
