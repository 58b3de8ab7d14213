/**
 * EDF, EDF+ and their 24-bit twins BDF and BDF+.
 *
 * <pre>
 *   header   256 bytes of ASCII: version, patient, recording, dd.mm.yy, hh.mm.ss, header bytes,
 *            "EDF+C" or "EDF+D", records (-1: unknown), seconds a record, signals
 *            then each field for all signals: label 16, transducer 80, unit 8, physical minimum
 *            and maximum 8, digital minimum and maximum 8, prefilter 80, samples a record 8, 32
 *   record   the samples of each signal in turn, 2 (EDF) or 3 (BDF) bytes, little-endian
 *
 *   physical = physMin + (digital - digMin) (physMax - physMin) / (digMax - digMin)
 *   rate     = samples a record / seconds a record
 * </pre>
 *
 * <p>Signals of one rate are one stream. A signal labelled {@code EDF Annotations} holds texts:
 * {@code onset[\x15duration]\x14text\x14…\x00}, the first of each record, without a text, the time
 * at which the record begins. Sensor time 0 is the begin of the first record; its fraction of a
 * second goes into the epoch. In EDF+D a record that does not begin where the one before ended
 * begins a new stretch: gaps stay gaps.
 *
 * <p>Sources: Kemp et al. 1992 (EDF), Kemp and Olivan 2003 (EDF+), BioSemi's page on BDF.
 *
 * <p>Start with {@link org.saccade.connectors.recording.edf.EdfRecording}.
 */
package org.saccade.connectors.recording.edf;
