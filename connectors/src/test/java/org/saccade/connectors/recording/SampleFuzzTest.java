package org.saccade.connectors.recording;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.saccade.connectors.recording.SampleFormatCases.Case;
import org.saccade.schemas.batch.SampleBatch;

/**
 * Mutated recordings of every format of samples are read or refused: no other exception, no hang,
 * no large allocation.
 *
 * <p>The number of cases is the system property {@code saccade.fuzz.cases}, the first case {@code
 * saccade.fuzz.from}; the long form is {@code -Dsaccade.fuzz.cases=10000000}, of some formats alone
 * {@code -Dsaccade.fuzz.formats=edf|bdf}. A case is told by its number and these formats alone.
 */
class SampleFuzzTest {
  private static final long CASES = Long.getLong("saccade.fuzz.cases", 20_000);
  private static final long FROM = Long.getLong("saccade.fuzz.from", 0);
  private static final String FORMATS = System.getProperty("saccade.fuzz.formats", ".*");

  /** Bytes: a batch of 2^17 values and what they are read from, and the texts of a header. */
  private static final long MAX_ALLOCATED = 6 << 20;

  private static final String[] WORDS = {
    "-1",
    "0",
    "1",
    "99999999",
    "999999999999999999999",
    "1e400",
    "nan",
    "-0.0001",
    "1e-300",
    ",",
    "\n",
    "\t",
    ";",
    "\u0000",
    "\u0024",
    "=",
    "[",
    "Ch1=",
    "Mk9=New Segment,,5,1,0,20200101000000000000",
    "NumberOfChannels=100000",
    "SamplingInterval=0.000001",
    "(99999999999, 2)",
    "<f8",
    "EDF+D",
    "@DATA\n",
    "@ATTRIBUTE x {a,b}\n",
    "# rate 1/999999999\n",
    "# marker 5,6,x\n",
    "+99999999999\24\24",
    "</info>",
    "<channel_count>99999</channel_count>",
    "\u00ff\u00ff\u00ff\u00ff",
    "\u007f\u00ff\u00ff\u00ff"
  };

  private record Seed(Case format, Map<String, byte[]> files) {}

  private final List<Case> formats =
      SampleFormatCases.all().stream().filter(f -> f.format().matches(FORMATS)).toList();
  private final Map<String, List<Seed>> seeds = new TreeMap<>();
  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final Map<String, long[]> counts = new TreeMap<>();
  private SampleBatch batch = new SampleBatch();

  @Test
  void mutatedRecordingsAreReadOrRefused() {
    for (Case format : formats) {
      for (int samples : new int[] {20, 60}) {
        seeds
            .computeIfAbsent(format.format(), f -> new ArrayList<>())
            .add(new Seed(format, format.files(samples)));
      }
    }
    List<String> names = List.copyOf(seeds.keySet());
    long read = 0;
    for (long n = FROM; n < FROM + CASES; n++) {
      SplittableRandom random = new SplittableRandom(n);
      List<Seed> ofFormat = seeds.get(names.get(random.nextInt(names.size())));
      Seed seed = ofFormat.get(random.nextInt(ofFormat.size()));
      Case format = seed.format();
      Map<String, byte[]> files = mutated(seed.files(), random);
      ReadOptions options =
          random.nextInt(4) == 0
              ? ReadOptions.DEFAULT
              : format.options().withFormat(format.format());
      long allocated = Long.MAX_VALUE;
      boolean done = false;
      // Again where it was much: the first case of a kind loads classes.
      for (int run = 0; run < 2 && allocated > MAX_ALLOCATED; run++) {
        batch = new SampleBatch();
        long before = threads.getCurrentThreadAllocatedBytes();
        try {
          done = drain(format.main(files, () -> 1 << 16), options, files);
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
          throw new AssertionError("case " + n + " of " + format, e);
        }
        allocated = Math.min(allocated, threads.getCurrentThreadAllocatedBytes() - before);
      }
      assertThat(allocated)
          .as("bytes allocated by case %s of %s", n, format)
          .isLessThan(MAX_ALLOCATED);
      long[] count = counts.computeIfAbsent(format.format(), f -> new long[3]);
      count[0]++;
      count[1] += done ? 1 : 0;
      count[2] = Math.max(count[2], allocated);
      read += done ? 1 : 0;
    }
    counts.forEach(
        (format, c) ->
            System.out.printf(
                "fuzz of samples: %s: %d cases, %d read, at most %d bytes allocated%n",
                format, c[0], c[1], c[2]));
    assertThat(read).isBetween(CASES / 10, CASES - CASES / 100);
  }

  /** Reads to the end; false where the recording is refused. */
  private boolean drain(Path file, ReadOptions options, Map<String, byte[]> files)
      throws IOException {
    long bytes = files.values().stream().mapToLong(b -> b.length).sum();
    try (SampleRecording recording = SampleFormats.open(file, options)) {
      long reads = 0;
      long samples = 0;
      while (recording.read(batch)) {
        samples += batch.size();
        if (batch.size() == 0 || ++reads > bytes + 1 || samples > bytes) {
          throw new IllegalStateException(samples + " samples of " + bytes + " bytes");
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

  /** The files with one of them spoiled. */
  private static Map<String, byte[]> mutated(Map<String, byte[]> seed, SplittableRandom random) {
    Map<String, byte[]> files = new TreeMap<>(seed);
    String name = List.copyOf(files.keySet()).get(random.nextInt(files.size()));
    byte[] bytes = seed.get(name).clone();
    for (int round = random.nextInt(4); round >= 0; round--) {
      int at = random.nextInt(bytes.length + 1);
      switch (random.nextInt(6)) {
        case 0 -> {
          for (int i = random.nextInt(8); i >= 0 && bytes.length > 0; i--) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
          }
        }
        case 1 -> bytes = Arrays.copyOf(bytes, at);
        case 2 -> {
          byte[] word = word(random);
          bytes = spliced(bytes, at, word, at);
        }
        case 3 -> {
          byte[] word = word(random);
          System.arraycopy(word, 0, bytes, at, Math.min(word.length, bytes.length - at));
        }
        case 4 -> {
          // The numbers of a header are in its first bytes.
          int head = Math.min(bytes.length, 600);
          for (int i = random.nextInt(3); i >= 0 && head > 0; i--) {
            int where = random.nextInt(head);
            boolean digit = bytes[where] >= '0' && bytes[where] <= '9';
            bytes[where] = (byte) (digit ? '0' + random.nextInt(10) : random.nextInt(256));
          }
        }
        default -> bytes = spliced(bytes, at, new byte[0], random.nextInt(bytes.length + 1));
      }
    }
    files.put(name, bytes);
    return files;
  }

  private static byte[] word(SplittableRandom random) {
    return WORDS[random.nextInt(WORDS.length)].getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The bytes up to {@code to}, a word, the bytes from {@code from} on. */
  private static byte[] spliced(byte[] bytes, int to, byte[] word, int from) {
    byte[] all = Arrays.copyOf(bytes, to + word.length + bytes.length - from);
    System.arraycopy(word, 0, all, to, word.length);
    System.arraycopy(bytes, from, all, to + word.length, bytes.length - from);
    return all;
  }
}
