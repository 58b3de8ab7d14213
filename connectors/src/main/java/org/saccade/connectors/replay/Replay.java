package org.saccade.connectors.replay;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.saccade.connectors.kafka.BrokerUnreachableException;
import org.saccade.schemas.batch.TriggerBatch;
import org.saccade.schemas.codec.ViolationCounts;

/**
 * Plays one recording onto a topic, paced by its own time.
 *
 * <pre>
 *   try (Producer&lt;byte[], byte[]&gt; producer = Producers.packets(connection)) {
 *     Replay replay = new Replay(ReplaySettings.of("dvs.events", "cam0"), producer);
 *     ReplayResult result = replay.run(() -&gt; OpenRecording.of(path, ReadOptions.DEFAULT));
 *   }
 * </pre>
 *
 * <p>A packet is sent when its last event is due, as a camera would; trigger edges before it go to
 * the markers' topic with it. {@link #stop} from another thread ends the session with an empty
 * packet and returns what was done so far.
 */
public final class Replay {
  /** Edges that may wait for the event behind them. */
  private static final int MAX_WAITING = 1 << 14;

  private static final long PROGRESS_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final ReplaySettings settings;
  private final Producer<byte[], byte[]> producer;
  private final WallClock clock;
  private final ReplayProgress.Listener listener;
  private final byte[] key;
  private volatile boolean stopped;

  private Deliveries deliveries;
  private Deliveries markerDeliveries;
  private final Edges edges = new Edges();
  private MarkerWriter markers;
  private long edgesMet;
  private Pacer pacer;
  private final ViolationCounts violations = new ViolationCounts();
  private String firstSession;
  private String session;
  private int pass;
  private long packets;
  private long events;
  private long bytes;
  private long sensorMicros;
  private long startNanos;
  private long toldNanos;

  /** Paced by the machine's clock, telling nobody of progress. */
  public Replay(ReplaySettings settings, Producer<byte[], byte[]> producer) {
    this(settings, producer, WallClock.SYSTEM, ReplayProgress.Listener.NONE);
  }

  /**
   * @param producer may be shared with other replays; stays open
   * @param listener told every 100 ms of wall time and at the end of each pass
   */
  public Replay(
      ReplaySettings settings,
      Producer<byte[], byte[]> producer,
      WallClock clock,
      ReplayProgress.Listener listener) {
    this.settings = settings;
    this.producer = producer;
    this.clock = clock;
    this.listener = listener;
    key = settings.stream().getBytes(StandardCharsets.UTF_8);
  }

  /** Ends the replay at the next packet, its session with it. For any thread. */
  public void stop() {
    stopped = true;
  }

  /**
   * Plays all passes; once an object.
   *
   * @throws BrokerUnreachableException if the brokers cannot be reached, or no longer
   * @throws IllegalArgumentException if the recording does not say its geometry, and the settings
   *     neither
   */
  public ReplayResult run(OpenRecording.Opener recording) throws IOException, InterruptedException {
    deliveries = new Deliveries(producer);
    markerDeliveries = new Deliveries(producer);
    startNanos = clock.nanos();
    toldNanos = startNanos;
    long behind = 0;
    long worstBehind = 0;
    do {
      pass++;
      pacer = new Pacer(settings.speed(), clock);
      try (OpenRecording open = recording.open()) {
        play(open);
        violations.add(open.violations().get());
      }
      behind = pacer.behindNanos();
      worstBehind = Math.max(worstBehind, pacer.worstBehindNanos());
    } while (!stopped && (settings.passes() == 0 || pass < settings.passes()));
    deliveries.flush();
    failIfUnreachable();
    return new ReplayResult(
        firstSession,
        session,
        pass,
        !stopped,
        packets,
        deliveries.acknowledged(),
        deliveries.failed() + markerDeliveries.failed(),
        deliveries.retried(),
        deliveries.firstError() == null ? markerDeliveries.firstError() : deliveries.firstError(),
        events,
        edgesMet,
        markerDeliveries.acknowledged(),
        bytes,
        sensorMicros,
        clock.nanos() - startNanos,
        behind,
        worstBehind,
        violations);
  }

