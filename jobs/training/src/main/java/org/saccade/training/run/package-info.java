/**
 * Trainings: plan, epochs, checkpoints, and what is said of them afterwards.
 *
 * <p>Start with {@link org.saccade.training.run.Training}.
 */
package org.saccade.training.run;
