/**
 * The {@code .bin} files of N-MNIST and N-Caltech101, from an ATIS sensor.
 *
 * <pre>
 *   5 bytes a record, big-endian: x(8) y(8) p(1) t(23, µs); p = 1 is ON
 *   y = 240: no event; 2^13 µs are added to the times of all that follow
 * </pre>
 *
 * <p>No header and no signature. The geometry is not in the file (N-MNIST 34x34, N-Caltech up to
 * 240x180): it is 0x0 unless the caller gives it. Last bytes that are no whole record are dropped
 * and counted.
 *
 * <p>Source: Orchard et al. 2015, doi:10.3389/fnins.2015.00437, and the readers of the data set.
 * Start with {@link org.saccade.connectors.recording.nmnist.NMnistFormat}.
 */
package org.saccade.connectors.recording.nmnist;