  private void play(OpenRecording recording) throws IOException, InterruptedException {
    PacketSource packets = recording.packets(settings.limits());
    PacketWriter writer = null;
    boolean timed = false;
    long begin = 0;
    long end = 0;
    while (packets.next()) {
      take(packets.edges());
      boolean empty = packets.count() == 0;
      long first = empty && !edges.isEmpty() ? edges.t() : packets.timeBase();
      if (writer == null) {
        writer = begin(recording, first);
      }
      if (!timed && !(empty && edges.isEmpty())) {
        timed = true;
        begin = first;
        end = first;
        pacer.start(first);
      }
      if (!empty) {
        pacer.await(packets.timeEnd(), () -> stopped);
      }
      if (stopped) {
        send(writer.writeEnd(packets.sequence(), end), 0);
        break;
      }
      end = empty ? end : packets.timeEnd();
      sendEdgesUpTo(empty ? Long.MAX_VALUE : end);
      if (packets.isPacket()) {
        send(packets.write(writer), packets.count());
      }
      tell(recording, end - begin, packets.last());
    }
    if (!stopped) {
      sendEdgesUpTo(Long.MAX_VALUE);
    }
    sensorMicros += end - begin;
  }

  private void take(TriggerBatch met) {
    edgesMet += met.size();
    if (settings.markers() != null) {
      edges.take(met);
    }
  }

  /** Sends the edges up to a time; more where too many wait. Those behind it wait until due. */
  private void sendEdgesUpTo(long micros) throws IOException, InterruptedException {
    while (!edges.isEmpty() && !stopped && (edges.t() <= micros || edges.size() > MAX_WAITING)) {
      if (micros == Long.MAX_VALUE) {
        pacer.await(edges.t(), () -> stopped);
      }
      byte[] value = markers.write(edges.t(), edges.id(), edges.value());
      markerDeliveries.send(new ProducerRecord<>(settings.markers(), key, value));
      edges.remove();
      failIfUnreachable();
    }
  }

  /** Opens a session: its name, geometry and epoch are known with its first event. */
  private PacketWriter begin(OpenRecording recording, long firstMicros) {
    Long epoch = recording.epochMicros();
    if (settings.epoch() == ReplayEpoch.NOW) {
      epoch = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()) - firstMicros;
    }
    session =
        SessionNames.of(
            settings.session(),
            settings.stream(),
            epoch == null ? null : (Long) (epoch + firstMicros),
            settings.passes() == 1 ? 0 : pass);
    firstSession = firstSession == null ? session : firstSession;
    int width = settings.width() == 0 ? recording.width() : settings.width();
    int height = settings.height() == 0 ? recording.height() : settings.height();
    PacketWriter writer = new PacketWriter(settings.stream(), session, width, height);
    writer.epochMicros(epoch);
    markers = new MarkerWriter(settings.stream(), session, epoch);
    return writer;
  }

  private void send(byte[] value, int count) throws IOException, InterruptedException {
    deliveries.send(new ProducerRecord<>(settings.topic(), key, value));
    failIfUnreachable();
    packets++;
    events += count;
    bytes += value.length;
  }

  private void failIfUnreachable() throws BrokerUnreachableException {
    Exception error =
        deliveries.unreachable() == null
            ? markerDeliveries.unreachable()
            : deliveries.unreachable();
    if (error != null) {
      throw new BrokerUnreachableException(
          String.format(
              "topic %s: the brokers took %d of %d packets and then no more (%s): see that they run"
                  + " and that the topic exists",
              settings.topic(), deliveries.acknowledged(), packets, error.getMessage()),
          error);
    }
  }

  private void tell(OpenRecording recording, long passMicros, boolean now) {
    long nanos = clock.nanos();
    if (now || nanos - toldNanos >= PROGRESS_NANOS) {
      toldNanos = nanos;
      listener.at(
          new ReplayProgress(
              pass,
              now ? 1 : recording.fraction().getAsDouble(),
              packets,
              deliveries.acknowledged(),
              events,
              bytes,
              passMicros,
              nanos - startNanos,
              pacer.behindNanos()));
    }
  }
}
