package org.saccade.schemas.packet;

import org.saccade.schemas.EventEncoding;
import org.saccade.schemas.codec.EventDecoder;
import org.saccade.schemas.codec.MalformedPayloadException;
import org.saccade.schemas.codec.evt.Evt21Decoder;
import org.saccade.schemas.codec.evt.Evt2Decoder;
import org.saccade.schemas.codec.evt.Evt3Decoder;
import org.saccade.schemas.codec.evt.WordOrder;

/** The decoder of each of the sensors' own encodings. */
final class WordDecoders {
  private WordDecoders() {}

  static EventDecoder of(EventEncoding encoding) throws MalformedPayloadException {
    return switch (encoding) {
      case EVT2 -> new Evt2Decoder();
      case EVT21 -> new Evt21Decoder(WordOrder.LITTLE_ENDIAN);
      case EVT21_LEGACY -> new Evt21Decoder(WordOrder.LEGACY);
      case EVT3 -> new Evt3Decoder();
      default ->
          throw new MalformedPayloadException(
              "encoding " + encoding + " is not read by this release; send COLUMNAR instead");
    };
  }
}
