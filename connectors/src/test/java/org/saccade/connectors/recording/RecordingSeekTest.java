package org.saccade.connectors.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.saccade.connectors.recording.EventFormatCases.Case;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.batch.OtherItems;
import org.saccade.schemas.codec.BackwardTime;
import org.saccade.schemas.codec.OutOfFrame;

/** Going to a time gives what a reading from the start gives of that time and later. */
class RecordingSeekTest {
  private static final int MANY = 150_000;

  @Provide
  Arbitrary<Case> cases() {
    return Arbitraries.of(EventFormatCases.all());
  }

  static List<Case> largeCases() {
    return EventFormatCases.all().stream()
        .filter(c -> c.name().matches("evt.*|dat.*|aedat[12]|davis|aedat3|aedat3-written"))
        .map(c -> c.within(Math.min(c.maxT(), 1L << 34)))
        .toList();
  }

  /** What a reading gives. */
  private record Content(EventBatch events, List<Long> others) {}

  /** Every event, edge, sample and frame from a time on. */
  private static Content from(RecordingReader reader, long micros) throws IOException {
    EventBatch events = new EventBatch(500);
    OtherItems others = new OtherItems(100);
    EventBatch kept = new EventBatch(500);
    List<Long> edges = new ArrayList<>();
    List<Long> more = new ArrayList<>();
    while (reader.read(events, others)) {
      for (int i = 0; i < events.size(); i++) {
        if (events.t(i) >= micros) {
          kept.append(events, i, i + 1);
        }
      }
      for (int i = 0; i < reader.triggers().size(); i++) {
        if (reader.triggers().t(i) >= micros) {
          edges.addAll(List.of(reader.triggers().t(i), (long) reader.triggers().id(i)));
        }
      }
      for (int i = 0; i < others.imu().size(); i++) {
        if (others.imu().t(i) >= micros) {
          more.addAll(List.of(others.imu().t(i), (long) (1000 * others.imu().value(i, 1))));
        }
      }
      if (others.hasFrame() && others.frame().t() >= micros) {
        more.addAll(List.of(others.frame().t(), (long) others.frame().bytes()));
      }
    }
    edges.addAll(more);
    return new Content(kept, edges);
  }

  private static void assertSame(byte[] recording, ReadOptions options, long micros, int readBefore)
      throws IOException {
    Content whole = from(RecordingReader.open(recording, options), micros);
    RecordingReader reader = RecordingReader.open(recording, options);
    EventBatch some = new EventBatch(64);
    for (int i = 0; i < readBefore; i++) {
      var unused = reader.read(some);
    }
    reader.seek(micros);
    assertThat(from(reader, micros)).isEqualTo(whole);
  }

