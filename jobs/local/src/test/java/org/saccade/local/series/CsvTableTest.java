package org.saccade.local.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.saccade.connectors.recording.UnreadableRecordingException;
import org.saccade.operators.htm.HtmDesign;
import org.saccade.operators.htm.HtmParameters;

/** The ways in which programs write the same series, and what is none. */
class CsvTableTest {
  private static final long JULY = 1_404_172_800_000_000L;

  @TempDir Path folder;

  private CsvTable read(String text, Charset charset) throws IOException {
    return CsvTable.read(Files.write(folder.resolve("series.csv"), text.getBytes(charset)));
  }

  private static Stream<String> sameSeries() {
    return Stream.of(
        "timestamp,value\n2014-07-01 00:00:00,1.5\n2014-07-01 00:30:00,-2\n",
        "timestamp,value\r\n2014-07-01T00:00,1.5\r\n2014-07-01T00:30,-2",
        "\uFEFFTimestamp , value\r2014-07-01 00:00:00Z,1.50\r2014-07-01 02:30:00+02:00,-2e0\r",
        "\n\"timestamp\",\"value\"\n\n\"2014-07-01\",\"1.5\"\n\"2014/07/01 0:30\",\"-2\"\n\n",
        "Date;value\n2014-07-01 00:00:00,000;1,5\n2014-07-01 00:30:00,000;-2,0\n",
        "value\tds\n1.5\t7/1/2014 12:00 AM\n-2\t7/1/2014 12:30 AM\n",
        "value\ttime\n+1.5\t1404172800.0\n-2\t1404174600.000000\n",
        ",ts,value,,\n0,1404172800000000,1.5,,\n1,1404174600000000,-2,,\n",
        "timestamp,value\n2014-07-01,1.5,\n2014-07-01 00:30,-2,\n",
        "2014-07-01 00:00:00,1.5\n2014-07-01 00:30:00,-2\n");
  }

  @ParameterizedTest
  @MethodSource("sameSeries")
  void isOneSeriesHoweverItIsWritten(String text) throws IOException {
    for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16)) {
      if (charset.equals(StandardCharsets.UTF_16) && text.startsWith("\uFEFF")) {
        continue;
      }
      CsvTable table = read(text, charset);
      assertThat(table.names()).containsExactly("value");
      assertThat(table.epochMicros()).containsExactly(JULY, JULY + 1_800_000_000L);
      assertThat(table.values()[0]).containsExactly(1.5, -2);
      assertThat(table.texts()).hasSize(2);
    }
  }

  @Test
  void theDayComesFirstWhereOneOfTheFileIsAboveTwelve() throws IOException {
    assertThat(read("ts;v\n1.7.2014;1\n31.7.2014;2\n", StandardCharsets.UTF_8).epochMicros())
        .containsExactly(JULY, JULY + 30 * 86_400_000_000L);
  }

  @Test
  void whatIsNoNumberIsNoneAndInfinityIsItself() throws IOException {
    String text = "ts,v\n1,\n2,n/a\n3,inf\n4,-Infinity\n5,1d\n6,0x1p3\n7,1e400\n8,\"1,5\"\n";
    assertThat(read(text, StandardCharsets.UTF_8).values()[0])
        .containsExactly(
            Double.NaN,
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            Double.NaN,
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NaN);
  }

  @Test
  void namesMayBeOfAnyCharacterSetAndComeAgain() throws IOException {
    assertThat(read("ts,\u00b0C,\u00b0C,\n1,2,3,4\n", Charset.forName("windows-1252")).names())
        .containsExactly("\u00b0C", "\u00b0C_2", "value");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``|line 1 is ''",
        "value\\n1\\n2\\n|line 1 is 'value'",
        "t,x,y,p\\n1,2,3,0\\n|line 1 is 't,x,y,p'",
        "when,value\\n1,2\\n|line 1 is 'when,value'",
        "timestamp\\n1\\n|line 1 is 'timestamp'",
        ",timestamp\\n1,2\\n|no column of values",
        "ts,v\\n1,2\\n\\n3\\n|line 4 has 1 fields, expected 2",
        "ts,v\\n1,2,3\\n|line 2 has 3 fields, expected 2",
        "ts,v\\n,2\\n|line 2 has the timestamp ''",
        "ts,v\\n2014-02-30,2\\n|line 2 has the timestamp '2014-02-30'",
        "ts,v\\n1,2\\n9999999999999999999,2\\n|line 3 has the timestamp",
        "ts,v\\n1,\"2\\n3,4\\n|line 2 opens a quote",
        "ts,v\\n1,\\0\\n|is no text"
      })
  void saysWhatIsWrongAndWhere(String text, String error) {
    String all = text.replace("\\n", "\n").replace("\\0", "\0");
    assertThatThrownBy(() -> read(all, StandardCharsets.UTF_8))
        .isInstanceOf(UnreadableRecordingException.class)
        .hasMessageContaining("series.csv: ")
        .hasMessageContaining(error);
  }

  /** Whatever a file holds, it is a table or one clear line. */
  @Property(tries = 300)
  void anyTextIsATableOrUnreadable(@ForAll List<Piece> pieces) throws IOException {
    StringBuilder text = new StringBuilder("ts,a");
    pieces.forEach(piece -> text.append(piece.text));
    Path file = Files.createTempFile("series", ".csv");
    try {
      CsvTable table = CsvTable.read(Files.writeString(file, text));
      assertThat(table.texts()).hasSize(table.size());
      assertThat(table.values()).hasDimensions(table.names().size(), table.size());
    } catch (UnreadableRecordingException e) {
      assertThat(e).hasMessageStartingWith(file.toString());
    } finally {
      Files.delete(file);
    }
  }

  /** What texts are made of. */
  enum Piece {
    COMMA(","),
    SEMICOLON(";"),
    QUOTE("\""),
    LINE("\n"),
    WINDOWS_LINE("\r\n"),
    RECORD("\n1,2"),
    DATE("2014-07-01"),
    NUMBER("1.5"),
    WORD("x"),
    BLANK(" ");

    private final String text;

    Piece(String text) {
      this.text = text;
    }
  }

  @Test
  void whatIsWrittenIsReadBackAsItWas() throws IOException {
    List<String> lines = new ArrayList<>(List.of("ts;\"a,b\";\"say \"\"c\"\"\""));
    for (int i = 0; i < 40; i++) {
      lines.add(i + ";" + i % 5 + ",5;x,y");
    }
    CsvTable table = read(String.join("\n", lines), StandardCharsets.UTF_8);
    StringWriter out = new StringWriter();
    Path file = folder.resolve("series.csv");
    new ScoreTable(new HtmDesign(HtmParameters.SMALL_VALUES), 100, null)
        .write(JointSeries.of(file, table), out);
    CsvTable again = read(out.toString(), StandardCharsets.UTF_8);
    assertThat(again.names().subList(0, 3)).containsExactly("a,b", "say \"c\"", "raw_score_a,b");
    assertThat(again.names()).hasSize(2 + 2 * 3 + 2);
    for (int i = 0; i < 40; i++) {
      assertThat(again.texts().get(i)).startsWith(i % 5 + ",5", "x,y");
    }
  }
}
