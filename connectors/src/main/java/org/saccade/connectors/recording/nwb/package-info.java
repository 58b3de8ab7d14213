/**
 * Neurodata Without Borders (NWB 2): series of electrodes in an HDF5 file, read through jHDF.
 *
 * <pre>
 *   /acquisition/NAME, /processing/MODULE/…/NAME   neurodata_type = ElectricalSeries
 *     data [samples x channels]                    attributes conversion, offset
 *     channel_conversion [channels]                1 where there is none
 *     starting_time, its attribute rate            or timestamps [samples], seconds
 *     electrodes [channels]                        rows of /general/extracellular_ephys/electrodes
 *
 *   volts  = data * conversion * channel_conversion + offset
 *   micros = 1e6 * (starting_time + sample / rate)
 * </pre>
 *
 * <p>Each series is a stream of its own; all are on the file's clock, whose zero is {@code
 * timestamps_reference_time}. Where there are several, their channels are named {@code
 * SERIES/CHANNEL}. Of stamps the rate is the middle one of their steps, made finer over the longest
 * run without a hole; a sample that is more than half a period off its place begins a stretch, as
 * elsewhere. Rows of {@code TimeIntervals} (trials, epochs) and of {@code AnnotationSeries} are
 * markers, the text of a row of a table {@code TABLE column=value …}. Spikes, units, and series of
 * other kinds are not read; links into other files are not followed.
 *
 * <p>What names a person, an animal or a session ({@code session_description}, {@code identifier},
 * {@code /general}) is read only with {@code --keep-identifiers}.
 *
 * <p>Samples are read a block at a time: whole rows of chunks of at most 64 MiB. What a file
 * declares is compared with its length before anything of that length is made.
 *
 * <p>Sources: the NWB 2 schema (nwb-schema.readthedocs.io), the HDF5 file format specification.
 *
 * <p>Start with {@link org.saccade.connectors.recording.nwb.NwbFile}.
 */
package org.saccade.connectors.recording.nwb;
