/**
 * The pixel of an event camera: from luminance frames to events.
 *
 * <p>One pixel compares the logarithm of its luminance with the value that it memorised at its last
 * event, and fires ON (OFF) each time it is one threshold above (below):
 *
 * <pre>
 *   L     = I·ln(20)/20 for I ≤ 20, else ln I          I in 0..255
 *   ε     = min(1, (I + 20)/275 · Δt · 2π·cutoff)
 *   Lp    = (1 − ε)·Lp + ε·L                           photoreceptor, one pole
 *   base −= Δt · leak · 10^(cov·N) · (1 − jitter·N′) · θon
 *   n     = ⌊(Lp − base)/θon⌋ ON, or ⌊(base − Lp)/θoff⌋ OFF events;  base ± n·θ
 *   shot noise: ON and OFF each with p = rate/2 · Δt · (1 − 0.75·(I + 20)/275) · θnominal/θ
 * </pre>
 *
 * <p>Source: Hu, Liu, Delbruck: v2e: From Video Frames to Realistic DVS Events, CVPR workshops
 * 2021, and its public implementation; {@link org.saccade.simulators.dvs.PixelModel} lists where
 * this one differs. {@link org.saccade.simulators.dvs.BackgroundNoise} makes noise alone, so that
 * its events can be labelled.
 *
 * <p>Start with {@link org.saccade.simulators.dvs.PixelModel}.
 */
package org.saccade.simulators.dvs;
