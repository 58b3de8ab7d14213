package org.saccade.operators.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.saccade.operators.filter.Events.e;
import static org.saccade.operators.filter.Events.kept;
import static org.saccade.operators.filter.Events.of;
import static org.saccade.operators.filter.Events.off;
import static org.saccade.operators.filter.Events.passed;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saccade.operators.stage.EventStage;
import org.saccade.operators.stage.Geometry;
import org.saccade.schemas.batch.EventBatch;

/** The filters that look at each event alone. */
class FrameFiltersTest {
  private static final Events.Event[] FOUR = {e(1, 0, 0), off(2, 7, 0), off(3, 0, 7), e(4, 7, 7)};

  @Test
  void polarityIsKeptOrTurnedRound() {
    assertThat(kept(new PolarityParameters(Polarity.KEEP_ON), FOUR)).containsExactly(1, 4);
    assertThat(kept(new PolarityParameters(Polarity.KEEP_OFF), FOUR)).containsExactly(2, 3);
    assertThat(passed(new PolarityParameters(Polarity.INVERT), FOUR))
        .isEqualTo(of(off(1, 0, 0), e(2, 7, 0), e(3, 0, 7), off(4, 7, 7)));
  }

  @Test
  void aRegionIsAllOfItsRectanglesAndAMaskTheRest() {
    List<Rectangle> region = List.of(new Rectangle(0, 0, 1, 8), new Rectangle(7, 7, 100, 100));
    assertThat(kept(new RegionParameters(true, region), FOUR)).containsExactly(1, 3, 4);
    assertThat(kept(new RegionParameters(false, region), FOUR)).containsExactly(2);
  }

  @Test
  void aRectangleEndsBeforeItsLeftPlusWidth() {
    RegionParameters region = new RegionParameters(true, List.of(new Rectangle(2, 3, 2, 1)));
    assertThat(kept(region, e(1, 1, 3), e(2, 2, 3), e(3, 3, 3), e(4, 4, 3), e(5, 2, 2), e(6, 2, 4)))
        .containsExactly(2, 3);
  }

  @Test
  void aRectangleOutsideOfTheFrameHoldsNothing() {
    assertThat(kept(new RegionParameters(true, List.of(new Rectangle(8, 8, 9, 9))), FOUR))
        .isEmpty();
  }

  @Test
  void aCropCountsFromItsCorner() {
    CropParameters crop = new CropParameters(new Rectangle(2, 3, 4, 2));
    assertThat(passed(crop, e(1, 2, 3), e(2, 5, 4), e(3, 6, 4), e(4, 5, 5), e(5, 1, 3), e(6, 2, 2)))
        .isEqualTo(of(e(1, 0, 0), e(2, 3, 1)));
    assertThat(crop.stage().geometry(new Geometry(8, 8))).isEqualTo(new Geometry(4, 2));
  }

  @Test
  void aFlipTurnsTheFrameOver() {
    Events.Event event = e(1, 1, 2);
    assertThat(passed(new FlipParameters(Flip.X), event)).isEqualTo(of(e(1, 6, 2)));
    assertThat(passed(new FlipParameters(Flip.Y), event)).isEqualTo(of(e(1, 1, 5)));
    assertThat(passed(new FlipParameters(Flip.BOTH), event)).isEqualTo(of(e(1, 6, 5)));
  }

  @Property
  void downsamplingDividesEveryPlaceThatThereIs(
      @ForAll @IntRange(max = 65_535) int x,
      @ForAll @IntRange(max = 32_767) int y,
      @ForAll @IntRange(min = 1, max = 64) int factor) {
    EventStage stage = new DownsampleParameters(factor).stage();
    EventBatch batch = new EventBatch(1);
    batch.add(0, x, y, 1);
    stage.process(batch, 0, output -> {});
    assertThat(batch.x(0)).isEqualTo(x / factor);
    assertThat(batch.y(0)).isEqualTo(y / factor);
    assertThat(stage.geometry(new Geometry(x + 1, y + 1)))
        .isEqualTo(new Geometry(x / factor + 1, y / factor + 1));
  }

  @Test
  void everyNthEventIsKeptFromTheFirstOn() {
    DecimationParameters third = new DecimationParameters(3);
    assertThat(kept(third, e(1, 0, 0), e(2, 0, 0), e(3, 0, 0), e(4, 0, 0), e(5, 0, 0)))
        .containsExactly(1, 4);
    assertThat(kept(new DecimationParameters(1), FOUR)).containsExactly(1, 2, 3, 4);
  }

  @ParameterizedTest
  @CsvSource({
    "320x240+100+50, 100, 50, 320, 240",
    "1x1+0+0, 0, 0, 1, 1",
    "' 65536x32768+65535+32767 ', 65535, 32767, 65536, 32768",
  })
  void aRectangleIsReadFromItsText(String text, int left, int top, int width, int height) {
    assertThat(Rectangle.parse(text)).isEqualTo(new Rectangle(left, top, width, height));
    assertThat(Rectangle.parse(text)).hasToString(text.trim());
  }

  @Test
  void aRectangleThatIsNoneIsRefused() {
    assertThatThrownBy(() -> Rectangle.parse("320x240"))
        .hasMessage("320x240 is not of the form WIDTHxHEIGHT+LEFT+TOP");
    assertThatThrownBy(() -> Rectangle.parse("0x240+1+1"))
        .hasMessage("width=0 must be between 1 and 65536");
    assertThatThrownBy(() -> Rectangle.parse("99999999999x1+1+1")).hasMessageContaining("form");
  }
}
