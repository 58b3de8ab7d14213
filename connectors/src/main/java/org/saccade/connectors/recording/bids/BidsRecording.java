package org.saccade.connectors.recording.bids;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.saccade.connectors.recording.RecordingMarker;
import org.saccade.connectors.recording.SampleHeader;
import org.saccade.connectors.recording.SampleRecording;
import org.saccade.connectors.recording.SampleSignal;
import org.saccade.schemas.batch.SampleBatch;
import org.saccade.schemas.codec.Violation;
import org.saccade.schemas.codec.ViolationCounts;

/** A recording with what its sidecars say. */
final class BidsRecording implements SampleRecording {
  private static final double RATE_TOLERANCE = 1e-3;

  private final SampleRecording recording;
  private final ChannelTable channels;
  private final SampleHeader header;
  private final EventTable events;
  private List<RecordingMarker> markers = List.of();

  private BidsRecording(
      SampleRecording recording, ChannelTable channels, SampleHeader header, EventTable events) {
    this.recording = recording;
    this.channels = channels;
    this.header = header;
    this.events = events;
  }

  static SampleRecording of(SampleRecording recording, Sidecars sidecars) throws IOException {
    ChannelTable channels = ChannelTable.of(sidecars.channels());
    SampleHeader file = recording.header();
    Map<String, String> fields = new LinkedHashMap<>(file.fields());
    number(sidecars.description(), "PowerLineFrequency", fields);
    JsonNode rate = sidecars.description().path("SamplingFrequency");
    if (rate.isNumber()
        && recording.signals().stream()
            .noneMatch(s -> Math.abs(s.rate().hz() / rate.asDouble() - 1) < RATE_TOLERANCE)) {
      number(sidecars.description(), "SamplingFrequency", fields);
    }
    channels.notes(recording.signals(), fields);
    SampleHeader header =
        new SampleHeader(
            file.format(),
            file.channels().stream().map(channels::told).toList(),
            file.rate(),
            file.encoding(),
            file.epochMicros(),
            fields);
    EventTable events = sidecars.events() == null ? null : EventTable.of(sidecars.events());
    return new BidsRecording(recording, channels, header, events);
  }

  private static void number(JsonNode json, String key, Map<String, String> fields) {
    if (json.path(key).isNumber()) {
      fields.put(key, json.path(key).asText());
    }
  }

  @Override
  public SampleHeader header() {
    return header;
  }

  @Override
  public List<SampleSignal> signals() {
    List<SampleSignal> signals = new ArrayList<>();
    for (SampleSignal s : recording.signals()) {
      signals.add(new SampleSignal(channels.told(s.channel()), s.rate(), s.stream(), s.index()));
    }
    return signals;
  }

  @Override
  public int stream() {
    return recording.stream();
  }

  @Override
  public boolean read(SampleBatch batch) throws IOException {
    boolean more = recording.read(batch);
    if (events != null && more) {
      events.begin(recording.firstMicros());
      markers = events.before(recording.firstMicros() + header.rate().micros(batch.size()));
    } else {
      markers = events == null ? recording.markers() : events.rest();
    }
    return more;
  }

  @Override
  public long firstSample() {
    return recording.firstSample();
  }

  @Override
  public long firstMicros() {
    return recording.firstMicros();
  }

  @Override
  public List<RecordingMarker> markers() {
    return markers;
  }

  @Override
  public ViolationCounts violations() {
    ViolationCounts all = recording.violations();
    all.add(Violation.INVALID_EVENT, events == null ? 0 : events.untimed());
    return all;
  }

  @Override
  public double fraction() {
    return recording.fraction();
  }

  @Override
  public void close() throws IOException {
    recording.close();
  }
}
