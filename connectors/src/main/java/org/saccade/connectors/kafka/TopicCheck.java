package org.saccade.connectors.kafka;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecordBase;
import org.saccade.schemas.EventPacket;
import org.saccade.schemas.Marker;
import org.saccade.schemas.SamplePacket;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.batch.SampleBatch;
import org.saccade.schemas.codec.MalformedPayloadException;
import org.saccade.schemas.packet.Origin;
import org.saccade.schemas.packet.PacketHeader;
import org.saccade.schemas.packet.PayloadDecoder;
import org.saccade.schemas.packet.RawEventPacket;
import org.saccade.schemas.packet.RawSamplePacket;
import org.saccade.schemas.wire.EventPackets;
import org.saccade.schemas.wire.RejectedRecordException;
import org.saccade.schemas.wire.SamplePackets;
import org.saccade.schemas.wire.StreamMarkers;

/**
 * Checks the records of a topic that some program writes: framing, schema, type, key, fields; of
 * packets of events and of samples also sessions, numbers, times and payloads.
 *
 * <pre>
 *   TopicReport report = TopicCheck.run(connection, "dvs.events", EventPacket.class, 0);
 * </pre>
 */
public final class TopicCheck {
  private static final int MAX_STREAMS = 10_000;
  private static final int OFFENDERS_A_KIND = 3;
  private static final Duration WAIT = Duration.ofMillis(500);

  private final String topic;
  private final Class<? extends SpecificRecordBase> expected;
  private final EventPackets packets = new EventPackets();
  private final EventBatch events = new EventBatch(4096);
  private final SamplePackets samplePackets = new SamplePackets();
  private final SampleBatch samples = new SampleBatch();
  private final Map<String, StreamCheck> streams = new HashMap<>();
  private final Map<String, PayloadDecoder> decoders = new HashMap<>();
  private final Map<String, SampleCheck> sampled = new HashMap<>();
  private final Map<String, Long> types = new TreeMap<>();
  private final Map<TopicProblem, Long> problems = new EnumMap<>(TopicProblem.class);
  private final List<TopicReport.Offender> offenders = new ArrayList<>();
  private long records;
  private long items;

  /**
   * @param expected what the topic should hold; null: any record of ours
   */
  public TopicCheck(String topic, Class<? extends SpecificRecordBase> expected) {
    this.topic = topic;
    this.expected = expected;
  }

  /**
   * Reads what a topic has now and checks it.
   *
   * @param expected what it should hold; null: any record of ours
   * @param limit most records to read; 0: all
   * @throws BrokerUnreachableException if no broker answers
   * @throws UnknownTopicException if there is no such topic
   */
  public static TopicReport run(
      KafkaConnection connection,
      String topic,
      Class<? extends SpecificRecordBase> expected,
      long limit)
      throws IOException {
    TopicCheck check = new TopicCheck(topic, expected);
    try (TopicReader reader = TopicReader.open(connection, topic, true)) {
      while (!reader.atEnd()) {
        for (TopicRecord record : reader.poll(WAIT)) {
          if (limit > 0 && check.records == limit) {
            return check.report();
          }
          check.add(record);
        }
      }
    }
    return check.report();
  }

  /** Checks one record; those of a partition in their order. */
  public void add(TopicRecord entry) {
    records++;
    KafkaRecord origin = entry.origin();
    if (entry.problem() != null) {
      rejected(origin, entry.problem());
      return;
    }
    SpecificRecordBase record = entry.record();
    types.merge(record.getSchema().getName(), 1L, Long::sum);
    if (expected != null && !expected.isInstance(record)) {
      found(
          TopicProblem.WRONG_TYPE,
          origin,
          "expected " + expected.getSimpleName() + ", found " + record.getSchema().getName());
    }
    checkKey(origin, record);
    try {
      if (record instanceof EventPacket) {
        checkEvents(origin, packets.read(origin.value(), placeOf(origin)));
      } else if (record instanceof SamplePacket) {
        checkSamples(origin, samplePackets.read(origin.value(), placeOf(origin)));
      } else if (record instanceof Marker marker) {
        var unused = StreamMarkers.of(marker, placeOf(origin));
      }
    } catch (RejectedRecordException e) {
      rejected(origin, e);
    } catch (MalformedPayloadException e) {
      found(TopicProblem.MALFORMED_PAYLOAD, origin, e.getMessage());
    }
  }

