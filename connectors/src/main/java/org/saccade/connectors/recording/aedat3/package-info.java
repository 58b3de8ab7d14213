/**
 * AEDAT 3.1 and 3.0, as cAER and libcaer wrote them: packets of events of one type and one camera.
 *
 * <pre>
 *   #!AER-DAT3.1, #Source 1: DVS128, …, #!END-HEADER     lines; 3.0 has no last line
 *   packets to the end of the file, little-endian:
 *     28 bytes    int16 type, int16 source, int32 size of an event, int32 offset of its time in it,
 *                 int32 overflow, int32 capacity, int32 number, int32 valid
 *     capacity x size bytes, of which number x size are events
 *
 *   t = overflow 2^31 + time (µs)
 *   0 special   u32: valid 0, type 7..1; int32 time
 *   1 polarity  u32: valid 0, polarity 1 (1 is ON), y 16..2, x 31..17; int32 time
 *   2 frame     u32: valid 0, channels 3..1; int32 times: frame, end, exposure, end; int32 columns,
 *               rows, x, y; u16 a channel of a pixel, red first
 *   3 IMU6      u32: valid 0; int32 time; float acceleration 3, angular velocity 3, temperature
 *   4 IMU9      the same, float magnetic flux density 3
 * </pre>
 *
 * <p>Rows count from the top in 3.1, from below in 3.0, whose rows are turned. Types that are not
 * listed are passed over by their size. Events marked invalid are dropped. Packets of another
 * source than the first packet's, or than the one asked for, are left out: nothing is merged. A
 * special event of type 1 says that the clock starts again at 0: times then step back, as the
 * sensor's do. Edges of the external inputs 0, 1 and 2, of the generator (3), starts and ends of
 * frames (4) and of exposures (5) are triggers; a pulse is a rising edge.
 *
 * <p><b>Where a header is impossible</b> (a size below that of its type or above what a reader may
 * hold, more events than its capacity, a negative number) the rest is searched byte by byte for the
 * next header that looks like one written by libcaer: a type that is read, of exactly its size,
 * with capacity and number equal. One packet is counted as bad; nothing is guessed from its bytes.
 *
 * <p>No recording of libcaer's own writer was to be had; {@code libcaer_rollover.aedat31}, of which
 * our tests know the digests, has its packets around events of a real DVXplorer.
 *
 * <p>What is written is 3.1 of one source: polarity and special events, neither samples nor frames.
 *
 * <p>Source: iniVation's page on AEDAT 3.1, libcaer's headers. Start with {@link
 * org.saccade.connectors.recording.aedat3.Aedat3Decoder}.
 */
package org.saccade.connectors.recording.aedat3;
