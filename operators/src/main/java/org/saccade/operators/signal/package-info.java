/**
 * What is done with samples of EEG, MEG and other continuous signals: plain models, one package
 * each.
 *
 * <pre>
 *   iir         causal filters as second-order sections
 *   reference   average, named and bipolar references
 *   window      Hjorth parameters, Welch spectrum and band power of windows
 *   epoch       epochs around markers, less a baseline, rejected by amplitude, flatness and steps
 *   resample    another rate
 *   gain        adaptive gain control
 * </pre>
 *
 * <p>All take physical values, all count in samples, and all give the same output to the bit
 * however a recording was cut into batches and wherever it was put away and taken up again. A
 * sample that is NaN, infinite or beyond 1e100 is missing; a gap of n is the same as n missing
 * samples; neither gets into any state as a number.
 *
 * <p>Start with {@link org.saccade.operators.signal.SignalOperator}.
 */
package org.saccade.operators.signal;
