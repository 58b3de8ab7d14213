package org.saccade.simulators.gesture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ArmTest {
  private static final Place SHOULDER = new Place(0.3, 0.1, 0);

  private static Arm reaching(Place hand, Place hint) {
    return Arm.of(SHOULDER, new Reach(hand, hint), 0.54, 0.46);
  }

  private static void assertLinks(Arm arm) {
    assertThat(arm.elbow().minus(arm.shoulder()).length()).isCloseTo(0.54, within(1e-9));
    assertThat(arm.hand().minus(arm.elbow()).length()).isCloseTo(0.46, within(1e-9));
  }

  @Test
  void theElbowIsAtBothLengthsAndOnTheSideOfTheHint() {
    Place hand = new Place(0.9, 0.2, 0.3);
    Arm down = reaching(hand, new Place(0.6, 5, 0));
    Arm up = reaching(hand, new Place(0.6, -5, 0));
    assertLinks(down);
    assertLinks(up);
    assertThat(down.hand().minus(hand).length()).isLessThan(1e-9);
    assertThat(down.elbow().y()).isGreaterThan(0.3);
    assertThat(up.elbow().y()).isLessThan(0.1);
  }

  @Test
  void whatIsOutOfReachIsReachedForAndWhatIsTooNearIsKeptOff() {
    Arm far = reaching(new Place(9, 0.1, 0), new Place(0.5, 5, 0));
    assertLinks(far);
    assertThat(far.hand().x()).isCloseTo(0.3 + 0.995, within(1e-9));
    Arm near = reaching(SHOULDER, new Place(0.3, 5, 0));
    assertLinks(near);
    assertThat(near.hand().minus(SHOULDER).length()).isCloseTo(0.25, within(1e-9));
    // A hint on the line of the arm says nothing: any elbow at both lengths will do.
    assertLinks(reaching(new Place(0.3, 0.9, 0), new Place(0.3, 5, 0)));
  }
}
