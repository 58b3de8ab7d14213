package org.saccade.schemas.wire;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Spoils bytes: flips, cuts, splices, forges numbers and headers. */
final class Mutation {
  /** Varints that tend to hurt: 0, -1, a gigabyte, the extremes of int and long, one too long. */
  private static final byte[][] NUMBERS = {
    {0},
    {1},
    {(byte) 0x80, (byte) 0x80, (byte) 0x80, (byte) 0x80, 8},
    {-2, -1, -1, -1, 15},
    {-1, -1, -1, -1, 15},
    {-2, -1, -1, -1, -1, -1, -1, -1, -1, 1},
    {-1, -1, -1, -1, -1, -1, -1, -1, -1, 1},
    {-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 1},
  };

  private final SplittableRandom random;
  private final List<byte[]> originals;

  Mutation(long seed, List<byte[]> originals) {
    random = new SplittableRandom(seed);
    this.originals = originals;
  }

  byte[] next() {
    byte[] bytes = any();
    for (int i = random.nextInt(4); i >= 0; i--) {
      bytes = once(bytes);
    }
    return bytes;
  }

  private byte[] once(byte[] bytes) {
    if (bytes.length == 0) {
      return any();
    }
    int at = random.nextInt(bytes.length);
    switch (random.nextInt(8)) {
      case 0:
        bytes[at] ^= (byte) (1 << random.nextInt(8));
        return bytes;
      case 1:
        bytes[at] = (byte) random.nextInt();
        return bytes;
      case 2:
        return Arrays.copyOf(bytes, at);
      case 3:
        return splice(bytes, at, any());
      case 4:
        return splice(bytes, at, bytes);
      case 5:
        byte[] number = NUMBERS[random.nextInt(NUMBERS.length)];
        System.arraycopy(number, 0, bytes, at, Math.min(number.length, bytes.length - at));
        return bytes;
      case 6:
        // The header's fields are in the first bytes behind the frame.
        bytes[Math.min(bytes.length - 1, 10 + random.nextInt(40))] = (byte) random.nextInt();
        return bytes;
      default:
        Arrays.fill(
            bytes,
            at,
            Math.min(bytes.length, at + 1 + random.nextInt(64)),
            (byte) random.nextInt());
        return bytes;
    }
  }

  /** Puts a piece of {@code other} at {@code at}, in place of nothing, some or all that follows. */
  private byte[] splice(byte[] bytes, int at, byte[] other) {
    int from = random.nextInt(other.length);
    int to = from + random.nextInt(other.length - from) + 1;
    int rest = at + random.nextInt(bytes.length - at + 1);
    byte[] spliced = Arrays.copyOf(bytes, at + to - from + bytes.length - rest);
    System.arraycopy(other, from, spliced, at, to - from);
    System.arraycopy(bytes, rest, spliced, at + to - from, bytes.length - rest);
    return spliced;
  }

  private byte[] any() {
    return originals.get(random.nextInt(originals.size())).clone();
  }
}
