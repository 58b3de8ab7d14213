/**
 * The plain opponent of a spiking network on labelled recordings: kernel ridge regression on
 * time-binned frames, and the same without time.
 *
 * <pre>
 *   f    = ln(1 + events of a cell), a window of G x G cells and B bins of time, |f| = 1
 *   K    = exp(-|f - f'|² / 0.5)
 *   W    = (K + 0.03 I)⁻¹ (onehot(label) - 1 / classes)       score of a window: k(f)ᵀ W
 * </pre>
 *
 * <p>What it reaches says how hard a set is; what it loses without time, how much of the set is
 * motion. Start with {@link org.saccade.benchmarks.ridge.Ridge}.
 */
package org.saccade.benchmarks.ridge;
