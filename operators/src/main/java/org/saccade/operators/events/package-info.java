/**
 * The keyed stream of an event camera.
 *
 * <pre>
 *   packet ─▶ order ─▶ decode ─▶ guard ─▶ stage ─▶ stage ─▶ … ─▶ packet
 *               │         │                 └────────┴─▶ features, frames, flow, tracks, stream health
 *               │         └─ malformed, other geometry ─▶ dead letters
 *               └─ gaps, late, duplicates, clock resets ─▶ stream health; a summary a session
 * </pre>
 *
 * <p>Every packet ends used, late, duplicate or as a dead letter. A used packet gives one packet
 * out, with the same sequence, also when no event of it was kept. A dead letter gives none, so
 * downstream it is a gap, as the loss that it is; only where it was the session's last, an empty
 * packet carries {@code last} on.
 *
 * <p>A stage may also put out events beside those that go on: those at corners are packets of their
 * own, one a used packet, with its sequence and times.
 *
 * <p>The chain of stages is data: a list of {@link org.saccade.operators.stage.StageParameters}.
 * What stages put out besides events becomes records by the rows of {@code OutputRow}.
 *
 * <p>Start with {@link org.saccade.operators.events.KeyedEventOperator}.
 */
package org.saccade.operators.events;
