package org.saccade.operators.signal.iir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.saccade.operators.signal.Psg;
import org.saccade.operators.signal.Recording;
import org.saccade.operators.signal.Run;
import org.saccade.operators.signal.iir.IirParameters.Start;

/** SciPy 1.17.1 on five minutes of EEG Fpz-Cz at 100 Hz, µV ({@code neuro/scipy_golden.json}). */
class PsgRecordingTest {
  private static double[] x;

  @BeforeAll
  static void read() throws IOException {
    x = Psg.microvolts();
  }

  private static double[] filter(IirDesign design, Start start) {
    IirParameters parameters = new IirParameters(java.util.List.of(design), start, 0);
    return Run.whole(sink -> new IirFilter(parameters, 100, 1), Recording.of(x)).channel(0);
  }

  private static void isAt(double[] y, int from, double... want) {
    for (int i = 0; i < want.length; i++) {
      assertThat(y[from + i]).isCloseTo(want[i], within(1e-9));
    }
  }

  private static double rms(double[] y) {
    double squares = 0;
    for (double v : y) {
      squares += v * v;
    }
    return Math.sqrt(squares / y.length);
  }

  @Test
  void bandPassFromZero() {
    if (x == null) {
      return;
    }
    double[] y = filter(Butterworth.bandPass(4, 1, 40), Start.ZERO);
    isAt(y, 0, 1.9891868904642953, 1.912260438196732, -2.148540260086256, -1.0875885699163375);
    isAt(y, 29_990, 20.614649583992637, 22.31379574076763, 28.092757594654696);
    assertThat(rms(y)).isCloseTo(18.860710795334786, within(1e-9));
  }

  @Test
  void bandPassFromTheFirstSample() {
    if (x == null) {
      return;
    }
    double[] y = filter(Butterworth.bandPass(4, 1, 40), Start.FIRST_SAMPLE);
    isAt(y, 0, 0, -3.011666133226417, -5.89331220347236, -3.2913848043565492);
    assertThat(rms(y)).isCloseTo(18.860761568466113, within(1e-9));
  }

  @Test
  void notch() {
    if (x == null) {
      return;
    }
    double[] y = filter(new Notch(25, 30), Start.ZERO);
    isAt(y, 0, 4.888831264785174, -2.512950650123206, 1.574513964648389, -2.4584401280946806);
    isAt(y, 29_997, -1.4062895077211963, 2.347683594659712, -7.3465833325098675);
  }
}
