package org.saccade.connectors.recording.evt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.saccade.connectors.recording.Head;
import org.saccade.connectors.recording.ReadOptions;

class PropheseeHeaderTest {

  private static PropheseeHeader parse(String recording) throws IOException {
    return PropheseeHeader.parse(new Head(recording.getBytes(StandardCharsets.ISO_8859_1), true));
  }

  private static SensorGeometry geometry(String lines) throws IOException {
    return SensorGeometry.of(parse(lines + "% end\n"), ReadOptions.DEFAULT);
  }

  @Test
  void linesAreKeysAndValuesUpToTheEndLine() throws IOException {
    PropheseeHeader header =
        parse("% Date 2020-09-25 07:48:29\r\n% evt 3.0\n% empty\n% end\n% no line\n");
    assertThat(header.fields())
        .containsEntry("Date", "2020-09-25 07:48:29")
        .containsEntry("evt", "3.0")
        .containsEntry("empty", "")
        .hasSize(3);
    assertThat(header.dataOffset()).isEqualTo(28 + 10 + 8 + 6);
  }

  @Test
  void withoutAnEndLineTheHeaderEndsAtTheFirstBytesThatAreNoLine() throws IOException {
    assertThat(parse("% evt 2.0\n%\u0001xx").dataOffset()).isEqualTo(10);
    assertThat(parse("% evt 2.0\n% \u0080\u0000more\n% x\n").dataOffset()).isEqualTo(10);
    assertThat(parse("% evt 2.0\n% " + "-".repeat(1100) + "\n").dataOffset()).isEqualTo(10);
    assertThat(parse("% evt 2.0\n%no space\n").dataOffset()).isEqualTo(10);
    assertThat(parse("words").isEmpty()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "% Operator J\u00c3\u00b6rg",
        "% Operator J\u00f6rg",
        "% roi \u00c2\u0085",
        "% note\twith tabs",
      })
  void aLineThatIsNotPlainHasAKey(String line) throws IOException {
    String lines = "% evt 3.0\n" + line + "\n% geometry 8x6\n";
    for (String end : new String[] {"", "% end\n"}) {
      PropheseeHeader header = parse(lines + end + "\u0001\u0080");
      assertThat(header.fields()).hasSize(3).containsEntry("geometry", "8x6");
      assertThat(header.dataOffset()).isEqualTo(lines.length() + end.length());
    }
  }

  @Test
  void textOfAnyBytesIsReadAsUtf8OrElseAsLatin1() throws IOException {
    assertThat(parse("% evt 3.0\n% Operator J\u00c3\u00b6rg\n").field("Operator"))
        .isEqualTo("J\u00f6rg");
    assertThat(parse("% evt 3.0\n% Operator J\u00f6rg\n").field("Operator")).isEqualTo("J\u00f6rg");
  }

  @Test
  void aLongLineHasAKey() throws IOException {
    String lines = "% evt 3.0\n% mask " + "1".repeat(5000) + "\n";
    assertThat(parse(lines + "\u0001").dataOffset()).isEqualTo(lines.length());
  }

  @Test
  void beforeAnEndLineAnyTextIsOfTheHeader() throws IOException {
    String lines = "% evt 3.0\n\nno sign\n%no space\n% \u00e9\n% geometry 8x6\r\n% end\r\n";
    PropheseeHeader header = parse(lines + "% no line\n");
    assertThat(header.dataOffset()).isEqualTo(lines.length());
    assertThat(header.fields()).containsEntry("geometry", "8x6").containsEntry("no", "space");
  }

  @Test
  void anEndLineBehindBytesThatAreNoTextIsNone() throws IOException {
    assertThat(parse("% evt 3.0\n\u0001\n% end\n").dataOffset()).isEqualTo(10);
    assertThat(parse("words\n% end\n").isEmpty()).isTrue();
  }

  @Test
  void linesWithoutTheSpaceFollowAFirstOneWithoutIt() throws IOException {
    PropheseeHeader header = parse("%evt 2.0\n%geometry 8x6\n% plain\n%\u0001");
    assertThat(header.encoding()).contains("EVT2");
    assertThat(header.dataOffset()).isEqualTo(9 + 14 + 8);
    assertThat(parse("%evt 2.0\n%-\n").dataOffset()).isEqualTo(9);
    assertThat(parse("%evt 2.0\n%end\n%no line\n").dataOffset()).isEqualTo(14);
  }

  @Test
  void aHeaderThatGoesOnBehindTheFirstBytesIsNotWhole() throws IOException {
    byte[] bytes = "% evt 2.0\n% Date 2020".getBytes(StandardCharsets.US_ASCII);
    assertThat(PropheseeHeader.goesOn(new Head(bytes, false))).isTrue();
    assertThat(PropheseeHeader.goesOn(new Head(Arrays.copyOf(bytes, 10), false))).isTrue();
    assertThat(PropheseeHeader.goesOn(new Head(bytes, true))).isFalse();
    byte[] ended = "% evt 2.0\n% end\n".getBytes(StandardCharsets.US_ASCII);
    assertThat(PropheseeHeader.goesOn(new Head(ended, false))).isFalse();
    assertThatThrownBy(() -> parse("% evt 2.0\n% Date 2020"))
        .hasMessageContaining("ends at byte 21, inside its header");
  }

