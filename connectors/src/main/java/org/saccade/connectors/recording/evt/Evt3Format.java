package org.saccade.connectors.recording.evt;

import java.io.IOException;
import java.io.OutputStream;
import org.saccade.connectors.recording.EventWriter;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.connectors.recording.RecordingHeader;
import org.saccade.connectors.recording.WriteOptions;
import org.saccade.schemas.EventEncoding;
import org.saccade.schemas.codec.EventDecoder;
import org.saccade.schemas.codec.evt.Evt3Decoder;
import org.saccade.schemas.codec.evt.Evt3Encoder;
import org.saccade.schemas.codec.evt.TimeWords;

/** RAW recordings of EVT3 words. */
public final class Evt3Format extends EvtFormat {
  public Evt3Format() {
    super("EVT3");
  }

  @Override
  public String name() {
    return "evt3";
  }

  @Override
  public String description() {
    return "Prophesee RAW, EVT 3.0";
  }

  @Override
  public EventEncoding encoding() {
    return EventEncoding.EVT3;
  }

  @Override
  int plausibility(byte[] bytes, int from, int minSteps) {
    return WordPlausibility.evt3(bytes, from, minSteps);
  }

  @Override
  TimeWords timeWords() {
    return TimeWords.evt3();
  }

  @Override
  public EventDecoder decoder(RecordingHeader header, ReadOptions options) {
    return new Evt3Decoder();
  }

  @Override
  public EventWriter writer(OutputStream out, RecordingHeader header, WriteOptions options)
      throws IOException {
    String lines = EvtHeader.lines("3.0", "EVT3", header);
    return new EvtWriter(out, name(), new Evt3Encoder(), lines);
  }
}
