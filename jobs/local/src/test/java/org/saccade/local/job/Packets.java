package org.saccade.local.job;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.saccade.schemas.EventEncoding;
import org.saccade.schemas.EventPacket;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.wire.EventPackets;

/** Packets of made-up cameras, framed as a producer frames them. */
final class Packets {
  static final int WIDTH = 64;
  static final int HEIGHT = 48;

  private Packets() {}

  /** A record of the topic: its key and its value. */
  record Keyed(String stream, byte[] value) {}

  /**
   * A session of {@code packets} packets of 200 events, 10 ms each; every 37th event is on one hot
   * pixel, the others follow a diagonal edge.
   */
  static List<Keyed> session(String stream, String session, long clock, int packets, long seed) {
    EventPackets wire = new EventPackets();
    SplittableRandom random = new SplittableRandom(seed);
    List<Keyed> made = new ArrayList<>();
    long time = clock;
    for (int k = 0; k < packets; k++) {
      EventBatch batch = new EventBatch(200);
      for (int i = 0; i < 200; i++) {
        time += random.nextInt(100);
        int edge = (int) ((time - clock) / 2000 % WIDTH);
        boolean hot = i % 37 == 0;
        batch.add(
            time,
            hot ? 7 : (edge + random.nextInt(3)) % WIDTH,
            hot ? 7 : random.nextInt(HEIGHT),
            random.nextInt(2));
      }
      EventPacket header =
          EventPacket.newBuilder()
              .setStream(stream)
              .setSession(session)
              .setSequence(k)
              .setTimeBase(batch.t(0))
              .setTimeEnd(batch.t(199))
              .setEpochMicros(null)
              .setWidth(WIDTH)
              .setHeight(HEIGHT)
              .setEncoding(EventEncoding.COLUMNAR)
              .setDecoderState(ByteBuffer.allocate(0))
              .setCount(0)
              .setLast(k == packets - 1)
              .setPayload(ByteBuffer.allocate(0))
              .build();
      made.add(new Keyed(stream, wire.writeColumnar(header, batch, 0, 200)));
    }
    return made;
  }

  /** Several streams in one partition: each keeps its order, whose turn it is is random. */
  static List<Keyed> interleave(List<List<Keyed>> streams, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] next = new int[streams.size()];
    int left = streams.stream().mapToInt(List::size).sum();
    List<Keyed> mixed = new ArrayList<>();
    while (left > 0) {
      int s = random.nextInt(streams.size());
      if (next[s] < streams.get(s).size()) {
        mixed.add(streams.get(s).get(next[s]++));
        left--;
      }
    }
    return mixed;
  }

  static byte[] key(Keyed record) {
    return record.stream().getBytes(StandardCharsets.UTF_8);
  }

  /** A record with bytes flipped, its end cut off, or another one's end in its place. */
  static Keyed mutate(Keyed record, List<Keyed> others, SplittableRandom random) {
    byte[] value = record.value().clone();
    switch (random.nextInt(4)) {
      case 0 -> value = Arrays.copyOf(value, random.nextInt(value.length));
      case 1 -> {
        byte[] other = others.get(random.nextInt(others.size())).value();
        int at = random.nextInt(Math.min(value.length, other.length));
        System.arraycopy(other, at, value, at, Math.min(value.length, other.length) - at);
      }
      case 2 -> {
        // The header: framing, names, numbers.
        value[random.nextInt(60)] = (byte) random.nextInt(256);
      }
      default -> {
        for (int i = random.nextInt(1, 4); i > 0; i--) {
          value[random.nextInt(value.length)] ^= (byte) (1 << random.nextInt(8));
        }
      }
    }
    return new Keyed(record.stream(), value);
  }
}
