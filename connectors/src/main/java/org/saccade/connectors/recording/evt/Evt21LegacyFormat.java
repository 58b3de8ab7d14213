package org.saccade.connectors.recording.evt;

import org.saccade.schemas.codec.evt.WordOrder;

/** RAW recordings of EVT2.1 words, the upper half of each before the lower. */
public final class Evt21LegacyFormat extends Evt21Format {
  public Evt21LegacyFormat() {
    super(WordOrder.LEGACY);
  }

  @Override
  public String name() {
    return "evt21-legacy";
  }

  @Override
  public String description() {
    return "Prophesee RAW, EVT 2.1, words of IMX636 and older (upper half first)";
  }
}
