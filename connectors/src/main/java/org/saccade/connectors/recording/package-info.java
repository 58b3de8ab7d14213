/**
 * Recordings on disk: one package a file format, and the one reader that drives them all.
 *
 * <p>A format says three things: how to know it by its content ({@link
 * org.saccade.connectors.recording.EventFormat#recognise}), how its bytes become events (an {@link
 * org.saccade.schemas.codec.EventDecoder}), and how events become its bytes (an {@link
 * org.saccade.connectors.recording.EventWriter}). Reading in chunks, cutting, resuming, policies
 * and counting are the same for all: {@link org.saccade.connectors.recording.RecordingReader}.
 *
 * <p>Samples of an inertial unit and frames, where a format holds them, go the same way in an
 * {@link org.saccade.schemas.batch.OtherItems} beside the events. A format that counts what it
 * holds apart from it says so by {@link org.saccade.connectors.recording.EventFormat#declared}.
 *
 * <p>Where a format lets one go to a time without decoding what comes before it, it says so by
 * {@link org.saccade.connectors.recording.EventFormat#seek}. The words of EVT have to be looked at,
 * since the time wraps within seconds; records of one size are sampled ({@link
 * org.saccade.connectors.recording.TimeLadder}), headers and tables of packets read. Event Stream
 * (records of several sizes, each a difference of time), N-MNIST (seconds long) and text are read
 * from their start.
 *
 * <p>The next format is a package, a line in {@link org.saccade.connectors.recording.EventFormats}
 * and a row in the tests' table.
 */
package org.saccade.connectors.recording;
