/**
 * Models trained from labelled recordings: {@code saccade train spikepoint}.
 *
 * <pre>
 *   folder ─▶ LabelledSet ─▶ Windows ─▶ Batches (changed, sampled, grouped, coded)
 *                                          │    by operators/spikepoint: the code of inference
 *                                          ▼
 *               Learner: forward and backward on PyTorch through DJL, AdamW on plain arrays
 *                                          │
 *        checkpoint after every epoch ◀────┴────▶ model.safetensors, model.svg
 * </pre>
 *
 * <p>A module of its own, so that PyTorch reaches no other jar. The libraries of PyTorch come from
 * Maven Central for the machine that builds, and DJL unpacks them once into its cache ({@code
 * ~/.djl.ai}, or {@code DJL_CACHE_DIR}); nothing is fetched when it runs.
 *
 * <p>On one thread a training is the same to the bit, killed and resumed or not.
 *
 * <p>Start with {@link org.saccade.training.run.Training}.
 */
package org.saccade.training;
