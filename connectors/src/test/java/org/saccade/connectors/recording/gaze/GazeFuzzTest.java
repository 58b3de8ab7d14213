package org.saccade.connectors.recording.gaze;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.connectors.recording.SampleFormats;
import org.saccade.connectors.recording.SampleRecording;
import org.saccade.connectors.recording.UnreadableRecordingException;
import org.saccade.schemas.batch.SampleBatch;

/**
 * Mutated recordings of gaze are read or refused: no other exception, no hang, no large allocation.
 *
 * <p>The number of cases is the system property {@code saccade.fuzz.gaze.cases}; the long form is
 * {@code -Dsaccade.fuzz.gaze.cases=1000000}. A case is told by its number alone.
 */
class GazeFuzzTest {
  private static final long CASES = Long.getLong("saccade.fuzz.gaze.cases", 3000);

  /** Bytes: the buffer of lines, the head and its lines as text. */
  private static final long MAX_ALLOCATED = 1 << 21;

  private static final String[] WORDS = {
    "nan",
    "-",
    "1e400",
    "-1e308",
    "9999999999999999999999",
    "\u0000",
    ",",
    ";",
    "\t",
    "\n",
    "#",
    "time_ms",
    "SAMPLES",
    "RATE",
    "RATE 1e-300",
    "LEFT",
    "START",
    "END",
    "MSG",
    "EBLINK L",
    "0x1p3"
  };

  @TempDir Path folder;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final SampleBatch batch = new SampleBatch();

  @Test
  void mutatedRecordingsAreReadOrRefused() throws IOException {
    List<GazeCases.Case> formats = GazeCases.all();
    Path file = folder.resolve("case");
    long read = 0;
    long most = 0;
    for (long n = 0; n < CASES; n++) {
      SplittableRandom random = new SplittableRandom(n);
      GazeCases.Case format = formats.get(random.nextInt(formats.size()));
      Files.write(file, mutate(format.recording(1 + random.nextInt(50)), random));
      ReadOptions options =
          random.nextBoolean()
              ? ReadOptions.DEFAULT
              : ReadOptions.DEFAULT.withFormat(format.format());
      long allocated = Long.MAX_VALUE;
      // Again where it was much: the first case of a kind loads classes.
      for (int run = 0; run < 2 && allocated > MAX_ALLOCATED; run++) {
        long before = threads.getCurrentThreadAllocatedBytes();
        boolean done;
        try {
          done = drain(file, options);
        } catch (IOException | RuntimeException e) {
          throw new AssertionError("case " + n + " of " + format, e);
        }
        allocated = Math.min(allocated, threads.getCurrentThreadAllocatedBytes() - before);
        read += run == 0 && done ? 1 : 0;
      }
      assertThat(allocated).as("bytes allocated by case " + n).isLessThan(MAX_ALLOCATED);
      most = Math.max(most, allocated);
    }
    System.out.printf("fuzz of gaze: %d cases, %d read, at most %d bytes%n", CASES, read, most);
    assertThat(read).isBetween(CASES / 4, CASES - CASES / 100);
  }

  /** Reads to the end; false where the recording is refused. */
  private boolean drain(Path file, ReadOptions options) throws IOException {
    try (SampleRecording recording = SampleFormats.open(file, options)) {
      long samples = 0;
      while (recording.read(batch)) {
        samples += batch.size();
        if (batch.size() == 0 || samples > Files.size(file)) {
          throw new IllegalStateException(samples + " samples of " + Files.size(file) + " bytes");
        }
      }
      return true;
    } catch (UnreadableRecordingException e) {
      if (e.getMessage().indexOf('\n') >= 0) {
        throw new IllegalStateException("not one line: " + e.getMessage(), e);
      }
      return false;
    }
  }

  private static byte[] mutate(byte[] seed, SplittableRandom random) {
    byte[] bytes = seed;
    for (int round = random.nextInt(4); round >= 0; round--) {
      int at = random.nextInt(bytes.length + 1);
      switch (random.nextInt(4)) {
        case 0 -> {
          for (int i = random.nextInt(8); i >= 0 && bytes.length > 0; i--) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
          }
        }
        case 1 -> bytes = Arrays.copyOf(bytes, at);
        case 2 -> {
          byte[] word = WORDS[random.nextInt(WORDS.length)].getBytes(StandardCharsets.UTF_8);
          bytes = spliced(bytes, at, word, at);
        }
        default -> bytes = spliced(bytes, at, new byte[0], random.nextInt(bytes.length + 1));
      }
    }
    return bytes;
  }

  /** The bytes up to {@code to}, a word, the bytes from {@code from} on. */
  private static byte[] spliced(byte[] bytes, int to, byte[] word, int from) {
    byte[] all = Arrays.copyOf(bytes, to + word.length + bytes.length - from);
    System.arraycopy(word, 0, all, to, word.length);
    System.arraycopy(bytes, from, all, to + word.length, bytes.length - from);
    return all;
  }
}
