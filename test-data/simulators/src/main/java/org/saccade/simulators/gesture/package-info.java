/**
 * People who make gestures before an event camera: an upper body with two arms of two links each,
 * drawn as capsules and seen by the pixel model.
 *
 * <pre>
 *   subject, gesture ──▶ hands over time ──▶ elbows (two-link inverse kinematics) ──▶ capsules
 *       ──▶ luminance frames ──▶ pixel model + noise ──▶ events, with labels
 *
 *   body coordinates, unit: arm length    x to the right of the image, y down, z to the camera
 *   hand     H(t) = centre + amplitude · pattern(φ),  φ = 2π f t + 0.5 sin(2π 0.31 t + a) + φ0
 *   elbow    on the circle |E − S| = upper, |E − H| = fore, nearest to a hint
 *   pixel    u = u0 + s · x · D/(D − z), D = 4
 * </pre>
 *
 * <p>The classes are the ten named gestures of DVS128 Gesture (Amir et al., CVPR 2017) and {@code
 * other_gestures}, which is one of seven further motions, another with each subject and trial. The
 * subject faces the camera: the right arm is at the left of the image. Clockwise is clockwise
 * <em>in the image</em>.
 *
 * <p>Subjects differ in size, place, proportions, clothing, contrast and its sign, background,
 * speed, amplitude, tilt, handedness and bearing of the arm that rests; recordings in light, shot
 * noise and hot pixels; clips in phase and in how speed and amplitude drift. What is between two
 * gestures is not labelled.
 *
 * <p><b>What tells the classes apart.</b> A circle and its reverse visit the same places with the
 * same edges: summed over time they are the same picture, and only the order of events tells them
 * apart. The same hand, waving or circling, is told by its path; drums, claps and rolls by how the
 * hands go together. The wave of one arm and of the other differ in place alone.
 *
 * <p>Everything is computed from seeds with {@link java.lang.StrictMath}: same arguments, same
 * bytes. Start with {@link org.saccade.simulators.gesture.GestureSet}.
 */
package org.saccade.simulators.gesture;
