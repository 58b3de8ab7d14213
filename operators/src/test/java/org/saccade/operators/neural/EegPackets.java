package org.saccade.operators.neural;

import java.util.ArrayList;
import java.util.List;
import org.saccade.schemas.packet.RawSamplePacket;
import org.saccade.schemas.packet.SampleRate;
import org.saccade.simulators.eeg.SimulatedEeg;

/** Packets of a simulated recording: lost samples are missing by number, the clock is its own. */
final class EegPackets {
  private EegPackets() {}

  static List<RawSamplePacket> of(String stream, SimulatedEeg eeg, int size) {
    SampleRate rate = SampleRate.of(eeg.rate());
    NeuralPackets all = new NeuralPackets(eeg.microvolts()).of(stream, "eeg").at(rate);
    List<RawSamplePacket> packets = new ArrayList<>();
    for (SimulatedEeg.Stretch s : eeg.stretches()) {
      for (int from = s.from(); from < s.to(); from += size) {
        int to = Math.min(s.to(), from + size);
        packets.add(
            all.packet(
                packets.size(),
                from,
                to,
                5_000_000 + rate.micros(from) + s.clockMicros(),
                to == eeg.size()));
      }
    }
    return packets;
  }
}
