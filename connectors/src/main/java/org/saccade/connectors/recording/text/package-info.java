/**
 * Events as lines of text: CSV, and the {@code t x y p} lines of rpg's data sets.
 *
 * <pre>
 *   t,x,y,p            header line, optional: t|time|timestamp|ts, x, y, p|pol|polarity|on
 *   1200,17,33,1       t in microseconds; in seconds where a time has a decimal point
 *   0.001200 17 33 0   columns by spaces or tabs
 *   240 180            first line of two numbers: columns and rows of the sensor (rpg)
 *   # a comment        also % and //; blank lines too
 * </pre>
 *
 * <p>Polarity is 1, true or on for ON; 0, -1, false or off for OFF. Lines end in LF or CRLF, the
 * last one may end with the file; a byte order mark at the start is passed over. A line longer than
 * 4 KiB, or one that is not an event, is passed over and counted. Order, unit and separator are
 * options ({@link org.saccade.connectors.recording.TextLayout}); what is not told is taken from the
 * first 64 KiB.
 *
 * <p>Start with {@link org.saccade.connectors.recording.text.TextFormat}.
 */
package org.saccade.connectors.recording.text;
