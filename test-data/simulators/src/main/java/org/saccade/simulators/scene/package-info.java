/**
 * What a simulated camera looks at: luminance as a function of place and time.
 *
 * <p>A scene renders frames of luminance 0 to 255, pixel y·width + x, row 0 at the top; pixel (x,
 * y) covers the square from (x, y) to (x + 1, y + 1). Its clock starts at 0 µs. Edges are one pixel
 * wide: a pixel's luminance is the share of it that each side covers, so an edge moves by fractions
 * of a pixel. {@link org.saccade.simulators.scene.MovingScene} also tells the true velocity.
 *
 * <p>Start with {@link org.saccade.simulators.scene.Scene}, then {@link
 * org.saccade.simulators.scene.MovingBars}.
 */
package org.saccade.simulators.scene;
