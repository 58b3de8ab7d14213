/**
 * Several recordings at once onto one producer, with one progress bar: what {@code saccade replay}
 * and {@code saccade demo} share. Start with {@link org.saccade.local.replay.Replays}.
 */
package org.saccade.local.replay;
