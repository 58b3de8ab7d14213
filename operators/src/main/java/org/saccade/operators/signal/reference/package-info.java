/**
 * Another reference for recorded channels.
 *
 * <pre>
 *   average   y_c = x_c − mean(x_k, k measured)
 *   named     y_c = x_c − mean(x_k, k of the references)
 *   bipolar   y_k = x_anode − x_cathode
 * </pre>
 *
 * <p>Start with {@link org.saccade.operators.signal.reference.Rereference}.
 */
package org.saccade.operators.signal.reference;
