/**
 * AEDAT 1 and 2, as jAER and its time wrote them: an address and a time an event.
 *
 * <pre>
 *   lines of text ({@link org.saccade.connectors.recording.aedat.AedatLines}); version 1 may have none
 *   records, big-endian, to the end of the file:
 *     AEDAT 1   6 bytes: address 16, time 32 (µs)
 *     AEDAT 2   8 bytes: address 32, time 32 (µs)
 *
 *   address of a DVS128:  y 14..8, x 7..1, polarity 0; bit 15: an edge of the external input
 *   address of a DAVIS:   y 30..22, x 21..12, polarity 11; bit 10: an edge of the external input;
 *                         bit 31: a sample of a pixel or of the inertial unit
 * </pre>
 *
 * <p>Rows count from below in the file and are turned to count from the top. The chip is the one
 * that a line {@code # AEChip:} names, else a DVS128; the caller overrules both. An edge of the
 * external input has no value: it is given as a rising one of input 0. Samples of pixels and of the
 * inertial unit are counted, not read.
 *
 * <p><b>Time</b> is a counter of 32 bits that wraps after 71 min 35 s. jAER holds it in a signed
 * integer, so to its users it is negative from 35 min 47 s on; here the first time of a recording
 * is taken without a sign, and each later one is the time nearest to the one before that has its 32
 * bits. A clock that was reset shows as a step back.
 *
 * <p><b>Readers disagree.</b> iniVation's page of the format says that polarity 1 is ON, and we
 * follow it. jAER's class for the DVS128 takes 0 for ON and mirrors columns, that for DAVIS mirrors
 * columns; tonic exchanges x and y. Which one a file needs cannot be seen in the file: {@link
 * org.saccade.connectors.recording.AddressLayout} has them all. On jAER's own {@code
 * MovingDarkBox.aedat} (489,834 events) bit 0 is 1 in 242,911.
 *
 * <p>Source: iniVation's pages on AEDAT 1.0 and 2.0. Start with {@link
 * org.saccade.connectors.recording.aedat2.AddressDecoder}.
 */
package org.saccade.connectors.recording.aedat2;
