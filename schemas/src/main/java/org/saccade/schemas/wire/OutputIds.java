package org.saccade.schemas.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * Ids of outputs: same input, same id, after any restart, at any parallelism.
 *
 * <p>id = first 16 bytes of SHA-256 over the fields in the order below; a string as its UTF-8
 * length (4 bytes) and bytes, a number as 8 bytes, big-endian.
 */
public final class OutputIds {
  private final MessageDigest sha256;

  public OutputIds() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  /** The 16 bytes of an output's id. */
  public byte[] id(
      String recordType,
      String stream,
      String session,
      String operator,
      String model,
      String configuration,
      long start,
      long end,
      long ordinal) {
    sha256.reset();
    for (String s : new String[] {recordType, stream, session, operator, model, configuration}) {
      byte[] utf8 = s.getBytes(StandardCharsets.UTF_8);
      sha256.update(ByteBuffer.allocate(4).putInt(utf8.length).array());
      sha256.update(utf8);
    }
    sha256.update(ByteBuffer.allocate(24).putLong(start).putLong(end).putLong(ordinal).array());
    return Arrays.copyOf(sha256.digest(), 16);
  }
}
