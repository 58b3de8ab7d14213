/**
 * Prophesee's DAT files.
 *
 * <pre>
 *   % KEY VALUE            header lines: Version (1 or 2), Width, Height, Date, …
 *   type u8, size u8       0x00 or 0x0C events, 0x0E trigger edges; 8 bytes a record
 *   t u32, data u32        little-endian, any number of records
 *     version 2            x 13..0, y 27..14, p 31..28
 *     version 1            x 8..0, y 16..9, p 17
 *     trigger              value 3..0, input 31..26
 * </pre>
 *
 * <p>t is in microseconds and wraps after 71 min 35 s. A fall of more than 2^31 is a wrap, a
 * smaller one goes back (as faery, where we leave the clamping to the policy on backward time;
 * OpenEB does not unwrap at all). Many files have no geometry (N-Cars): then it is 0x0 unless the
 * caller gives it.
 *
 * <p>Source: Prophesee's documentation of the DAT format; the N-Cars recordings. Start with {@link
 * org.saccade.connectors.recording.dat.DatFormat}.
 */
package org.saccade.connectors.recording.dat;
