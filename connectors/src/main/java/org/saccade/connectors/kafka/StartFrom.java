package org.saccade.connectors.kafka;

import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;

/** Where reading a topic begins, when no checkpoint says so. */
public final class StartFrom {
  /** At the first record that the topic has. */
  public static final StartFrom EARLIEST = new StartFrom("earliest", OffsetsInitializer.earliest());

  /** At the first record that comes after the start. */
  public static final StartFrom LATEST = new StartFrom("latest", OffsetsInitializer.latest());

  /** Where the group stopped; at the earliest for partitions that it never read. */
  public static final StartFrom COMMITTED = new StartFrom("committed", committed());

  private final String name;
  private final OffsetsInitializer offsets;

  private StartFrom(String name, OffsetsInitializer offsets) {
    this.name = name;
    this.offsets = offsets;
  }

  /** The connector's own interface is in terms of a class that Kafka has deprecated. */
  @SuppressWarnings("deprecation")
  private static OffsetsInitializer committed() {
    return OffsetsInitializer.committedOffsets(
        org.apache.kafka.clients.consumer.OffsetResetStrategy.EARLIEST);
  }

  /**
   * At the first record whose time stamp is not before a time.
   *
   * @param unixMillis milliseconds of Unix time
   */
  public static StartFrom timestamp(long unixMillis) {
    if (unixMillis < 0) {
      throw new IllegalArgumentException("time stamp " + unixMillis + " must not be negative");
    }
    return new StartFrom("timestamp:" + unixMillis, OffsetsInitializer.timestamp(unixMillis));
  }

  /**
   * Reads {@code earliest}, {@code latest}, {@code committed} or {@code timestamp:MILLIS}.
   *
   * @throws IllegalArgumentException if it is none of them
   */
  public static StartFrom parse(String text) {
    return switch (text) {
      case "earliest" -> EARLIEST;
      case "latest" -> LATEST;
      case "committed" -> COMMITTED;
      default -> {
        if (!text.matches("timestamp:\\d{1,18}")) {
          throw new IllegalArgumentException(
              "start \"" + text + "\" must be earliest, latest, committed or timestamp:MILLIS");
        }
        yield timestamp(Long.parseLong(text.substring("timestamp:".length())));
      }
    };
  }

  OffsetsInitializer offsets() {
    return offsets;
  }

  @Override
  public String toString() {
    return name;
  }
}
