package org.saccade.connectors.recording.evt;

import java.io.IOException;
import java.io.OutputStream;
import org.saccade.connectors.recording.EventWriter;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.connectors.recording.RecordingHeader;
import org.saccade.connectors.recording.WriteOptions;
import org.saccade.schemas.EventEncoding;
import org.saccade.schemas.codec.EventDecoder;
import org.saccade.schemas.codec.evt.Evt21Decoder;
import org.saccade.schemas.codec.evt.Evt21Encoder;
import org.saccade.schemas.codec.evt.TimeWords;
import org.saccade.schemas.codec.evt.WordOrder;

/**
 * RAW recordings of EVT2.1 words, little-endian.
 *
 * <p>Which order the words have is told by {@code endianness}, in the {@code format} line or in one
 * of its own. Where neither says it, the order in which the words make sense is taken; where both
 * do or none, that of the sensor, as OpenEB.
 */
public sealed class Evt21Format extends EvtFormat permits Evt21LegacyFormat {
  private static final String ENCODING = "EVT21";

  /** System ids from here on are of sensors that send little-endian words (as OpenEB has it). */
  private static final long FIRST_LITTLE_ENDIAN_SYSTEM = 59;

  private final WordOrder order;

  public Evt21Format() {
    this(WordOrder.LITTLE_ENDIAN);
  }

  Evt21Format(WordOrder order) {
    super(ENCODING);
    this.order = order;
  }

  @Override
  public String name() {
    return "evt21";
  }

  @Override
  public String description() {
    return "Prophesee RAW, EVT 2.1, little-endian words";
  }

  private String endianness() {
    return order == WordOrder.LEGACY ? "legacy" : "little";
  }

  @Override
  Claim claim(PropheseeHeader header, byte[] bytes) {
    String declared = header.endianness();
    if (!declared.isEmpty()) {
      return declared.equals(endianness()) ? Claim.SAID : Claim.NONE;
    }
    int from = header.dataOffset();
    int little = WordPlausibility.evt21(bytes, from, 0, WordOrder.LITTLE_ENDIAN);
    int legacy = WordPlausibility.evt21(bytes, from, 0, WordOrder.LEGACY);
    boolean isLegacy = little == legacy ? ofOldSensor(header) : legacy > little;
    return isLegacy == (order == WordOrder.LEGACY) ? Claim.INFERRED : Claim.NONE;
  }

  private static boolean ofOldSensor(PropheseeHeader header) {
    String id = header.field("system_ID");
    return id.matches("\\d{1,9}") && Long.parseLong(id) < FIRST_LITTLE_ENDIAN_SYSTEM;
  }

  @Override
  public EventEncoding encoding() {
    return order == WordOrder.LEGACY ? EventEncoding.EVT21_LEGACY : EventEncoding.EVT21;
  }

  @Override
  int plausibility(byte[] bytes, int from, int minSteps) {
    return WordPlausibility.evt21(bytes, from, minSteps, order);
  }

  @Override
  TimeWords timeWords() {
    return TimeWords.evt21(order);
  }

  @Override
  public EventDecoder decoder(RecordingHeader header, ReadOptions options) {
    return new Evt21Decoder(order);
  }

  @Override
  public EventWriter writer(OutputStream out, RecordingHeader header, WriteOptions options)
      throws IOException {
    String lines = EvtHeader.lines("2.1", ENCODING, header, "endianness=" + endianness());
    return new EvtWriter(out, name(), new Evt21Encoder(order), lines);
  }
}
