/**
 * XDF, the recordings of the Lab Streaming Layer: several streams of several computers in one file.
 *
 * <pre>
 *   file    "XDF:", then chunks
 *   chunk   [1 byte n, 1 4 or 8][length, n bytes][u16 tag][content]; the length counts the tag
 *   tag     1 file header, 2 stream header (u32 stream, XML), 3 samples, 4 clock offset,
 *           5 boundary (16 fixed bytes: where reading goes on behind damage), 6 stream footer
 *   samples u32 stream, count, then each sample: 1 byte 0, or 8 and its time (f64 s), and its values
 *   offset  u32 stream, f64 time on the stream's computer, f64 what to add to get the recorder's
 *
 *   stamp     as stored, else the one before + 1 / nominal rate
 *   corrected t + (a + b t), a line through the clock offsets of each run of that computer's clock
 *   time      c + d k, a line through the corrected stamps of each stretch; k: number of the sample
 * </pre>
 *
 * <p>The first line is robust (Huber's loss, 0.1 ms), for an offset measured over a slow network is
 * an outlier. A new run of the clock begins where its time falls, or where time and offset both
 * jump. A new stretch begins with a new run, and where two stamps are more than 1 s and more than
 * 2.5 samples apart; in a stream that says {@code can_drop_samples}, more than 1.5 samples. Sensor
 * time is the recorder's clock, so that the streams of a file stay on one clock; the rate is the
 * one measured, not the nominal one. Streams of text, and of no fixed rate, are markers.
 *
 * <p>Sources: the XDF 1.0 specification (xdf-modules); the thresholds of the clock are those of
 * pyxdf 1.17, whose times the tests compare with. A pause is a pause here: pyxdf breaks only where
 * it is also longer than 500 samples, so that 4 s without data at 100 Hz are spread over the
 * samples around it.
 *
 * <p>Start with {@link org.saccade.connectors.recording.xdf.XdfRecording}.
 */
package org.saccade.connectors.recording.xdf;
