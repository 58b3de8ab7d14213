package org.saccade.connectors.kafka;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.saccade.schemas.DeadLetter;
import org.saccade.schemas.DeadLetterReason;
import org.saccade.schemas.packet.Origin;

/** Makes dead letters: what could not be used, with its bytes, its origin and the reason. */
public final class DeadLetters {
  /** Most bytes of a key or of a value that are kept. */
  public static final int MAX_BYTES = 1 << 20;

  private static final int MAX_MESSAGE = 1000;

  private DeadLetters() {}

  /** A record that was refused before its payload was looked at. */
  public static DeadLetter of(
      KafkaRecord record, DeadLetterReason reason, String message, String job) {
    return letter(
        new Origin(record.topic(), record.partition(), record.offset(), record.timestampMillis()),
        bounded(record.key()),
        bounded(record.value()),
        reason,
        message,
        job);
  }

  /** A packet that was refused behind the {@code keyBy}; its key is the stream's name. */
  public static DeadLetter of(
      Origin origin,
      byte[] key,
      byte[] value,
      DeadLetterReason reason,
      String message,
      String job) {
    return letter(origin, bounded(key), bounded(value), reason, message, job);
  }

  private static DeadLetter letter(
      Origin origin,
      ByteBuffer key,
      ByteBuffer value,
      DeadLetterReason reason,
      String message,
      String job) {
    String text = message == null ? "" : message;
    return DeadLetter.newBuilder()
        .setTopic(origin.topic())
        .setPartition(origin.partition())
        .setOffset(origin.offset())
        .setTimestampMillis(origin.timestampMillis())
        .setKey(key)
        .setValue(value)
        .setReason(reason)
        .setMessage(text.length() <= MAX_MESSAGE ? text : text.substring(0, MAX_MESSAGE) + "…")
        .setJob(job)
        .build();
  }

  private static ByteBuffer bounded(byte[] bytes) {
    if (bytes == null) {
      return null;
    }
    return ByteBuffer.wrap(bytes.length <= MAX_BYTES ? bytes : Arrays.copyOf(bytes, MAX_BYTES));
  }
}
