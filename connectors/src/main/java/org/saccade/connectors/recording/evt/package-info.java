/**
 * Prophesee's RAW files: EVT2, EVT2.1 and EVT3.
 *
 * <pre>
 *   % KEY VALUE     header lines: evt (older) or format, geometry, system_ID, Date, …
 *   % end           last line, since Metavision 4
 *   words           to the end of the file: {@link org.saccade.schemas.codec.evt}
 * </pre>
 *
 * <p>A header that does not say the encoding, or none at all, is made up for by how the words look,
 * and counted. A geometry that no line states is the caller's, else that of the sensor that the
 * header names. A line {@code Date} is not taken as an epoch: it has no time zone and is the time
 * of the recording's start, while sensor time starts with the sensor. EVT4 is refused by name.
 *
 * <p>No recording of EVT2.1 is at hand: it is proved with words built by the specification.
 *
 * <p><b>Where a peer is wrong.</b> expelliarmus adds 4096 µs whenever TIME_LOW falls, which
 * TIME_HIGH has counted already: its EVT3 times run ahead. On its own sample, {@code
 * evt3_sample.raw}, its published array ends at 11772513 µs and departs from ours at event 20121;
 * the file has 551 TIME_HIGH words, one each 16 µs, which is 8816 µs, and ours go from 11718656 to
 * 11727457, 8801 µs. Its users saw 5.147 s for 2.258 s (expelliarmus issue 19; 20 on writing).
 *
 * <p>Source: Prophesee's documentation of the RAW, EVT 2.0, 2.1 and 3.0 formats; OpenEB 5.1. Start
 * with {@link org.saccade.connectors.recording.evt.PropheseeHeader}.
 */
package org.saccade.connectors.recording.evt;
