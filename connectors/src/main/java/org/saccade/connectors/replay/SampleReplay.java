package org.saccade.connectors.replay;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.saccade.connectors.kafka.BrokerUnreachableException;
import org.saccade.connectors.recording.RecordingMarker;
import org.saccade.connectors.recording.SampleRecording;
import org.saccade.schemas.codec.ViolationCounts;

/**
 * Plays one sampled recording onto a topic, paced by its own time: a packet is sent when its last
 * sample is due, as an amplifier would; markers before its end go to their topic before it. What
 * {@link Replay} is for events.
 */
public final class SampleReplay {
  private final ReplaySettings settings;
  private final Producer<byte[], byte[]> producer;
  private final WallClock clock;
  private final int samplesPerPacket;
  private final Long startMicros;
  private volatile boolean stopped;

  /**
   * @param producer may be shared with other replays; stays open
   * @param samplesPerPacket most samples of a packet, at least 1
   */
  public SampleReplay(
      ReplaySettings settings,
      Producer<byte[], byte[]> producer,
      WallClock clock,
      int samplesPerPacket) {
    this(settings, producer, clock, samplesPerPacket, null);
  }

  /**
   * Of one stream of a recording that has several.
   *
   * @param startMicros sensor time at which the recording begins, whichever stream is first; null:
   *     this stream's first
   */
  public SampleReplay(
      ReplaySettings settings,
      Producer<byte[], byte[]> producer,
      WallClock clock,
      int samplesPerPacket,
      Long startMicros) {
    this.startMicros = startMicros;
    this.settings = settings;
    this.producer = producer;
    this.clock = clock;
    this.samplesPerPacket = samplesPerPacket;
  }

  /** Opens the recording at its start: once a pass. */
  @FunctionalInterface
  public interface Opener {
    SampleRecording open() throws IOException;
  }

  /** Ends the replay at the next packet, its session with it. For any thread. */
  public void stop() {
    stopped = true;
  }

  /**
   * Plays all passes.
   *
   * @return what was sent; its events are samples of each channel, its edges the recording's
   *     markers
   * @throws BrokerUnreachableException if the brokers cannot be reached, or no longer
   */
  public ReplayResult run(Opener opener) throws IOException, InterruptedException {
    Deliveries deliveries = new Deliveries(producer);
    Deliveries marked = new Deliveries(producer);
    ViolationCounts violations = new ViolationCounts();
    byte[] key = settings.stream().getBytes(StandardCharsets.UTF_8);
    long started = clock.nanos();
    String first = null;
    String session = null;
    int pass = 0;
    long packets = 0;
    long annotations = 0;
    long samples = 0;
    long bytes = 0;
    long sensorMicros = 0;
    long behind = 0;
    long worst = 0;
    do {
      pass++;
      Pacer pacer = new Pacer(settings.speed(), clock);
      try (SampleRecording recording = opener.open()) {
        Long epoch = recording.header().epochMicros();
        if (settings.epoch() == ReplayEpoch.NOW) {
          epoch = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
        }
        session =
            SessionNames.of(
                settings.session(), settings.stream(), epoch, settings.passes() == 1 ? 0 : pass);
        first = first == null ? session : first;
        if (recording.header().channels().isEmpty()) {
          MarkersPass alone = new MarkersPass(recording);
          sensorMicros +=
              alone.play(
                  new MarkerWriter(settings.stream(), session, epoch),
                  pacer,
                  () -> stopped,
                  value -> {
                    marked.send(new ProducerRecord<>(settings.markers(), key, value));
                    failIfUnreachable(settings.markers(), marked, marked.acknowledged());
                  });
          annotations += alone.sent();
          violations.add(recording.violations());
          behind = pacer.behindNanos();
          worst = Math.max(worst, pacer.worstBehindNanos());
          if (alone.sent() == 0) {
            break; // nothing that a next pass could wait for
          }
          continue;
        }
        SamplePacketWriter writer =
            new SamplePacketWriter(settings.stream(), session, recording.header());
        writer.epochMicros(epoch);
        MarkerWriter markers = new MarkerWriter(settings.stream(), session, epoch);
        SampleSession cut = new SampleSession(recording, writer, samplesPerPacket);
        long begin = Long.MIN_VALUE;
        for (byte[] value = cut.next(); value != null; value = cut.next()) {
          long length = recording.header().rate().micros(cut.count());
          if (begin == Long.MIN_VALUE) {
            begin = cut.endMicros() - length;
            pacer.start(startMicros == null ? begin : Math.min(begin, startMicros));
          }
          pacer.await(cut.endMicros(), () -> stopped);
          if (stopped && cut.count() > 0) {
            value = writer.writeEnd(cut.nextSample() - cut.count(), cut.endMicros() - length);
          }
          annotations += cut.due().size();
          if (settings.markers() != null && !stopped) {
            for (RecordingMarker marker : cut.due()) {
              marked.send(new ProducerRecord<>(settings.markers(), key, markers.write(marker)));
            }
          }
          deliveries.send(new ProducerRecord<>(settings.topic(), key, value));
          packets++;
          bytes += value.length;
          failIfUnreachable(settings.topic(), deliveries, packets);
          if (stopped) {
            break;
          }
          samples += cut.count();
        }
        sensorMicros += begin == Long.MIN_VALUE ? 0 : Math.max(0, cut.endMicros() - begin);
        violations.add(recording.violations());
      }
      behind = pacer.behindNanos();
      worst = Math.max(worst, pacer.worstBehindNanos());
    } while (!stopped && (settings.passes() == 0 || pass < settings.passes()));
    deliveries.flush();
    failIfUnreachable(settings.topic(), deliveries, packets);
    failIfUnreachable(settings.markers(), marked, annotations);
    return new ReplayResult(
        first,
        session,
        pass,
        !stopped,
        packets,
        deliveries.acknowledged(),
        deliveries.failed() + marked.failed(),
        deliveries.retried(),
        deliveries.firstError() == null ? marked.firstError() : deliveries.firstError(),
        samples,
        annotations,
        marked.acknowledged(),
        bytes,
        sensorMicros,
        clock.nanos() - started,
        behind,
        worst,
        violations);
  }

  private void failIfUnreachable(String topic, Deliveries deliveries, long packets)
      throws BrokerUnreachableException {
    Exception error = deliveries.unreachable();
    if (error != null) {
      throw new BrokerUnreachableException(
          String.format(
              "topic %s: the brokers took %d of %d packets and then no more (%s): see that they run"
                  + " and that the topic exists",
              topic, deliveries.acknowledged(), packets, error.getMessage()),
          error);
    }
  }
}
