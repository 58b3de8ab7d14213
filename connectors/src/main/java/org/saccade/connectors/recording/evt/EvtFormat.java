package org.saccade.connectors.recording.evt;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.Optional;
import org.saccade.connectors.recording.EventFormat;
import org.saccade.connectors.recording.Head;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.connectors.recording.RecordingHeader;
import org.saccade.connectors.recording.RecordingReader.Position;
import org.saccade.connectors.recording.UnreadableRecordingException;
import org.saccade.schemas.codec.Violation;
import org.saccade.schemas.codec.ViolationCounts;
import org.saccade.schemas.codec.evt.TimeWords;

/** A Prophesee RAW recording: header lines, then words of one encoding to the end of the file. */
abstract sealed class EvtFormat implements EventFormat permits Evt2Format, Evt21Format, Evt3Format {
  private static final int BY_HEADER = 100;
  private static final String READ = "EVT2|EVT21|EVT3";

  /** TIME_HIGH words that must follow another where no line at all says that it is a recording. */
  private static final int MIN_STEPS = 2;

  private final String encoding;

  /**
   * @param encoding as the {@code format} line has it, such as {@code EVT3}
   */
  EvtFormat(String encoding) {
    this.encoding = encoding;
  }

  /** What a header that declares this encoding says of this format of it. */
  enum Claim {
    /** It is another format of the same encoding. */
    NONE,
    /** It is this one, but for a line that had to be inferred. */
    INFERRED,
    /** It is this one. */
    SAID
  }

  Claim claim(PropheseeHeader header, byte[] bytes) {
    return Claim.SAID;
  }

  /** How much the words behind the header look like this encoding, 0 to 80. */
  abstract int plausibility(byte[] bytes, int from, int minSteps);

  @Override
  public String extension() {
    return ".raw";
  }

  @Override
  public boolean headerGoesOn(Head head) {
    return PropheseeHeader.goesOn(head);
  }

  @Override
  public boolean hasSdkShift() {
    return true;
  }

  @Override
  public boolean holdsTriggers() {
    return true;
  }

  /** What follows the time words of this encoding. */
  abstract TimeWords timeWords();

  @Override
  public Optional<Position> seek(
      SeekableByteChannel recording, RecordingHeader header, ReadOptions options, long micros)
      throws IOException {
    return Optional.of(
        new WordSeek(recording, timeWords())
            .find(header.dataOffset(), decoder(header, options), micros));
  }

  @Override
  public Optional<Recognised> recognise(Head head, ReadOptions options)
      throws UnreadableRecordingException {
    PropheseeHeader header = PropheseeHeader.parse(head);
    Optional<String> declared = header.encoding();
    refuseForeign(header, declared);
    Claim claim =
        declared.isPresent() && declared.get().equals(encoding)
            ? claim(header, head.bytes())
            : Claim.NONE;
    boolean named = name().equalsIgnoreCase(options.format());
    if (claim != Claim.NONE || named) {
      boolean said = claim == Claim.SAID;
      return Optional.of(new Recognised(header(header, said, options), BY_HEADER));
    }
    if (declared.isPresent() || header.isDat()) {
      return Optional.empty();
    }
    int minSteps = header.isEmpty() ? MIN_STEPS : 0;
    int certainty = plausibility(head.bytes(), header.dataOffset(), minSteps);
    return certainty == 0
        ? Optional.empty()
        : Optional.of(new Recognised(header(header, false, options), certainty));
  }

  private static void refuseForeign(PropheseeHeader header, Optional<String> declared)
      throws UnreadableRecordingException {
    if (declared.isPresent() && !declared.get().matches(READ)) {
      throw new UnreadableRecordingException(
          "its header says format "
              + declared.get()
              + ", not read by this release; expected EVT2, EVT21 or EVT3: convert it first");
    }
    if (!header.endianness().matches("|little|legacy")) {
      throw new UnreadableRecordingException(
          "its header says endianness "
              + header.endianness()
              + ", not read by this release; expected little or legacy: convert it first");
    }
  }

  private RecordingHeader header(PropheseeHeader header, boolean said, ReadOptions options) {
    ViolationCounts violations = new ViolationCounts();
    violations.add(Violation.MISSING_HEADER, said ? 0 : 1);
    SensorGeometry geometry = SensorGeometry.of(header, options);
    // Date is no epoch: it is local time, and of the recording's start, not of the clock's.
    return new RecordingHeader(
        name(),
        geometry.width(),
        geometry.height(),
        header.fields(),
        header.dataOffset(),
        null,
        violations);
  }
}
