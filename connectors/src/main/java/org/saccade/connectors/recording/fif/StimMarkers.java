package org.saccade.connectors.recording.fif;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.saccade.connectors.recording.RecordingMarker;
import org.saccade.connectors.recording.SampleHeader;
import org.saccade.connectors.recording.SegmentedRecording;
import org.saccade.connectors.recording.TriggerChannel;
import org.saccade.schemas.ChannelType;
import org.saccade.schemas.batch.SampleBatch;
import org.saccade.schemas.packet.SampleChannel;

/**
 * Codes on the trigger channel: the one in which the trigger lines are put together ({@code
 * STI101}, {@code STI 014}), else the first.
 */
final class StimMarkers {
  private static final List<String> TOGETHER = List.of("STI101", "STI 014");

  private StimMarkers() {}

  static List<RecordingMarker> of(SampleHeader header, FifScan scan) throws IOException {
    int channel = channel(header.channels());
    List<RecordingMarker> markers = new ArrayList<>();
    if (channel < 0 || scan.samples == 0) {
      return markers;
    }
    TriggerChannel codes = new TriggerChannel(-1);
    SampleBatch batch = new SampleBatch();
    try (FifRecording recording = new FifRecording(header, scan, List.of())) {
      while (recording.read(batch)) {
        double[] values = batch.channel(channel);
        for (int i = 0; i < batch.size(); i++) {
          if (codes.begins(header.channels().get(channel).physical(values[i]))) {
            long sample = recording.firstSample() + i;
            long micros = SegmentedRecording.micros(header, scan.segments, sample);
            markers.add(new RecordingMarker(micros, 0, codes.text()));
          }
        }
      }
    }
    return markers;
  }

  private static int channel(List<SampleChannel> channels) {
    int first = -1;
    for (String name : TOGETHER) {
      for (int c = 0; c < channels.size(); c++) {
        boolean stim = channels.get(c).type() == ChannelType.STIM;
        if (stim && channels.get(c).name().equals(name)) {
          return c;
        }
        first = stim && first < 0 ? c : first;
      }
    }
    return first;
  }
}
