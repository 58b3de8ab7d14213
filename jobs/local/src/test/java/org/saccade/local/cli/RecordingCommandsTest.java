package org.saccade.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saccade.local.Main;
import org.saccade.local.demo.BundledRecordings;

/** {@code info}, {@code cat} and {@code convert} over the recordings that ship. */
class RecordingCommandsTest {
  @TempDir static Path folder;

  @BeforeAll
  static void recordings() throws IOException {
    BundledRecordings.unpack(folder);
  }

  private static String file(String name) {
    return folder.resolve(name).toString();
  }

  private static Told good(String... args) {
    Told told = Told.by(args);
    assertThat(told.err()).isEmpty();
    assertThat(told.status()).isZero();
    return told;
  }

  @Test
  void infoTellsFormatGeometryAndCount() {
    Told told = good("info", file("bars.raw"));

    assertThat(told.out())
        .containsPattern("format +evt3\\n")
        .containsPattern("sensor +320x240\\n")
        .containsPattern("events +84,135 \\(59,714 ON\\)\\n")
        .containsPattern("first t +85 us\\n")
        .containsPattern("violations +none\\n");
  }

  @Test
  void infoAsJsonHasKeysThatStay() throws IOException {
    Told told = good("info", "--json", file("bars.raw"), file("dots.csv"));

    assertThat(told.outLines()).hasSize(2);
    for (String line : told.outLines()) {
      JsonNode node = new ObjectMapper().readTree(line);
      assertThat(node.fieldNames())
          .toIterable()
          .containsExactly(
              "file",
              "format",
              "kind",
              "width",
              "height",
              "geometryFrom",
              "events",
              "on",
              "triggers",
              "items",
              "firstT",
              "lastT",
              "durationMicros",
              "eventsPerSecond",
              "monotonic",
              "sdkShiftMicros",
              "epochMicros",
              "header",
              "violations",
              "declared",
              "asDeclared");
    }
  }

  @Test
  void infoShowsTheOtherFilesWhereOneIsBad() {
    Told told = Told.by("info", "--json", file("bars.raw"), file("missing.raw"), file("fan.dat"));

    assertThat(told.status()).isEqualTo(2);
    assertThat(told.errLines()).hasSize(1);
    assertThat(told.err()).contains("missing.raw");
    assertThat(told.outLines()).hasSize(2);
  }

  @Test
  void infoOfARecordingWithoutEventsHasNoTimes() throws IOException {
    Path path = folder.resolve("nothing.csv");
    Files.writeString(path, "t,x,y,p\n");

    JsonNode node = new ObjectMapper().readTree(good("info", "--json", path.toString()).out());

    assertThat(node.get("events").asInt()).isZero();
    assertThat(node.get("firstT").isNull()).isTrue();
    assertThat(node.get("lastT").isNull()).isTrue();
  }

  @Test
  void catWritesEventsWithTheirHeader() {
    Told told = good("cat", file("bars.raw"), "--limit", "2");

    assertThat(told.outLines()).containsExactly("t,x,y,p", "85,231,39,1", "103,217,63,1");
  }

  @Test
  void catWritesJsonObjects() {
    Told told = good("cat", file("bars.raw"), "--limit", "1", "--format", "jsonl");

    assertThat(told.outLines()).containsExactly("{\"t\":85,\"x\":231,\"y\":39,\"p\":1}");
  }

  @ParameterizedTest
  // The first event is at 85 us. The SDK counts EVT3 from one step of 4096 us before the first
  // time base, which is 0 here.
  @CsvSource({"sensor, 85", "SENSOR, 85", "first, 0", "sdk, 4181"})
  void catCountsTimeFromTheOriginAskedFor(String origin, long t) {
    Told told = good("cat", file("bars.raw"), "--limit", "1", "--time-origin", origin);

    assertThat(told.outLines().get(1)).isEqualTo(t + ",231,39,1");
  }