  private void checkKey(KafkaRecord origin, SpecificRecordBase record) {
    byte[] key = StreamKeys.of(record);
    if (key != null && !Arrays.equals(key, origin.key())) {
      found(
          TopicProblem.WRONG_KEY,
          origin,
          "expected key "
              + new String(key, StandardCharsets.UTF_8)
              + ", found "
              + (origin.key() == null ? "none" : new String(origin.key(), StandardCharsets.UTF_8)));
    }
  }

  private static Origin placeOf(KafkaRecord record) {
    return new Origin(
        record.topic(), record.partition(), record.offset(), record.timestampMillis());
  }

  /** Follows the packet's stream; false where there are too many streams to follow. */
  private boolean follow(KafkaRecord origin, PacketHeader packet) {
    StreamCheck stream = streams.get(packet.stream());
    if (stream == null) {
      if (streams.size() == MAX_STREAMS) {
        found(TopicProblem.TOO_MANY_STREAMS, origin, "stream " + packet.stream());
        return false;
      }
      stream = new StreamCheck(origin.partition());
      streams.put(packet.stream(), stream);
    }
    stream.check(packet, origin.partition(), (problem, message) -> found(problem, origin, message));
    return true;
  }

  private void checkEvents(KafkaRecord origin, RawEventPacket packet)
      throws MalformedPayloadException {
    if (follow(origin, packet)) {
      decoders.computeIfAbsent(packet.stream(), s -> new PayloadDecoder()).decode(packet, events);
      items += events.size();
      checkPayload(origin, packet);
    }
  }

  private void checkSamples(KafkaRecord origin, RawSamplePacket packet)
      throws MalformedPayloadException {
    if (follow(origin, packet)) {
      sampled
          .computeIfAbsent(packet.stream(), s -> new SampleCheck())
          .check(packet, samples, (problem, message) -> found(problem, origin, message));
      items += samples.size();
    }
  }

  private void checkPayload(KafkaRecord origin, RawEventPacket packet) {
    int n = events.size();
    if (n != packet.count()) {
      found(
          TopicProblem.WRONG_COUNT,
          origin,
          "count=" + packet.count() + ", the payload holds " + n + " events");
    }
    if (n == 0) {
      return;
    }
    if (events.t(0) != packet.timeBase() || events.t(n - 1) != packet.timeEnd()) {
      found(
          TopicProblem.WRONG_TIMES,
          origin,
          String.format(
              "timeBase=%d timeEnd=%d, the events are from %d to %d µs",
              packet.timeBase(), packet.timeEnd(), events.t(0), events.t(n - 1)));
    }
    for (int i = 0; i < n; i++) {
      if (events.x(i) >= packet.width() || events.y(i) >= packet.height()) {
        found(
            TopicProblem.OUT_OF_FRAME,
            origin,
            String.format(
                "event %d at x=%d y=%d, the frame is %dx%d",
                i, events.x(i), events.y(i), packet.width(), packet.height()));
        return;
      }
    }
  }

  private void rejected(KafkaRecord origin, RejectedRecordException e) {
    TopicProblem problem =
        switch (e.reason()) {
          case UNKNOWN_SCHEMA -> TopicProblem.UNKNOWN_SCHEMA;
          case MALFORMED_RECORD, OTHER -> TopicProblem.MALFORMED_RECORD;
          case INVALID_FIELD -> TopicProblem.INVALID_FIELD;
          case TOO_LARGE -> TopicProblem.TOO_LARGE;
          case UNKNOWN_ENCODING -> TopicProblem.UNKNOWN_ENCODING;
          case MALFORMED_PAYLOAD -> TopicProblem.MALFORMED_PAYLOAD;
          case BAD_FRAMING -> TopicProblem.BAD_FRAMING;
        };
    found(problem, origin, e.getMessage());
  }

  private void found(TopicProblem problem, KafkaRecord origin, String message) {
    if (problems.merge(problem, 1L, Long::sum) <= OFFENDERS_A_KIND) {
      offenders.add(
          new TopicReport.Offender(problem, origin.partition(), origin.offset(), message));
    }
  }

  /** What was found so far. */
  public TopicReport report() {
    return new TopicReport(
        topic,
        records,
        new TreeMap<>(types),
        streams.size(),
        streams.values().stream().mapToLong(StreamCheck::sessions).sum(),
        items,
        new EnumMap<TopicProblem, Long>(problems),
        List.copyOf(offenders));
  }
}
