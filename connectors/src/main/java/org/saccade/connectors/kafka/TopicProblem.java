package org.saccade.connectors.kafka;

/** What can be wrong with the records of a topic that some program writes. */
public enum TopicProblem {
  BAD_FRAMING("values that are not in single-object encoding (C3 01, 8-byte fingerprint)"),
  UNKNOWN_SCHEMA("values whose schema no release knows"),
  MALFORMED_RECORD("values that are not one record of their schema"),
  INVALID_FIELD("packets with a field out of its bound"),
  TOO_LARGE("values above the largest size"),
  UNKNOWN_ENCODING("packets in an encoding that is not known"),
  MALFORMED_PAYLOAD("packets whose payload is not what they say it is"),
  WRONG_TYPE("records of another type than expected"),
  WRONG_KEY("records whose key is not their stream"),
  WRONG_COUNT("packets that declare another number of events than they hold"),
  WRONG_TIMES("packets whose timeBase or timeEnd is not the time of their first or last event"),
  OUT_OF_FRAME("packets with an event outside of width and height"),
  TIME_BACKWARD("packets that begin before the one before them ended"),
  SEQUENCE_START("sessions whose first packet is not number 0"),
  SEQUENCE_GAP("packets that skip numbers of their session"),
  SEQUENCE_REPEATED("packets with a number that their session had already"),
  AFTER_LAST("packets of a session that had ended"),
  SESSION_RESUMED("packets of a session after another one of the same stream"),
  SAMPLES_REPEATED("packets that begin with a sample that their session had already"),
  OTHER_CHANNELS("packets with other channels or another rate than those before in their session"),
  SEVERAL_PARTITIONS("streams in more than one partition: their order is lost"),
  TOO_MANY_STREAMS("packets of streams beyond the first 10000, not followed");

  private final String description;

  TopicProblem(String description) {
    this.description = description;
  }

  /** What it is, in the plural. */
  public String description() {
    return description;
  }
}
