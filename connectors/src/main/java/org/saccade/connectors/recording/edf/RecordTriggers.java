package org.saccade.connectors.recording.edf;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.saccade.connectors.recording.RecordingMarker;
import org.saccade.connectors.recording.TriggerChannel;
import org.saccade.schemas.ChannelType;
import org.saccade.schemas.packet.SampleRate;

/**
 * Codes on the trigger channels of a file, whichever stream is read. A file with a signal for texts
 * has its markers there: its trigger channels are signals like the others.
 */
final class RecordTriggers {
  /** BioSemi's Status channel: trigger inputs are its low 16 bits. */
  private static final int BIOSEMI_CODE = 0xffff;

  private final EdfHeader file;
  private final List<EdfSignal> signals = new ArrayList<>();
  private final List<TriggerChannel> channels = new ArrayList<>();

  RecordTriggers(EdfHeader file) {
    this.file = file;
    boolean biosemi = file.kind() == EdfKind.BDF;
    boolean texts = file.signals().stream().anyMatch(EdfSignal::isAnnotations);
    for (EdfSignal signal : file.signals()) {
      if (!texts && signal.samples() > 0 && signal.channel().type() == ChannelType.STIM) {
        signals.add(signal);
        boolean status = biosemi && signal.channel().name().equals("Status");
        channels.add(new TriggerChannel(status ? BIOSEMI_CODE : -1));
      }
    }
  }

  /**
   * Appends the codes that begin in a record.
   *
   * @param start of the record, seconds from sensor time 0
   */
  void addTo(List<RecordingMarker> markers, byte[] record, BigDecimal start) {
    for (int s = 0; s < signals.size(); s++) {
      EdfSignal signal = signals.get(s);
      TriggerChannel codes = channels.get(s);
      SampleRate rate = EdfStreams.rate(signal.samples(), file.duration());
      int width = file.kind().width();
      boolean raw = file.kind() == EdfKind.BDF;
      for (int i = 0; i < signal.samples(); i++) {
        int stored = file.kind().sample(record, signal.offset() + i * width);
        if (codes.begins(raw ? stored : signal.channel().physical(stored))) {
          markers.add(
              new RecordingMarker(Annotations.micros(start) + rate.micros(i), 0, codes.text()));
        }
      }
    }
  }
}
