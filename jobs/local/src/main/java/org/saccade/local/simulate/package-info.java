/**
 * Simulated recordings with labels, written as data sets are kept: DVS128 Gesture's layout or a
 * folder a class. Start with {@link org.saccade.local.simulate.GestureFiles}.
 */
package org.saccade.local.simulate;
