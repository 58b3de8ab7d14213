/**
 * AEDAT 4, as iniVation's DV writes it: compressed packets of events, triggers, frames and samples
 * of inertial units, each in one of several streams.
 *
 * <pre>
 *   #!AER-DAT4.0 CR LF
 *   u32 size, flatbuffer IOHE: 0 compression, 1 position of the file data table (-1: none), 2 XML
 *   packets, little-endian:
 *     int32 stream, int32 size, then size bytes: none, an LZ4 frame or a ZSTD frame of
 *     u32 size, flatbuffer:
 *       EVTS   0 structs of 16 bytes: int64 t, int16 x, int16 y, bool on
 *       TRIG   0 tables: 0 t, 1 type
 *       IMUS   0 tables: 0 t, 1 temperature, 2..4 acceleration, 5..7 angular velocity, 8..10 field
 *       FRME   0 t, 1 begin, 2 end, 3 exposure begin, 4 exposure end, 5 format, 6 columns, 7 rows,
 *              8 x, 9 y, 10 pixels
 *   file data table, compressed as packets are: FTAB 0 tables of
 *     0 position behind a packet's header, 1 its stream and size, 2 items, 3 and 4 its times
 * </pre>
 *
 * <p>Times are Unix microseconds, rows count from the top. A camera is the streams of one {@code
 * source} of the XML; one is read, the first with events unless the caller names another, and of
 * each kind its first stream. Packets of others are left out and counted: nothing is merged. Edges
 * of the external input are triggers of input 0, of the generator 3, starts and ends of frames 4
 * and of exposures 5; a pulse is a rising edge.
 *
 * <p>A packet is read whole: its bytes, at most 64 MiB, are not taken before its last event is
 * given, so the decoder's state is how many were. What it unpacks to, at most 128 MiB, is allocated
 * as it is unpacked, not by what is declared. Offsets in a flatbuffer are checked at each step. A
 * packet that cannot be is counted, and the rest searched for the next one: a known stream, a size,
 * the signature of its compression. Checksums inside of compressed frames are not verified.
 *
 * <p>One camera is written: streams 0 events, 1 frames, 2 samples, 3 triggers, whose packets end
 * together. The table and its position need an output whose head can be written again ({@link
 * org.saccade.connectors.recording.ReplaceableOutput}); on others the position stays -1, as of a
 * recorder that was cut off, and every reader goes to the end. A pulse is written as a rising edge,
 * and what an inertial unit did not measure as 0.
 *
 * <p>tonic's {@code sample.aedat4} has 111,954 events in 59 packets, as its own table says; tonic's
 * test wants 118,651, which is the compressed file read as AEDAT 2.
 *
 * <p>Source: iniVation's page on AEDAT 4.0; the LZ4 frame and block formats. Start with {@link
 * org.saccade.connectors.recording.aedat4.Aedat4Decoder}.
 */
package org.saccade.connectors.recording.aedat4;
