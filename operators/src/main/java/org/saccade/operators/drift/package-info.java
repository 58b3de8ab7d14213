/**
 * Features on a stream, watched for single odd moments (anomalies) and lasting changes (drifts).
 *
 * <pre>
 *   value ─▶ order ─▶ gap, session ─▶ measure ─▶ series detector ─▶ anomalies, drifts
 *              │           │
 *              └───────────┴─ late, gaps, resets, no numbers, commands ─▶ stream health; a summary
 *   command ─▶ every subtask: RESET, FREEZE, RESUME
 * </pre>
 *
 * <p>A series is a stream's feature of one source. Its first values (a hundred, or the warm-up if
 * that is shorter) are held back until their range, which gives the encoder's resolution, and the
 * usual interval between them are known; then they are scored in their order. Nothing is told of
 * the warm-up.
 *
 * <ul>
 *   <li>A value that is no number, infinite, or beyond ±1e100 is not scored and changes nothing; a
 *       run of them is told once, as {@code OTHER}.
 *   <li>A time that is not behind the last one is late or sent again: the value is dropped, a run
 *       of them told once, as {@code LATE}; further back than {@code clockResetMicros} it is a
 *       {@code CLOCK_RESET}, and scoring goes on from there. A value of the session before the
 *       present one is late too.
 *   <li>A step of more than {@code gapIntervals} usual intervals is a {@code GAP}.
 *   <li>After a gap, a reset and a change of session what was learnt stays; only what was expected
 *       next is forgotten, and a season's phase, so that a seasonal reference is learnt again.
 *   <li>A constant series expects its value; the first other one counts.
 *   <li>A step of any size is one anomaly, and a drift if it lasts; then it is what is normal.
 *   <li>A series of which only a few values ever come says nothing but its summary, when it
 *       expires.
 * </ul>
 *
 * <p>Commands with an {@code effective} time hold from that sensor time, so that a rerun gives the
 * same output, where they were on the topic in time; others from the next value on. Each that is
 * obeyed is told as {@code OTHER}. {@code FREEZE}: the sequence memory stops learning; likelihood
 * and tests go on. {@code RESET}: the series begins anew, and learns. At most {@value
 * org.saccade.operators.drift.KeyedFeatureOperator#MOST_COMMANDS} commands are remembered, the
 * newest, for series that are yet to come.
 *
 * <p>Features of a stream, of one source, can be watched together too: then the key is stream and
 * source, a row is what the detectors say of one moment, and what is told of rows has the feature
 * {@code joint:NAME}, NAME being the one that is furthest out ({@link
 * org.saccade.operators.joint}). A row waits until all of its features have passed its time; of
 * more than 256 the oldest goes on without those that are missing, so that one which fell silent
 * holds nothing up. What is no number is missing too.
 *
 * <p>Start with {@link org.saccade.operators.drift.KeyedFeatureOperator}.
 */
package org.saccade.operators.drift;
