/**
 * Prophesee's event encodings: EVT2 (32-bit words), EVT2.1 (64-bit) and EVT3 (16-bit).
 *
 * <pre>
 *   EVT2, bits 31..28 = type          EVT3, bits 15..12 = type
 *   0 OFF, 1 ON  low 27..22, x, y     0 ADDR_Y       row 10..0
 *   8 TIME_HIGH  bits 33..6 of t      2 ADDR_X       column 10..0, polarity 11: one event
 *   A TRIGGER    low, id 12..8, bit 0 3 VECT_BASE_X  column 10..0, polarity 11
 *   D, E, F      IMU, OTHER,          4 VECT_12      mask 11..0, then the base moves by 12
 *                CONTINUED: skipped   5 VECT_8       mask 7..0, then the base moves by 8
 *                                     6 TIME_LOW     bits 11..0 of t
 *                                     8 TIME_HIGH    bits 23..12 of t
 *                                     A TRIGGER      id 11..8, value bit 0
 *                                     7, E, F        CONTINUED, OTHERS: skipped
 * </pre>
 *
 * <pre>
 *   EVT2.1, bits 63..60 = type
 *   0 OFF, 1 ON  low 59..54, first column 53..43, row 42..32, mask 31..0: a column a bit
 *   8 TIME_HIGH  59..32: bits 33..6 of t
 *   A TRIGGER    low 59..54, id 44..40, bit 32
 *   E, F         OTHERS, CONTINUED: skipped
 * </pre>
 *
 * <p>Words are little-endian, but for {@link org.saccade.schemas.codec.evt.WordOrder#LEGACY}: there
 * the halves of the 64-bit words come in the other order.
 *
 * <p>All send the high part of the time once and leave the wraps to the reader: {@link
 * org.saccade.schemas.codec.evt.WrappingTime} counts them. Where the tools of the field differ, we
 * do as OpenEB 5.1 does, except that each vector word of EVT3 stands for itself, and that a wrap of
 * EVT2.1 may miss its last 10 ms as one of EVT2 may: OpenEB wants the very last TIME_HIGH before
 * it, so that a word lost there would cost 4 h 46 min.
 *
 * <p>What limits them: EVT2 goes by {@link org.saccade.schemas.codec.evt.Evt2Block}s of words and
 * is bound by instructions, four stores an event among them. EVT3 goes by {@link
 * org.saccade.schemas.codec.evt.Evt3Block}s of events: three fifths of its time go from word to
 * word (1.4 words an event in a recording of a Gen 4 camera), of which a missed branch at each
 * vector and time, one in eleven events, is about a third; the rest are times, polarities and
 * copies.
 *
 * <p>Source: Prophesee's documentation of EVT 2.0, 2.1 and 3.0. Start with {@link
 * org.saccade.schemas.codec.evt.Evt2Decoder}.
 */
package org.saccade.schemas.codec.evt;
