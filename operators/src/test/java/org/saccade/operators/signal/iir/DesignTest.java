package org.saccade.operators.signal.iir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Designs are SciPy's, section for section. */
class DesignTest {
  static List<String> designs() throws IOException {
    try (InputStream in = DesignTest.class.getResourceAsStream("sections.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("designs")
  void hasTheCoefficientsOfSciPy(String line) {
    String[] words = line.split(" ");
    double low = Double.parseDouble(words[2]);
    double high = Double.parseDouble(words[3]);
    IirDesign design =
        words[0].equals("NOTCH")
            ? new Notch(low, high)
            : new Butterworth(
                Butterworth.Band.valueOf(words[0]), Integer.parseInt(words[1]), low, high);
    double[] want =
        Arrays.stream(words, 5, words.length).mapToDouble(Double::parseDouble).toArray();
    double[] got = design.sections(Double.parseDouble(words[4])).coefficients();
    assertThat(got).hasSameSizeAs(want);
    for (int i = 0; i < want.length; i++) {
      // The gain of the first section is small where the band is low: relative to itself.
      double scale = i < 3 ? Math.min(1, Math.abs(want[i])) : 1;
      assertThat(Math.abs(got[i] - want[i]))
          .as("coefficient %d: %s, not %s", i, got[i], want[i])
          .isLessThanOrEqualTo(1e-12 * scale + (want[i] == 0 || scale < 1e-15 ? 1e-15 : 0));
    }
  }

  @Test
  void saysWhatIsWrongWithAFrequency() {
    assertThatThrownBy(() -> Butterworth.lowPass(4, 50).sections(100))
        .hasMessage("highHz=50.0 must be below half of the rate, 50.0 Hz");
    assertThatThrownBy(() -> Butterworth.bandPass(4, 40, 1))
        .hasMessage("lowHz=40.0 must be less than highHz=1.0");
    assertThatThrownBy(() -> Butterworth.highPass(0, 1)).hasMessage("order=0 must be 1 to 20");
    assertThatThrownBy(() -> new Notch(50, 30).sections(90))
        .hasMessageContaining("must be below half of the rate, 45.0 Hz");
    assertThatThrownBy(() -> new Sections(new double[] {1, 0, 0, 0, 1}))
        .hasMessageContaining("section 0 with a1=0.0, a2=1.0 is not stable");
  }
}
