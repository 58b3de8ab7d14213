package org.saccade.connectors.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saccade.connectors.recording.TextLayout.Unit;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.codec.Violation;

/** Events as lines of text, in the dialects of the field. */
class TextRecordingTest {

  private static Recordings.Content read(String text, TextLayout layout) throws IOException {
    return Recordings.read(
        text.getBytes(StandardCharsets.UTF_8), ReadOptions.DEFAULT.withText(layout), 2);
  }

  private static Recordings.Content read(String text) throws IOException {
    return read(text, TextLayout.GUESS);
  }

  /** Two events that every dialect below says. */
  private static EventBatch two() {
    EventBatch events = new EventBatch(2);
    events.add(1_200_000, 17, 33, 1);
    events.add(1_200_001, 18, 34, 0);
    return events;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1200000,17,33,1\n1200001,18,34,0\n",
        "1200000,17,33,1\n1200001,18,34,0",
        "t,x,y,p\n1200000,17,33,1\n1200001,18,34,0\n",
        "x,y,polarity,timestamp\r\n17,33,1,1200000\r\n18,34,0,1200001\r\n",
        "\uFEFFt,x,y,p\n1200000,17,33,1\n1200001,18,34,0\n",
        "\uFEFF1200000,17,33,1\n1200001,18,34,0\n",
        "1200000;17;33;true\n1200001;18;34;false\n",
        "1200000, 17, 33, ON\n1200001 ,18 ,34 ,off\n",
        "1200000\t17\t33\t1\n1200001\t18\t34\t-1\n",
        "1.2 17 33 1\n1.200001 18 34 0\n",
        "1.200000000 17 33 1\n  1.200001000   18   34 0  \n",
        "# t x y p\n1.2 17 33 1\n1.200001 18 34 0\n",
        "# a comment\n\n// another\n% and one\n1200000,17,33,1\n#\n1200001,18,34,0\n\n",
        "1.2e0 1.7e1 33.0 1.0\n1.200001e+00 1.8e1 34.0 0.0\n",
        "id,t,x,y,p,w\n0,1200000,17,33,1,0.5\n1,1200001,18,34,0,\n",
        "1200000,17,33,1,\n1200001,18,34,0,\n",
        "t,x,y,on\n+1200000,17,33,True\n1200001,18,34,False"
      })
  void everyDialectSaysTheSameEvents(String text) throws IOException {
    Recordings.Content content = read(text);
    assertThat(content.events()).isEqualTo(two());
    assertThat(content.violations().isEmpty()).isTrue();
    assertThat(content.header().format()).isEqualTo("csv");
  }

  @Test
  void orderUnitAndSeparatorAreOptions() throws IOException {
    TextLayout layout = new TextLayout("xy-pt", Unit.NANOSECONDS, '|');
    assertThat(read("17|33|?|1|1200000499\n18|34||0|1200001000\n", layout).events())
        .isEqualTo(two());
    layout = new TextLayout("pyxt", Unit.MILLISECONDS, '\t');
    assertThat(read("1\t33\t17\t1200\n0\t34\t18\t1200.001\n", layout).events()).isEqualTo(two());
    layout = new TextLayout("txyp", Unit.SECONDS, '\0');
    assertThat(read("2,17,33,1\n", layout).events().t(0)).isEqualTo(2_000_000);
  }

  @Test
  void aFirstLineOfTwoNumbersIsTheGeometry() throws IOException {
    Recordings.Content content = read("240 180\n1.2 17 33 1\n1.200001 18 34 0\n");
    assertThat(content.events()).isEqualTo(two());
    assertThat(content.header().width()).isEqualTo(240);
    assertThat(content.header().height()).isEqualTo(180);
  }

  @Test
  void linesThatAreNotEventsArePassedOverAndCounted() throws IOException {
    String good = "1,1,1,1\n".repeat(100);
    String bad =
        "words\n1,2,3\n1,2,3,1,5\n1,-2,3,1\n1,65536,3,1\n1,2,32768,1\n1,2.5,3,1\nnan,1,1,1\n"
            + "1e30,1,1,1\n,1,1,1\n1,1,1,\n1,1,1,maybe\n";
    Recordings.Content content = read(good + bad + "1,1,1,2\n2,2,2,0");
    assertThat(content.events().size()).isEqualTo(101);
    assertThat(content.events().t(100)).isEqualTo(2);
    assertThat(content.violations().get(Violation.BAD_LINE)).isEqualTo(12);
    assertThat(content.violations().get(Violation.BAD_POLARITY)).isEqualTo(1);
    assertThat(content.violations().total()).isEqualTo(13);
  }

  @Property(tries = 60)
  void aLineThatIsTooLongIsOneBadLineHoweverItArrives(
      @ForAll @IntRange(min = 4000, max = 4200) int length,
      @ForAll @IntRange(min = 1, max = 9000) int piece)
      throws IOException {
    String blanks = " ".repeat(length - 7);
    String text = "1,1,1,1\n".repeat(40) + "2,1,1,1" + blanks + "\n3,1,1,1\n";
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    RecordingReader reader =
        RecordingReader.open(Recordings.pieces(bytes, () -> piece), ReadOptions.DEFAULT);
    Recordings.Content content = Recordings.read(reader, 50);
    boolean tooLong = length > 4096;
    assertThat(content.events().size()).isEqualTo(tooLong ? 41 : 42);
    assertThat(content.violations().get(Violation.BAD_LINE)).isEqualTo(tooLong ? 1 : 0);
  }

  @Test
  void megabytesWithoutALineEndAreOneBadLine() throws IOException {
    String text = "1,1,1,1\n".repeat(300) + "7".repeat(3_000_000);
    byte[] bytes = (text + "\n2,1,1,1").getBytes(StandardCharsets.US_ASCII);
    RecordingReader reader =
        RecordingReader.open(Recordings.pieces(bytes, () -> 1000), ReadOptions.DEFAULT);
    Recordings.Content content = Recordings.read(reader, 50);
    assertThat(content.events().size()).isEqualTo(301);
    assertThat(content.violations().get(Violation.BAD_LINE)).isEqualTo(1);
  }

  @Test
  void timesAreRoundedToWholeMicrosecondsHalfToEven() throws IOException {
    EventBatch events =
        read("0.0000005 1 1 1\n0.0000015 1 1 1\n0.00000151 1 1 1\n-1.5 1 1 1\n1e-30 1 1 1\n")
            .events();
    assertThat(Arrays.copyOf(events.t(), events.size())).containsExactly(0, 2, 2, -1_500_000, 0);
  }

  @Property(tries = 200)
  void whatIsWrittenInAnyUnitIsReadBack(
      @ForAll @LongRange(min = -(1L << 59), max = 1L << 59) long t,
      @ForAll @IntRange(min = 1, max = 4) int unit)
      throws IOException {
    EventBatch stream = new EventBatch(1);
    stream.add(t / 1000, 65535, 32767, 1);
    TextLayout layout = new TextLayout("p-yxt", Unit.values()[unit], ';');
    byte[] text =
        EventFormatCases.write(
            "csv", RecordingHeader.of("csv", 0, 0), stream, new WriteOptions(layout));
    assertThat(Recordings.events(text, ReadOptions.DEFAULT.withText(layout))).isEqualTo(stream);
  }

  @Test
  void rpgLinesAreWrittenWithoutAHeader() throws IOException {
    byte[] text =
        EventFormatCases.write(
            "csv", RecordingHeader.of("csv", 0, 0), two(), new WriteOptions(TextLayout.RPG));
    assertThat(new String(text, StandardCharsets.US_ASCII))
        .isEqualTo("1.200000 17 33 1\n1.200001 18 34 0\n");
    byte[] csv =
        EventFormatCases.write("csv", RecordingHeader.of("csv", 0, 0), two(), WriteOptions.DEFAULT);
    assertThat(new String(csv, StandardCharsets.US_ASCII))
        .isEqualTo("t,x,y,p\n1200000,17,33,1\n1200001,18,34,0\n");
  }

  @Test
  void aLayoutWithoutAColumnOrWithADigitAsSeparatorIsRefused() {
    assertThatThrownBy(() -> new TextLayout("txy", Unit.GUESS, ','))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"txy\"");
    assertThatThrownBy(() -> new TextLayout("txypt", Unit.GUESS, ','))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new TextLayout("txyp", Unit.GUESS, '0'))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