  @Test
  void catShowsTheTimesAskedForFromTheOriginAskedFor() {
    List<String> all = good("cat", file("bars.raw"), "--time-origin", "first").outLines();
    List<String> some =
        good("cat", file("bars.raw"), "--time-origin=first", "--from=500000", "--to=600000")
            .outLines();

    List<String> expected =
        all.stream()
            .skip(1)
            .filter(
                line -> {
                  long t = Long.parseLong(line.substring(0, line.indexOf(',')));
                  return t >= 500_000 && t < 600_000;
                })
            .toList();
    assertThat(expected).hasSizeGreaterThan(100);
    assertThat(some.subList(1, some.size())).isEqualTo(expected);
    assertThat(Told.by("cat", file("bars.raw"), "--from=5", "--to=4").err())
        .contains("--from 5: expected at most --to 4");
  }

  @ParameterizedTest
  @CsvSource({
    "sensor, 500000, 600000, cut.csv",
    "first, 500000, 600000, cut.csv",
    "first, 0, 600000, cut.es",
    "sdk, 500000, 600000, cut.aedat4",
    "sensor, 600000, 600000, cut.dat",
  })
  void convertWritesTheTimesAskedForAsCatShowsThem(
      String origin, String from, String to, String out) throws IOException {
    String[] times = {"--time-origin=" + origin, "--from=" + from, "--to=" + to};
    Told told = Told.by("convert", file("bars.raw"), file(out), times[0], times[1], times[2]);
    assertThat(told.status()).as(told.err()).isZero();
    assertThat(good("cat", file(out)).out())
        .isEqualTo(good("cat", file("bars.raw"), times[0], times[1], times[2]).out());
    assertThat(Told.by("convert", file("bars.raw"), file("no.csv"), "--from=5", "--to=4").err())
        .contains("--from 5: expected at most --to 4");
    assertThat(folder.resolve("no.csv")).doesNotExist();
  }

  @Test
  void convertWritesSamplesFramesAndEdgesOfTheTimesAskedFor() throws IOException {
    // A sample at 6, a frame whose exposure's middle is 9, an event at 20.
    String davis = Files.write(folder.resolve("davis.aedat"), davis()).toString();
    assertThat(Told.by("convert", davis, file("a.aedat4"), "--from=7", "--to=20").err())
        .contains("0 events, 1 frames, 0 samples");
    assertThat(Told.by("convert", davis, file("b.aedat4"), "--to=9").err())
        .contains("0 events, 0 frames, 1 samples");
    assertThat(Told.by("convert", davis, file("c.aedat4"), "--from=20").err())
        .contains("1 events; violations");
    // Edges of inputs 0 and 1 at 5 and 9.
    byte[] words = {0, (byte) 0x80, 5, 0x60, 1, (byte) 0xA0, 9, 0x60, 1, (byte) 0xA1};
    Files.write(folder.resolve("edges.raw"), evt3(words));
    assertThat(Told.by("convert", file("edges.raw"), file("late.raw"), "--from=6").err())
        .contains("0 events, 1 triggers;");
    assertThat(good("cat", file("late.raw"), "--items", "triggers").outLines())
        .containsExactly("t,id,p", "9,1,1");
  }

  @Test
  void aPipeIsReadOnceFromItsStart() throws Exception {
    Path pipe = folder.resolve("pipe");
    Assumptions.assumeTrue(
        new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0, "no mkfifo here");
    String all = good("cat", file("bars.raw")).out();
    for (String out : new String[] {"", file("piped.csv")}) {
      String from = file("bars.raw");
      Process writer = new ProcessBuilder("cp", from, pipe.toString()).inheritIO().start();
      Told told =
          out.isEmpty()
              ? Told.by("cat", pipe.toString())
              : Told.by("convert", pipe.toString(), out);
      assertThat(told.status()).as(told.err()).isZero();
      assertThat(writer.waitFor()).isZero();
      assertThat(out.isEmpty() ? told.out() : Files.readString(Path.of(out))).isEqualTo(all);
    }
  }

