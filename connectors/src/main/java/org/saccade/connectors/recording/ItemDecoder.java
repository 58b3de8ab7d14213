package org.saccade.connectors.recording;

import org.saccade.schemas.codec.EventDecoder;

/** A decoder of a format that holds more than events and edges. */
public interface ItemDecoder extends EventDecoder {
  /**
   * Where the items go from now on; decoding stops where it has no room for one more. Without it
   * they are passed over and counted as {@link org.saccade.schemas.codec.Violation#NOT_READ}.
   */
  void items(ItemBatch batch);
}
