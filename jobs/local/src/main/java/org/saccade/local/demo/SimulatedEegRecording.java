package org.saccade.local.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.saccade.connectors.recording.RecordingMarker;
import org.saccade.connectors.recording.SampleHeader;
import org.saccade.connectors.recording.SampleRecording;
import org.saccade.schemas.ChannelType;
import org.saccade.schemas.SampleEncoding;
import org.saccade.schemas.batch.SampleBatch;
import org.saccade.schemas.codec.ViolationCounts;
import org.saccade.schemas.packet.SampleChannel;
import org.saccade.schemas.packet.SampleRate;
import org.saccade.simulators.eeg.SimulatedEeg;

/** A simulated recording as an amplifier of 16 bits gives it: tenths of microvolts. */
public final class SimulatedEegRecording implements SampleRecording {
  private static final double MICROVOLTS_A_STEP = 0.1;

  private final SimulatedEeg eeg;
  private final SampleHeader header;
  private final List<SimulatedEeg.Stretch> stretches;
  private int next;

  public SimulatedEegRecording(SimulatedEeg eeg) {
    this.eeg = eeg;
    stretches = eeg.stretches();
    List<SampleChannel> channels = new ArrayList<>();
    for (String name : eeg.names()) {
      channels.add(new SampleChannel(name, ChannelType.EEG, "uV", MICROVOLTS_A_STEP, 0));
    }
    header =
        new SampleHeader(
            "simulated", channels, SampleRate.of(eeg.rate()), SampleEncoding.INT16, null, Map.of());
  }

  @Override
  public SampleHeader header() {
    return header;
  }

  @Override
  public boolean read(SampleBatch batch) {
    if (next == stretches.size()) {
      batch.shape(eeg.names().size(), 0);
      return false;
    }
    SimulatedEeg.Stretch stretch = stretches.get(next++);
    int n = stretch.to() - stretch.from();
    batch.shape(eeg.names().size(), n);
    for (int c = 0; c < eeg.names().size(); c++) {
      for (int i = 0; i < n; i++) {
        double microvolts = eeg.microvolts()[c][stretch.from() + i];
        batch.channel(c)[i] = Math.rint(microvolts / MICROVOLTS_A_STEP);
      }
    }
    return true;
  }

  @Override
  public long firstSample() {
    return stretches.get(next - 1).from();
  }

  @Override
  public long firstMicros() {
    SimulatedEeg.Stretch stretch = stretches.get(next - 1);
    return header.rate().micros(stretch.from()) + stretch.clockMicros();
  }

  @Override
  public List<RecordingMarker> markers() {
    return List.of();
  }

  @Override
  public ViolationCounts violations() {
    return new ViolationCounts();
  }

  @Override
  public double fraction() {
    return (double) next / stretches.size();
  }

  @Override
  public void close() {
    // There is no file.
  }
}
