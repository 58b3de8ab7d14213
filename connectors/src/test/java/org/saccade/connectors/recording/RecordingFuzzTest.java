package org.saccade.connectors.recording;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.batch.OtherItems;

/**
 * Mutated recordings of every format are read or refused: no other exception, no hang, no large
 * allocation.
 *
 * <p>The number of cases is the system property {@code saccade.fuzz.cases}; the long form is {@code
 * -Dsaccade.fuzz.cases=10000000}, of some formats alone {@code -Dsaccade.fuzz.formats=aedat.*}. A
 * case is told by its number and these formats alone, so one that failed can be run again.
 */
class RecordingFuzzTest {
  private static final long CASES = Long.getLong("saccade.fuzz.cases", 20_000);
  private static final String FORMATS = System.getProperty("saccade.fuzz.formats", ".*");
  private static final int MAX_EVENTS = 60;
  private static final int CAPACITY = 16;

  /** Bytes: a block of ZSTD, of however few bytes, may unpack to 128 KiB. */
  private static final long MAX_ALLOCATED = 1 << 19;

  private static final String[] KEYS = {
    "evt",
    "format",
    "geometry",
    "system_ID",
    "Width",
    "Height",
    "Version",
    "Date",
    "end",
    "Data",
    "endianness"
  };
  private static final String[] VALUES = {
    "2.0",
    "3.0",
    "2.1",
    "EVT2",
    "EVT21",
    "EVT21;endianness=legacy",
    "little",
    "legacy",
    "EVT3;height=1;width=99999",
    "99999x99999",
    "-1",
    "0x0",
    "21",
    "48",
    "1",
    "2",
    "999999999999999999999",
    "EVT3;height=720;width=1280",
    "",
    "file containing CD events."
  };

  private final List<EventFormatCases.Case> formats =
      EventFormatCases.all().stream().filter(format -> format.name().matches(FORMATS)).toList();
  private final byte[][] more = "es".matches(FORMATS) ? EventStreams.samples() : new byte[0][];
  private final byte[][] seeds = new byte[4 * formats.size() + more.length][];
  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final EventBatch batch = new EventBatch(CAPACITY);

  RecordingFuzzTest() {
    for (int i = 0; i < seeds.length; i++) {
      EventFormatCases.Case format = formats.get(i % formats.size());
      int other = i - 4 * formats.size();
      seeds[i] =
          other >= 0
              ? more[other]
              : format.record(format.stream(i, 1 + i * MAX_EVENTS / seeds.length));
    }
  }

  @Test
  void mutatedRecordingsAreReadOrRefused() {
    long read = 0;
    long most = 0;
    long mostIn = 0;
    for (long n = 0; n < CASES; n++) {
      SplittableRandom random = new SplittableRandom(n);
      int seed = random.nextInt(seeds.length);
      byte[] bytes = mutate(seeds[seed], random);
      ReadOptions options =
          random.nextInt(4) == 0 || seed >= 4 * formats.size()
              ? ReadOptions.DEFAULT
              : formats.get(seed % formats.size()).options();
      long allocated = Long.MAX_VALUE;
      // Again where it was much: the first case of a kind loads classes.
      for (int run = 0; run < 2 && allocated > MAX_ALLOCATED; run++) {
        long before = threads.getCurrentThreadAllocatedBytes();
        boolean done;
        try {
          done = drain(bytes, options);
        } catch (IOException | RuntimeException e) {
          throw new AssertionError(
              "case " + n + ", " + options.format() + ": " + HexFormat.of().formatHex(bytes), e);
        }
        allocated = Math.min(allocated, threads.getCurrentThreadAllocatedBytes() - before);
        read += run == 0 && done ? 1 : 0;
      }
      mostIn = allocated > most ? n : mostIn;
      most = Math.max(most, allocated);
    }
    System.out.printf(
        "fuzz: %d cases, %d read, at most %d bytes allocated (case %d)%n",
        CASES, read, most, mostIn);
    assertThat(most).as("bytes allocated by case " + mostIn).isLessThan(MAX_ALLOCATED);
    assertThat(read).isBetween(CASES / 4, CASES - CASES / 100);
  }

  /** Reads to the end; false where the recording is refused. */
  private boolean drain(byte[] bytes, ReadOptions options) throws IOException {
    RecordingReader reader;
    try {
      reader = RecordingReader.open(bytes, options);
    } catch (UnreadableRecordingException e) {
      if (e.getMessage().indexOf('\n') >= 0) {
        throw new IllegalStateException("not one line: " + e.getMessage(), e);
      }
      return false;
    }
    if (bytes.length % 2 == 0) {
      reader.readItems();
    }
    boolean all = bytes.length % 3 == 0 && reader.format().holdsOthers();
    OtherItems others = all ? new OtherItems(CAPACITY) : null;
    // A byte gives six events at most (EVT3 vectors), and a batch that is given back holds one.
    long reads = 0;
    while (reader.read(batch, others)) {
      if (++reads > 6L * bytes.length + 1) {
        throw new IllegalStateException(reads + " reads of " + bytes.length + " bytes");
      }
    }
    long position = reader.position().offset();
    if (position != bytes.length) {
      throw new IllegalStateException("ended at byte " + position + " of " + bytes.length);
    }
    return true;
  }

  private byte[] mutate(byte[] seed, SplittableRandom random) {
    byte[] bytes = seed.clone();
    for (int round = random.nextInt(4); round >= 0; round--) {
      switch (random.nextInt(6)) {
        case 0:
          flip(bytes, random);
          break;
        case 1:
          bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
          break;
        case 2:
          bytes = splice(bytes, seeds[random.nextInt(seeds.length)], random);
          break;
        case 3:
          bytes = forge(bytes, random);
          break;
        case 4:
          int from = random.nextInt(bytes.length + 1);
          Arrays.fill(
              bytes, from, from + random.nextInt(bytes.length - from + 1), (byte) random.nextInt());
          break;
        default:
          bytes = splice(bytes, bytes, random);
      }
    }
    return bytes;
  }

  private static void flip(byte[] bytes, SplittableRandom random) {
    for (int i = random.nextInt(8); i >= 0 && bytes.length > 0; i--) {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    }
  }

  private static byte[] splice(byte[] a, byte[] b, SplittableRandom random) {
    int to = random.nextInt(a.length + 1);
    int from = random.nextInt(b.length + 1);
    return Recordings.concat(Arrays.copyOf(a, to), Arrays.copyOfRange(b, from, b.length));
  }

  private static byte[] forge(byte[] bytes, SplittableRandom random) {
    String line =
        "% "
            + KEYS[random.nextInt(KEYS.length)]
            + " "
            + VALUES[random.nextInt(VALUES.length)]
            + (random.nextInt(8) == 0 ? "" : "\n");
    return Recordings.concat(line.getBytes(StandardCharsets.US_ASCII), bytes);
  }
}