  @Property(tries = 300)
  void ofAnyFormatAtAnyTime(
      @ForAll("cases") Case format,
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 600) int events,
      @ForAll @IntRange(min = 0, max = 30) int readBefore,
      @ForAll BackwardTime policy)
      throws IOException {
    EventBatch stream = format.stream(seed, events);
    long t = stream.t(new Random(seed).nextInt(events)) + seed % 3;
    ReadOptions options = format.options().withPolicies(policy, OutOfFrame.DROP);
    assertSame(format.record(stream), options, t, readBefore);
  }

  @ParameterizedTest
  @MethodSource("largeCases")
  void ofLongRecordingsWithoutReadingThemAll(Case format) throws IOException {
    EventBatch stream = format.stream(format.name().hashCode(), MANY);
    byte[] recording = format.record(stream);
    Random random = new Random(5);
    for (int k = 0; k < 2; k++) {
      assertSame(recording, format.options(), stream.t(random.nextInt(MANY)), k);
    }
    RecordingReader reader = RecordingReader.open(recording, format.options());
    reader.seek(stream.t(MANY - 1) + 10_000_000);
    assertThat(reader.position().offset()).isGreaterThan(2L * recording.length / 3);
    reader.seek(Long.MAX_VALUE);
    assertThat(from(reader, Long.MAX_VALUE).events().size()).isZero();
    reader.seek(Long.MIN_VALUE);
    assertThat(from(reader, Long.MIN_VALUE).events().size()).isEqualTo(MANY);
  }

  /** Words of all kinds in any order: rows and vector bases long before, wraps, falls, no time. */
  @ParameterizedTest
  @ValueSource(strings = {"evt2", "evt21", "evt21-legacy", "evt3"})
  void ofAnyWords(String format) throws IOException {
    ReadOptions options = ReadOptions.DEFAULT.withFormat(format);
    for (int seed = 0; seed < 4; seed++) {
      byte[] words = words(format, new Random(seed), 40_000 * (1 + seed % 4));
      EventBatch all = Recordings.events(words, options);
      Random random = new Random(seed);
      for (int k = 0; k < 3; k++) {
        long t = all.size() == 0 ? k : all.t(random.nextInt(all.size()));
        assertSame(words, options, t + random.nextInt(3) - 1, k);
      }
    }
  }

  private static byte[] words(String format, Random random, int count) {
    ByteBuffer out = ByteBuffer.allocate(8 * count).order(ByteOrder.LITTLE_ENDIAN);
    int high = random.nextInt(1 << 12);
    boolean rare = random.nextBoolean();
    int[] types = {0, 2, 2, 3, 4, 4, 5, 6, 8, 10, 14, 15};
    for (int i = 0; i < count; i++) {
      int type = types[random.nextInt(types.length)];
      boolean setting = format.equals("evt3") && (type == 0 || type == 3);
      type = setting && rare && random.nextInt(20_000) > 0 ? 6 : type;
      boolean fall = random.nextInt(3000) == 0;
      high = type == 8 ? high + (fall ? -random.nextInt(3) : random.nextInt(3)) : high;
      if (format.equals("evt3")) {
        int low = type == 8 ? Math.max(0, high) & 0xFFF : random.nextInt(1 << 12);
        out.putShort((short) (type << 12 | low));
      } else {
        type = type == 2 || type > 3 && type < 8 ? 1 : type;
        int low = type == 8 ? Math.max(0, high) * 200_000 & 0xFFFFFFF : random.nextInt(1 << 28);
        int half = type << 28 | low;
        switch (format) {
          case "evt2" -> out.putInt(half);
          case "evt21" -> out.putInt(random.nextInt(16)).putInt(half);
          default -> out.putInt(half).putInt(random.nextInt(16));
        }
      }
    }
    return Arrays.copyOf(out.array(), out.position());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tonic/sample.aedat4",
        "derived/libcaer_rollover.aedat31",
        "derived/evt2_sample_as.dat",
        "expelliarmus/evt3_sample.raw",
        "expelliarmus/evt2_sample.raw",
        "jaer/MovingDarkBox.aedat",
        "faery/dvs.es"
      })
  void ofRealRecordings(String name) throws IOException {
    Path folder = Recordings.folder();
    assumeTrue(folder != null);
    Path file = folder.resolve("events").resolve(name);
    byte[] recording = Files.readAllBytes(file);
    EventBatch all = Recordings.events(recording, ReadOptions.DEFAULT);
    for (int part = 1; part <= 4; part += 3) {
      assertSame(recording, ReadOptions.DEFAULT, all.t((int) (all.size() * part / 5L)), part);
    }
  }

  @ParameterizedTest
  @CsvSource({"NONE", "LZ4", "ZSTD"})
  void ofAnAedat4FileByItsTable(WriteOptions.Compression compression, @TempDir Path folder)
      throws IOException {
    Case format =
        EventFormatCases.all().stream().filter(c -> c.name().equals("aedat4")).toList().get(0);
    EventBatch stream = format.stream(3, MANY);
    Path file = folder.resolve("a.aedat4");
    try (ReplaceableOutput out = new ReplaceableOutput(file);
        EventWriter writer =
            EventFormats.named("aedat4")
                .orElseThrow()
                .writer(
                    out,
                    RecordingHeader.of("aedat4", 640, 480),
                    WriteOptions.DEFAULT.withCompression(compression))) {
      writer.write(stream);
    }
    long t = stream.t(MANY * 4 / 5);
    byte[] recording = Files.readAllBytes(file);
    assertSame(recording, ReadOptions.DEFAULT, t, 2);
    try (RecordingReader reader = RecordingReader.open(file, ReadOptions.DEFAULT)) {
      reader.seek(t);
      assertThat(reader.position().offset()).isGreaterThan(recording.length / 2);
    }
    byte[] cut = Arrays.copyOf(recording, recording.length - 100);
    assertSame(cut, ReadOptions.DEFAULT, t, 2);
  }

  /** A record in the midst that goes back by more than may be: all is read, none is missed. */
  @ParameterizedTest
  @CsvSource({"dat", "aedat2"})
  void ofARecordingWhoseClockStartsAgain(String format) throws IOException {
    Case dat = EventFormatCases.all().stream().filter(c -> c.name().equals(format)).toList().get(0);
    EventBatch stream = new EventBatch(MANY);
    for (int i = 0; i < MANY; i++) {
      stream.add(i < MANY / 2 ? 5_000_000L + 100L * i : 100L * (i - MANY / 2), 3, 4, i & 1);
    }
    assertSame(dat.record(stream), dat.options(), 9_000_000, 1);
  }
}