  @Test
  void timesAreWrittenFromTheOriginAskedFor() throws IOException {
    Told.by("convert", file("bars.raw"), file("first.es"), "--time-origin=first");
    assertThat(good("cat", file("first.es")).out())
        .isEqualTo(good("cat", file("bars.raw"), "--time-origin=first").out());
    assertThat(Told.by("convert", file("bars.raw"), file("e.es"), "--time-origin=epoch").err())
        .contains("time origin epoch needs a recording that says");
    assertThat(folder.resolve("e.es")).doesNotExist();
  }

  @Test
  void catOfNothingIsTheHeader() {
    assertThat(good("cat", file("bars.raw"), "--limit", "0").out()).isEqualTo("t,x,y,p\n");
    assertThat(good("cat", file("bars.raw"), "--items", "triggers").out()).isEqualTo("t,id,p\n");
  }

  /** Kind color, 4 x 2: at 7 us, third column, row 1 from the top, orange. */
  private static byte[] colors() {
    byte[] bytes = new byte[28];
    byte[] signature = "Event Stream".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(signature, 0, bytes, 0, signature.length);
    System.arraycopy(new byte[] {2, 0, 0, 4, 4, 0, 2, 0}, 0, bytes, 12, 8);
    byte[] record = {7, 2, 0, 0, 0, (byte) 255, (byte) 128, 1};
    System.arraycopy(record, 0, bytes, 20, 8);
    return bytes;
  }

  @Test
  void catShowsWhatARecordingMainlyHolds() throws IOException {
    Path path = Files.write(folder.resolve("colors.es"), colors());

    assertThat(good("cat", path.toString()).outLines())
        .containsExactly("t,x,y,r,g,b", "7,2,1,255,128,1");
    assertThat(good("cat", path.toString(), "--format", "jsonl").outLines())
        .containsExactly("{\"t\":7,\"x\":2,\"y\":1,\"r\":255,\"g\":128,\"b\":1}");
    assertThat(Told.by("cat", path.toString(), "--items", "events").err())
        .contains("1 records or packets of other kinds, not read");
    assertThat(good("info", path.toString()).out())
        .containsPattern("kind +colors\n")
        .containsPattern("colors +1\n")
        .containsPattern("violations +none\n");
    JsonNode node = new ObjectMapper().readTree(good("info", "--json", path.toString()).out());
    assertThat(node.get("items").get("colors").asLong()).isEqualTo(1);
    assertThat(Told.by("convert", path.toString(), file("colors.csv")).err())
        .contains("0 events; violations: 1 records or packets of other kinds, not read");
  }

  /** An AEDAT 3.1 packet of one event of a type; little-endian. */
  private static byte[] caerPacket(int type, ByteBuffer event) {
    int size = event.capacity();
    return ByteBuffer.allocate(28 + size)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort((short) type)
        .putShort((short) 0)
        .putInt(size)
        .putInt(4)
        .putInt(0)
        .putInt(1)
        .putInt(1)
        .putInt(1)
        .put(event.array())
        .array();
  }

