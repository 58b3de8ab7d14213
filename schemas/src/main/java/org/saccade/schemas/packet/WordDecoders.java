package org.saccade.schemas.packet;

import org.saccade.schemas.EventEncoding;
import org.saccade.schemas.codec.EventDecoder;
import org.saccade.schemas.codec.MalformedPayloadException;

/** The decoder of each of the sensors' own encodings. */
final class WordDecoders {
  private WordDecoders() {}

  static EventDecoder of(EventEncoding encoding) throws MalformedPayloadException {
    throw new MalformedPayloadException(
        "encoding " + encoding + " is not read by this release; send COLUMNAR instead");
  }
}
