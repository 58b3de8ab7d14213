/**
 * The keyed stream of an event camera.
 *
 * <pre>
 *   packet ─▶ order ─▶ decode ─▶ guard ─▶ [rate] ─▶ refractory ─▶ background activity ─▶ [rate] ─▶ packet
 *               │         │                  └──────────── features ─────────────────────┘
 *               │         └─ malformed, other geometry ─▶ dead letters
 *               └─ gaps, late, duplicates, clock resets ─▶ stream health; a summary a session
 * </pre>
 *
 * <p>Every packet ends used, late, duplicate or as a dead letter. A used packet gives one packet
 * out, with the same sequence, also when no event of it was kept. A dead letter gives none, so
 * downstream it is a gap, as the loss that it is; only where it was the session's last, an empty
 * packet carries {@code last} on.
 *
 * <p>Start with {@link org.saccade.operators.events.KeyedEventOperator}.
 */
package org.saccade.operators.events;