  @Test
  void manyEmptyLinesCostNothing() {
    byte[] bytes = ("% key\n" + "\n".repeat(100_000)).getBytes(StandardCharsets.US_ASCII);
    Head head = new Head(bytes, false);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    var unused = PropheseeHeader.goesOn(head);
    long before = threads.getCurrentThreadAllocatedBytes();
    assertThat(PropheseeHeader.goesOn(head)).isFalse();
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(100_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"% end\n", "% end \t\r\n", "%end\n"})
  void theEndLineMayHaveBlanksBehindIt(String end) throws IOException {
    String lines = "% evt 3.0\n\n" + end;
    assertThat(parse(lines + "% no line\n").dataOffset()).isEqualTo(lines.length());
    assertThat(parse("% evt 3.0\n\n% ending\n\u0001").dataOffset()).isEqualTo(10);
  }

  @Test
  void ofAKeyThatComesTwiceTheFirstCounts() throws IOException {
    assertThat(parse("% evt 2.0\n% evt 3.0\n").encoding()).contains("EVT2");
  }

  @ParameterizedTest
  @CsvSource({
    "evt 2.0, EVT2",
    "evt 3.0, EVT3",
    "evt 2.1, EVT21",
    "evt 4.0, EVT4",
    "format EVT3;height=720;width=1280, EVT3",
    "format EVT21;endianness=legacy, EVT21",
    "format EVT2, EVT2",
    "Date today, ''"
  })
  void theEncodingIsThatOfEitherLine(String line, String encoding) throws IOException {
    assertThat(parse("% " + line + "\n").encoding().orElse("")).isEqualTo(encoding);
  }

  @ParameterizedTest
  @CsvSource({
    "format EVT21;endianness=legacy;width=8, legacy",
    "format EVT21; endianness=little, little",
    "endianness legacy, legacy",
    "format EVT21;width=8, ''"
  })
  void theOrderOfTheWordsIsThatOfEitherLine(String line, String order) throws IOException {
    assertThat(parse("% " + line + "\n").endianness()).isEqualTo(order);
  }

  @Test
  void twoEncodingsThatDifferAreNone() throws IOException {
    assertThat(parse("% evt 2.0\n% format EVT3\n").encoding()).isEmpty();
    assertThat(parse("% evt 2.1\n% format EVT21\n").encoding()).contains("EVT21");
  }

  @ParameterizedTest
  @CsvSource({
    "geometry 320x240, 320, 240",
    "format EVT3;height=720;width=1280, 1280, 720",
    "format EVT3;width=1280;height=720, 1280, 720",
    "system_ID 21, 640, 480",
    "system_ID 28, 640, 480",
    "system_ID 40, 640, 480",
    "system_ID 161, 640, 480",
    "system_ID 39, 1280, 720",
    "system_ID 48, 1280, 720",
    "system_ID 49, 1280, 720",
    "system_ID 50, 1280, 720",
    "system_ID 64, 320, 320",
    "system_ID 20, 0, 0",
    "system_ID 99999, 0, 0",
    "system_ID 999999, 0, 0",
    "system_ID words, 0, 0",
    "sensor_generation 3.1, 640, 480",
    "sensor_generation 4.1, 1280, 720",
    "sensor_name IMX636, 1280, 720",
    "sensor_name GenX320, 320, 320",
    "plugin_name hal_plugin_gen41_evk3, 1280, 720",
    "plugin_name hal_plugin_gen3_fx3, 640, 480",
    "geometry 99999x99999, 0, 0",
    "geometry 0x0, 0, 0",
    "geometry -1x5, 0, 0",
    "evt 3.0, 0, 0"
  })
  void geometryIsStatedOrThatOfTheSensor(String line, int width, int height) throws IOException {
    SensorGeometry geometry = geometry("% " + line + "\n");
    assertThat(geometry.width()).isEqualTo(width);
    assertThat(geometry.height()).isEqualTo(height);
  }

  @Test
  void whatIsStatedGoesBeforeTheCallerAndTheCallerBeforeTheSensor() throws IOException {
    ReadOptions caller = ReadOptions.DEFAULT.withGeometry(100, 50);
    assertThat(SensorGeometry.of(parse("% geometry 320x240\n% system_ID 48\n"), caller).width())
        .isEqualTo(320);
    assertThat(SensorGeometry.of(parse("% system_ID 48\n"), caller).width()).isEqualTo(100);
  }

  @Test
  void ofTwoStatementsThatDifferTheLargerLosesNoEvent() throws IOException {
    SensorGeometry geometry =
        geometry(
            "% geometry 640x480\n% format EVT3;height=720;width=1280\n% Width 10\n% Height 9\n");
    assertThat(geometry.width()).isEqualTo(1280);
    assertThat(geometry.height()).isEqualTo(720);
  }
}
