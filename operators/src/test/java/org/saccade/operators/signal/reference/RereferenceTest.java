package org.saccade.operators.signal.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.saccade.schemas.batch.SampleBatch;

class RereferenceTest {
  private static final List<String> NAMES = List.of("C3", "C4", "M1", "M2");
  private static final double NAN = Double.NaN;

  private static SampleBatch batch(double[]... channels) {
    SampleBatch batch = new SampleBatch();
    batch.shape(channels.length, channels[0].length);
    for (int c = 0; c < channels.length; c++) {
      System.arraycopy(channels[c], 0, batch.channel(c), 0, channels[c].length);
    }
    return batch;
  }

  private static SampleBatch of(double... values) {
    return batch(
        new double[] {values[0]},
        new double[] {values[1]},
        new double[] {values[2]},
        new double[] {values[3]});
  }

  private static SampleBatch apply(Reference reference, SampleBatch in) {
    SampleBatch out = new SampleBatch();
    new Rereference(reference, NAMES).process(in, out);
    return out;
  }

  @Test
  void averageIsThatOfTheChannelsThatAreMeasured() {
    assertThat(apply(new Reference.Average(List.of()), of(1, 2, 3, 6))).isEqualTo(of(-2, -1, 0, 3));
    assertThat(apply(new Reference.Average(List.of("C3", "C4")), of(1, 3, 5, NAN)))
        .isEqualTo(of(-1, 1, 5, NAN));
    assertThat(apply(new Reference.Average(List.of()), of(1, NAN, 4, 4)))
        .isEqualTo(of(-2, NAN, 1, 1));
  }

  @Test
  void namedChannelsAreTakenFromTheOthers() {
    Reference mastoids = new Reference.Named(List.of("M1", "M2"), List.of("C3", "C4"));
    assertThat(apply(mastoids, of(10, 20, 2, 4))).isEqualTo(of(7, 17, 2, 4));
    assertThat(apply(mastoids, of(10, 20, 2, NAN))).isEqualTo(of(NAN, NAN, 2, NAN));
  }

  @Test
  void pairsTakeThePlaceOfTheChannels() {
    Reference bipolar =
        new Reference.Bipolar(
            List.of(new Reference.Pair("C3", "M2"), new Reference.Pair("C4", "M1")));
    assertThat(new Rereference(bipolar, NAMES).names()).containsExactly("C3-M2", "C4-M1");
    assertThat(apply(bipolar, of(10, 20, 2, 4)))
        .isEqualTo(batch(new double[] {6}, new double[] {18}));
  }

  @Test
  void saysWhichChannelIsNotThere() {
    assertThatThrownBy(() -> new Rereference(new Reference.Named(List.of("A1"), List.of()), NAMES))
        .hasMessage("no channel A1 among [C3, C4, M1, M2]");
    assertThatThrownBy(
            () -> new Rereference(new Reference.Average(List.of("C3")), List.of("C3", "C3", "C4")))
        .hasMessage("channel C3 is there more than once: [C3, C3, C4]");
  }
}