  /** A sample at 6 us, a colour frame of 2 x 1 from 8 to 10 us, an event at 20 us. */
  private static byte[] davis() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(
        "#!AER-DAT3.1\r\n#Format: RAW\r\n#Source 0: DAVIS240C\r\n#!END-HEADER\r\n"
            .getBytes(StandardCharsets.US_ASCII));
    ByteBuffer imu = ByteBuffer.allocate(36).order(ByteOrder.LITTLE_ENDIAN).putInt(1).putInt(6);
    for (float value : new float[] {0.5f, -1, 0.001f, 10, 20, 30, 36.5f}) {
      imu.putFloat(value);
    }
    out.writeBytes(caerPacket(3, imu));
    ByteBuffer frame = ByteBuffer.allocate(36 + 12).order(ByteOrder.LITTLE_ENDIAN);
    // Valid, three channels: red, green and blue of two pixels.
    frame.putInt(1 | 3 << 1).putInt(8).putInt(10).putInt(8).putInt(10);
    frame.putInt(2).putInt(1).putInt(0).putInt(0);
    for (int value : new int[] {0x0102, 0x0304, 0x0506, 0x0708, 0x090A, 0x0B0C}) {
      frame.putShort((short) value);
    }
    out.writeBytes(caerPacket(2, frame));
    ByteBuffer event = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    out.writeBytes(caerPacket(1, event.putInt(3 | 7 << 2 | 5 << 17).putInt(20)));
    return out.toByteArray();
  }

  @Test
  void catShowsSamplesOfAnInertialUnit() throws IOException {
    String davis = Files.write(folder.resolve("davis.aedat"), davis()).toString();

    assertThat(good("cat", davis, "--items", "imu").outLines())
        .containsExactly(
            "t,temperature,ax,ay,az,gx,gy,gz,mx,my,mz", "6,36.5,0.5,-1.0,0.001,10.0,20.0,30.0,,,");
    assertThat(good("cat", davis, "--items", "imu", "--format=jsonl").out())
        .startsWith("{\"t\":6,\"temperature\":36.5,\"ax\":0.5,")
        .endsWith("\"mx\":null,\"my\":null,\"mz\":null}\n");
    assertThat(good("cat", davis, "--items", "imu", "--time-origin=first").outLines().get(1))
        .startsWith("-14,");
    assertThat(good("cat", davis, "--items", "imu", "--from=7").outLines()).hasSize(1);
    assertThat(good("cat", davis).outLines()).containsExactly("t,x,y,p", "20,5,7,1");
  }

  @Test
  void catShowsFramesAndWritesTheirPixels() throws IOException {
    String davis = Files.write(folder.resolve("davis.aedat"), davis()).toString();
    Path pictures = folder.resolve("pictures");

    assertThat(good("cat", davis, "--items=frames", "--frames", pictures.toString()).outLines())
        .containsExactly("t,width,height,format", "9,2,1,16UC3");
    // Binary PPM: red, green, blue, the most significant byte first.
    byte[] pixels = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
    assertThat(Files.readAllBytes(pictures.resolve("frame-000000.ppm")))
        .startsWith("P6\n2 1\n65535\n".getBytes(StandardCharsets.US_ASCII))
        .endsWith(pixels)
        .hasSize("P6\n2 1\n65535\n".length() + pixels.length);
    assertThat(Told.by("cat", davis, "--frames", pictures.toString()).err())
        .contains("needs --items frames");
    assertThat(Told.by("cat", davis, "--items=frames", "--frames", davis).err())
        .contains("cannot be made a folder");
  }

  @ParameterizedTest
  @CsvSource({"none", "lz4", "zstd"})
  void framesAndSamplesGoIntoAedat4AndItsTableCountsThem(String compression) throws IOException {
    String davis = Files.write(folder.resolve("davis.aedat"), davis()).toString();
    String copy = file("davis-" + compression + ".aedat4");
    Told told = Told.by("convert", davis, copy, "--compression", compression);
    assertThat(told.err()).contains("1 events, 1 frames, 1 samples of inertial units; violations");

    for (String items : new String[] {"events", "frames"}) {
      assertThat(good("cat", copy, "--items", items).out())
          .isEqualTo(good("cat", davis, "--items", items).out());
    }
    assertThat(good("cat", copy, "--items", "imu").outLines().get(1))
        .isEqualTo("6,36.5,0.5,-1.0,0.001,10.0,20.0,30.0,0.0,0.0,0.0");
    good("cat", davis, "--items=frames", "--frames", file("there"));
    good("cat", copy, "--items=frames", "--frames", file("back"));
    assertThat(folder.resolve("back/frame-000000.ppm"))
        .hasSameBinaryContentAs(folder.resolve("there/frame-000000.ppm"));
    JsonNode info = new ObjectMapper().readTree(good("info", "--json", copy).out());
    assertThat(info.get("declared").toString()).isEqualTo("{\"events\":1,\"frames\":1,\"imu\":1}");
    assertThat(info.get("asDeclared").asBoolean()).isTrue();
    assertThat(Told.by("convert", davis, file("davis.csv")).err())
        .contains("1 frames, 1 samples of inertial units left out (csv has none)");
    assertThat(Told.by("convert", davis, file("davis-copy.aedat")).err())
        .contains("1 samples of inertial units left out (aedat3 is written without)");
  }

  @Test
  void infoCountsSamplesAndFrames() throws IOException {
    String davis = Files.write(folder.resolve("davis.aedat"), davis()).toString();

    assertThat(good("info", davis).out())
        .containsPattern("events +1 \\(1 ON\\)\n")
        .containsPattern("frames +1\n")
        .containsPattern("imu +1\n");
    JsonNode items = new ObjectMapper().readTree(good("info", "--json", davis).out()).get("items");
    assertThat(items.toString()).isEqualTo("{\"frames\":1,\"imu\":1}");
  }

  @Test
  void catEndsQuietlyWhenItsReaderHasSeenEnough() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "cat",
                file("bars.raw"))
            .start();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(reader.readLine()).isEqualTo("t,x,y,p");
    }

    assertThat(process.waitFor()).isZero();
    assertThat(process.getErrorStream()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "bars.raw, a.csv, ''",
    "bars.raw, a.dat, ''",
    "bars.raw, a.raw, evt2",
    "bars.raw, a21.raw, evt21",
    "bars.raw, a21l.raw, evt21-legacy",
    "bars.raw, b.raw, evt3",
    "bars.raw, b.es, ''",
    "fan.dat, c.raw, ''",
    "lamp-box.raw, d.raw, evt3",
    "dots.csv, e.csv, ''",
    "bars.raw, a.aedat4, ''",
    "bars.raw, a.aedat, ''",
  })
  void eventsAreTheSameInAnotherFormatAndBack(String from, String other, String format) {
    String there = file(other);
    String back = file("back-" + from + "-" + other + ".csv");
    Told converted =
        format.isEmpty()
            ? Told.by("convert", file(from), there)
            : Told.by("convert", file(from), there, "--output-format", format);
    assertThat(converted.status()).as(converted.err()).isZero();
    assertThat(Told.by("convert", there, back).status()).isZero();

    String events = good("cat", file(from)).out();
    assertThat(good("cat", there).out()).isEqualTo(events);
    assertThat(good("cat", back).out()).isEqualTo(events);
  }

  @Test
  void theEndingOfAFileSaysItsFormat() throws IOException {
    for (List<String> pair :
        List.of(
            List.of("x.raw", "evt3"),
            List.of("x.RAW", "evt3"),
            List.of("x.csv", "csv"),
            List.of("x.es", "es"),
            List.of("x.dat", "dat"))) {
      String out = file(pair.get(0));
      Told told = Told.by("convert", file("bars.raw"), out);
      assertThat(told.err()).contains(out + " (" + pair.get(1) + "): 84,135 events");

      JsonNode node = new ObjectMapper().readTree(good("info", "--json", out).out());
      assertThat(node.get("format").asText()).isEqualTo(pair.get(1));
      assertThat(node.get("events").asLong()).isEqualTo(84_135);
    }
  }

  @Test
  void triggersThatAFormatHasNoPlaceForAreToldAsLeftOut() throws IOException {
    // EVT3 words: time high 0, time low 5, an edge up on input 1.
    Path edges = folder.resolve("edges.raw");
    byte[] words = {0x00, (byte) 0x80, 0x05, 0x60, 0x01, (byte) 0xA1};
    Files.write(edges, evt3(words));

    assertThat(good("cat", edges.toString(), "--items", "triggers").outLines())
        .containsExactly("t,id,p", "5,1,1");
    assertThat(Told.by("convert", edges.toString(), file("edges.csv")).err())
        .contains("0 events, 1 triggers left out (csv has none)");
    assertThat(
            Told.by("convert", edges.toString(), file("edges2.raw"), "--output-format", "evt2")
                .err())
        .contains("0 events, 1 triggers;");
    assertThat(good("cat", file("edges2.raw"), "--items", "triggers").outLines())
        .containsExactly("t,id,p", "5,1,1");
  }

  private static byte[] evt3(byte[] words) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(
        "% evt 3.0\n% format EVT3;height=2;width=2\n% end\n".getBytes(StandardCharsets.US_ASCII));
    all.writeBytes(words);
    return all.toByteArray();
  }
}
