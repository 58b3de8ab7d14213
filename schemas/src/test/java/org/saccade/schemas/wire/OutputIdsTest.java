package org.saccade.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OutputIdsTest {
  private final OutputIds ids = new OutputIds();

  private String id(
      String type,
      String stream,
      String session,
      String operator,
      String model,
      String configuration,
      long start,
      long end,
      long ordinal) {
    return HexFormat.of()
        .formatHex(
            ids.id(type, stream, session, operator, model, configuration, start, end, ordinal));
  }

  /** Computed with Python's hashlib and struct from the sentence of the class. */
  @Test
  void isTheHashThatThePageDescribes() {
    assertThat(id("Anomaly", "cam0", "s1", "htm", "m:1", "c:2", 0, 1000, 0))
        .isEqualTo("3dec62c68e050c902e7afcb52fb4e6e2");
    assertThat(id("Anomaly", "cämera", "", "htm", "", "", -1, 1L << 62, 7))
        .isEqualTo("7ec759a17d4d2ccd6343b25f725b2c39");
  }

  @Test
  void isAnotherForEveryField() {
    Set<String> seen = new HashSet<>();
    seen.add(id("a", "b", "c", "d", "e", "f", 1, 2, 3));
    seen.add(id("ab", "", "c", "d", "e", "f", 1, 2, 3));
    seen.add(id("a", "bc", "", "d", "e", "f", 1, 2, 3));
    seen.add(id("a", "b", "cd", "", "e", "f", 1, 2, 3));
    seen.add(id("a", "b", "c", "de", "", "f", 1, 2, 3));
    seen.add(id("a", "b", "c", "d", "ef", "", 1, 2, 3));
    seen.add(id("a", "b", "c", "d", "e", "f", 2, 1, 3));
    seen.add(id("a", "b", "c", "d", "e", "f", 1, 3, 2));

    assertThat(seen).hasSize(8);
  }

  @Test
  void isTheSameAgain() {
    String first = id("a", "b", "c", "d", "e", "f", 1, 2, 3);
    id("x", "y", "z", "", "", "", 0, 0, 0);

    assertThat(id("a", "b", "c", "d", "e", "f", 1, 2, 3)).isEqualTo(first);
  }
}
