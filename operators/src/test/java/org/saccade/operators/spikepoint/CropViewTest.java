package org.saccade.operators.spikepoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CropViewTest {
  /** 20 x 30 pixels from (4, 2) on of a sensor of 34 x 34; of any sensor if that is 0. */
  private static Preprocessing crop(int sensor) {
    return new Preprocessing(
        500, 500, 0, 1, 4, 2, 20, 30, Preprocessing.Polarity.ON, 0, sensor, sensor);
  }

  @Test
  void onTheModelsOwnSensorTheCropIsAsItIs() {
    for (CropView view :
        new CropView[] {
          new CropView(crop(34), 34, 34),
          new CropView(crop(34), 0, 0),
          new CropView(crop(0), 68, 90)
        }) {
      assertThat(view.uses(4, 2, 1)).isTrue();
      assertThat(view.uses(4, 2, 0)).isFalse();
      assertThat(view.uses(3, 2, 1)).isFalse();
      assertThat(view.uses(23, 31, 1)).isTrue();
      assertThat(view.uses(24, 31, 1)).isFalse();
      assertThat(view.uses(23, 32, 1)).isFalse();
      assertThat(view.column(23)).isEqualTo(19);
      assertThat(view.row(31)).isEqualTo(29);
    }
  }

  /**
   * Twice as large, 10 rows more above and below; half as large. Columns are (x + 1/2) / s, rounded
   * down, less 4.
   */
  @ParameterizedTest
  @CsvSource({
    "68, 88, 8, 14, 0, 0",
    "68, 88, 9, 15, 0, 0",
    "68, 88, 47, 73, 19, 29",
    "17, 17, 2, 1, 1, 1",
    "17, 17, 11, 15, 19, 29"
  })
  void anotherSensorIsBroughtToTheModels(int width, int height, int x, int y, int column, int row) {
    CropView view = new CropView(crop(34), width, height);
    assertThat(view.uses(x, y, 1)).isTrue();
    assertThat(view.column(x)).isEqualTo(column);
    assertThat(view.row(y)).isEqualTo(row);
  }

  @ParameterizedTest
  @CsvSource({
    "68, 88, 7, 14",
    "68, 88, 48, 14",
    "68, 88, 8, 13",
    "68, 88, 8, 74",
    "68, 88, 68, 20"
  })
  void whatTheCropDoesNotCoverIsNotUsed(int width, int height, int x, int y) {
    assertThat(new CropView(crop(34), width, height).uses(x, y, 1)).isFalse();
  }
}
