/**
 * What an event camera sees, a window at a time: SpikePoint on keyed streams.
 *
 * <pre>
 *   packets ─▶ decode ─▶ ring of the last window's events ─▶ window due ─▶ SpikePoint ─▶ label,
 *                              ▲                                             ▲           scores
 *   markers ───────────────────┘ (a part between two)      models by command ┘
 * </pre>
 *
 * <p>A model's file says how it wants to be fed: window, step, count, crop, polarity. Windows are
 * cut as they were for its training: the first begins at the last multiple of the step that is not
 * behind the session's first event, the next a step later, and the last is the first that ends
 * behind the session's last event. They are due by sensor time, when an event at or behind their
 * end comes, whatever packet it comes in. Sensors whose clocks began together would all be due at
 * once; so from the second window on each is moved by a part of a step that is drawn from its name.
 * A window by count ends with the event that makes it full; where a file names both, whichever
 * comes first ends it. With markers a window is what lies between one and the next.
 *
 * <p>A window with too few events is answered with the label {@code nothing} and no scores; of
 * windows without any event that follow each other there is one answer, from the begin of the first
 * to the end of the last. A vote is the mean of the scores of a session's windows, told when it
 * ends, by an operator of the name UID-votes.
 *
 * <p>Every random choice is seeded from the stream's name, the session and the window's begin. A
 * window is worked on with the model that is in force at its end: the last that a command brought
 * whose sensor time the window's end has reached, else the job's own. The digest of the model is
 * part of the answer's id.
 *
 * <p>A window that is due is copied and classified on threads that all sensors of the process
 * share, whichever subtask they fell to by the hash of their names: two sensors of one subtask keep
 * two processors busy. A stream's answers are told in the order of its windows. Before a
 * checkpoint, and before a stream is put away, what is in work is waited for; so none of it is
 * state. Two windows a thread may be in work for a subtask; who brings one more waits, and with it
 * the subtask's input: where windows come faster than they can be classified, all are classified,
 * later and later. {@code spikepoint.steps} and {@code spikepoint.sure} make them cheaper; nothing
 * is left out unsaid.
 *
 * <p>State: the events since the open window's begin, at most so many as the configuration says
 * (then the oldest are lost, and counted in the session's summary), votes, and the names of the
 * commands that were obeyed. Membranes begin at zero with every window.
 *
 * <p>Start with {@link org.saccade.operators.classify.KeyedClassifyOperator}.
 */
package org.saccade.operators.classify;
