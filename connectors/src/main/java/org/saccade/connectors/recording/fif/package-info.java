/**
 * FIF, the format of Elekta, MEGIN and MNE: raw recordings of MEG and EEG.
 *
 * <pre>
 *   tag      i32 kind, i32 type, i32 size, i32 next, then size bytes; big-endian
 *            next 0: the next tag follows; above 0: it is at that byte; -1: there is none
 *   kinds    200 channels, 201 rate (f32), 203 a channel (96 bytes), 204 date, 208 first sample,
 *            300 a buffer: samples, channel by channel at each point; 301 buffers left out
 *   channel  i32 scan, log, kind; f32 range, cal; i32 coil; 12 f32 place; i32 unit, multiplier;
 *            16 bytes name
 *
 *   value = stored x range x cal, in the SI unit
 * </pre>
 *
 * <p>Sensor time 0 is the first sample. Buffers left out before the first one only move the start;
 * later they part two stretches. A recording split over several files names the next one in a block
 * of references: it is read on there.
 *
 * <p>Sources: Functional Image File Format (Neuromag, 1.3); MNE's constants.
 *
 * <p>Start with {@link org.saccade.connectors.recording.fif.FifScan}.
 */
package org.saccade.connectors.recording.fif;
