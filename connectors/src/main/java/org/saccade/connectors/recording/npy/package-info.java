/**
 * NumPy's {@code .npy}: one array of samples, of one or two axes.
 *
 * <pre>
 *   "\x93NUMPY", u8 major, u8 minor, u16 (version 1) or u32 header length, little-endian,
 *   {'descr': '&lt;f4', 'fortran_order': False, 'shape': (7900, 32), } padded with spaces, then
 *   the elements
 * </pre>
 *
 * <p>The longer axis is time, the other the channels, so that samples x channels and MNE's channels
 * x samples are both read. An array has no rate: it must be told ({@code --rate}).
 *
 * <p>Source: NumPy's NEP 1, "A Simple File Format for NumPy Arrays".
 *
 * <p>Start with {@link org.saccade.connectors.recording.npy.NpyHeader}.
 */
package org.saccade.connectors.recording.npy;
