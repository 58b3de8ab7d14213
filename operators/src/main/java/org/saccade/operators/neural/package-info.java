/**
 * Continuous signals of a brain on a stream: cleaned, and described by features.
 *
 * <pre>
 *   samples ─▶ channels ─▶ watch ─▶ chain: resample, filter, reference, gain ─▶ windows ─▶ features
 * </pre>
 *
 * <p>Which channels: those that are named, or those of types EEG, MEG, LFP; without any of them all
 * that are no trigger, gaze, motion or temperature. Voltages are in microvolts whatever the
 * recording's unit; all else is in its own. Of channels with one name the second is called {@code
 * NAME-2}.
 *
 * <p>Channels are watched before they are cleaned ({@link org.saccade.operators.signal.watch});
 * those that are flat, railed or noisy are missing to the chain, and so to references and averages,
 * until they measure again. So is all that is measured while the gain is another, for {@link
 * org.saccade.operators.signal.watch.WatchParameters#gainSeconds} at most; features are held back
 * for a quarter of a second, longer where a jump is suspected, and those of windows with samples
 * behind one are dropped ({@link org.saccade.operators.neural.FeatureHold}).
 *
 * <p>What begins anew: a session, a reset of its clock and a change of channels or rate begin
 * everything anew. Behind missing samples the filter goes on if the hole is short ({@link
 * org.saccade.operators.signal.chain.FilterParameters#bridgeSeconds}), else each channel starts
 * again from its first sample; windows keep their grid, counted from the session's first sample,
 * and those with a missing sample say nothing. So do windows at another rate as far as the
 * resampling filter reaches, ten periods of the lower rate.
 *
 * <p>Epochs ({@link org.saccade.operators.neural.EpochWindow}) are cut of what comes out of the
 * chain. A marker waits until the packets have passed its epoch, and samples are kept for markers
 * that come later; so an epoch is the same whichever came first. A marker without an epoch is told
 * with the reason. What a resampling filter gives only because the session ends is in no epoch.
 *
 * <p>State of another configuration is not used: with other keys {@code neural.…} a restored stream
 * begins anew.
 *
 * <p>Start with {@link org.saccade.operators.neural.NeuralStage}.
 */
package org.saccade.operators.neural;
