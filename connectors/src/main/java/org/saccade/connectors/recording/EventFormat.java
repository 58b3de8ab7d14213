package org.saccade.connectors.recording;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.Map;
import java.util.Optional;
import org.saccade.schemas.EventEncoding;
import org.saccade.schemas.codec.EventDecoder;

/** A file format of event-camera recordings. Has no state: one object serves all recordings. */
public interface EventFormat {

  /** Name on the command line: {@code evt2}, {@code evt3}, {@code dat}, {@code nmnist}, … */
  String name();

  /** One line for a person. */
  String description();

  /** Usual ending of a file name, with the dot; decides what {@code convert} writes. */
  String extension();

  /**
   * Whether a recording that begins with these bytes is of this format, and what its header says.
   * Looks at content alone, never at the name.
   *
   * <p>Where the caller names this format, what can be read as it at all is of it, however little
   * it looks so.
   *
   * @return empty where it is not
   * @throws UnreadableRecordingException if it is this format, but its header cannot be used
   */
  Optional<Recognised> recognise(Head head, ReadOptions options) throws IOException;

  /**
   * Whether these first bytes are of this format and its header goes on behind them, so that more
   * are needed to recognise it.
   */
  default boolean headerGoesOn(Head head) {
    return false;
  }

  /** A decoder for the bytes behind the header. */
  EventDecoder decoder(RecordingHeader header, ReadOptions options);

  /** Whether the vendor's SDK counts the times of such recordings from their first time base. */
  default boolean hasSdkShift() {
    return false;
  }

  /** Whether such recordings hold the edges of trigger inputs. */
  default boolean holdsTriggers() {
    return false;
  }

  /** Whether such recordings hold samples of an inertial unit, and frames. */
  default boolean holdsOthers() {
    return false;
  }

  /** Whether recordings written here hold samples of an inertial unit, and frames. */
  default boolean writesOthers() {
    return holdsOthers();
  }

  /**
   * The encoding in which packets carry the bytes behind the header as they are; {@code COLUMNAR}:
   * there is none, packets carry what was decoded.
   */
  default EventEncoding encoding() {
    return EventEncoding.COLUMNAR;
  }

  /** What a recording mainly holds, as {@code cat --items} has it. */
  default String holds(RecordingHeader header) {
    return "events";
  }

  /**
   * How many items a recording says it holds, counted apart from them, such as in a table at its
   * end: by kind, as {@code cat --items} has it. Nothing where it says nothing that can be read.
   *
   * @param recording at any position, which it may change
   */
  default Map<String, Long> declared(
      SeekableByteChannel recording, RecordingHeader header, ReadOptions options)
      throws IOException {
    return Map.of();
  }

  /**
   * A position before which every event, edge and item is earlier than a time, found for less than
   * decoding up to it costs. Nothing where the format has no such way, or the recording none that
   * can be relied on: then it is read from its start.
   *
   * @param recording at any position, which it may change
   * @param micros sensor time
   */
  default Optional<RecordingReader.Position> seek(
      SeekableByteChannel recording, RecordingHeader header, ReadOptions options, long micros)
      throws IOException {
    return Optional.empty();
  }

  /** Whether recordings of this format can be written. */
  default boolean writable() {
    return true;
  }

  /**
   * Writes a recording: the header at once, events as they come.
   *
   * @param header geometry and facts of the source; what this format has no place for is left out
   */
  EventWriter writer(OutputStream out, RecordingHeader header, WriteOptions options)
      throws IOException;

  /**
   * A recognised recording.
   *
   * @param certainty 100: the content says so by a signature; below: how plausible the guess is
   */
  record Recognised(RecordingHeader header, int certainty) {}
}
