/**
 * Event Stream files ({@code .es}), version 2.
 *
 * <pre>
 *   "Event Stream" 2 minor patch kind     16 bytes; kind 0 generic, 1 dvs, 2 atis, 4 color
 *   width u16, height u16                 little-endian; not in generic
 *   records                               to the end of the file
 *     dvs      h x u16 y u16              h: dt 7..1, ON 0; 255: 127 µs pass; 254: nothing
 *     atis     h x u16 y u16              h: dt 7..2, flag 1, exposure 0; 252 to 255: 63 (h &amp; 3)
 *     color    h x u16 y u16 r g b        h: dt; 255: 254 µs pass; 254: nothing
 *     generic  h length bytes             h as of color; length: seven bits a byte from bit 1 up,
 *                                         the lowest first, bit 0: more follow
 * </pre>
 *
 * <p>Time starts at 0 and is the sum of all dt, microseconds: it cannot go back, so a stream that
 * does is refused on writing. Rows count from the bottom; ours count from the top.
 *
 * <p>Contrast events of {@code dvs} and {@code atis} are events. The rest is no event of a change
 * in brightness, so it is not made one: exposure measurements, colours and bytes are {@link
 * org.saccade.connectors.recording.ItemBatch items}, which {@code cat} shows and {@code info}
 * counts; where only events are read (replay, conversion) they are counted as not read.
 *
 * <p>Source: the format's specification (neuromorphic-paris/event_stream); the recordings of faery.
 * Start with {@link org.saccade.connectors.recording.es.EsFormat}.
 */
package org.saccade.connectors.recording.es;
