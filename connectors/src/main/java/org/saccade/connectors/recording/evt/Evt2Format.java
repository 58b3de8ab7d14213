package org.saccade.connectors.recording.evt;

import java.io.IOException;
import java.io.OutputStream;
import org.saccade.connectors.recording.EventWriter;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.connectors.recording.RecordingHeader;
import org.saccade.connectors.recording.WriteOptions;
import org.saccade.schemas.EventEncoding;
import org.saccade.schemas.codec.EventDecoder;
import org.saccade.schemas.codec.evt.Evt2Decoder;
import org.saccade.schemas.codec.evt.Evt2Encoder;
import org.saccade.schemas.codec.evt.TimeWords;

/** RAW recordings of EVT2 words. */
public final class Evt2Format extends EvtFormat {
  public Evt2Format() {
    super("EVT2");
  }

  @Override
  public String name() {
    return "evt2";
  }

  @Override
  public String description() {
    return "Prophesee RAW, EVT 2.0";
  }

  @Override
  public EventEncoding encoding() {
    return EventEncoding.EVT2;
  }

  @Override
  int plausibility(byte[] bytes, int from, int minSteps) {
    return WordPlausibility.evt2(bytes, from, minSteps);
  }

  @Override
  TimeWords timeWords() {
    return TimeWords.evt2();
  }

  @Override
  public EventDecoder decoder(RecordingHeader header, ReadOptions options) {
    return new Evt2Decoder();
  }

  @Override
  public EventWriter writer(OutputStream out, RecordingHeader header, WriteOptions options)
      throws IOException {
    String lines = EvtHeader.lines("2.0", "EVT2", header);
    return new EvtWriter(out, name(), new Evt2Encoder(), lines);
  }
}
