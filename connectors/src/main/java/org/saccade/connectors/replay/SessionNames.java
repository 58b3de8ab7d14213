package org.saccade.connectors.replay;

import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/** Names of the sessions of a replay. */
final class SessionNames {
  private SessionNames() {}

  /**
   * The session of one pass.
   *
   * @param given the user's name; null: made from the stream
   * @param startEpochMicros Unix time of the first event, microseconds; null: unknown
   * @param pass from 1; 0: there is but one pass
   */
  static String of(String given, String stream, Long startEpochMicros, int pass) {
    String name = given;
    if (name == null) {
      String start =
          startEpochMicros == null
              ? String.format("%016x", ThreadLocalRandom.current().nextLong())
              : Instant.ofEpochSecond(
                      Math.floorDiv(startEpochMicros, 1_000_000L),
                      Math.floorMod(startEpochMicros, 1_000_000L) * 1000)
                  .toString();
      name = stream + "-" + start;
    }
    return pass == 0 ? name : name + "-pass" + pass;
  }
}
