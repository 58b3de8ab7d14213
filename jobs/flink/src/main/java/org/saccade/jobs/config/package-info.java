/**
 * The configuration of the jobs: one YAML file, each key with a default.
 *
 * <p>A value comes from, the later the stronger: its default, the file, an environment variable
 * ({@code SACCADE_STREAM_REORDER_PACKETS}), {@code --set key=value}. A key that nobody knows is an
 * error that names the nearest known one. Keys under {@code kafka.properties.} and {@code flink.}
 * are passed through to Kafka's clients and to Flink.
 *
 * <p>{@link org.saccade.jobs.config.Settings} lists every key; {@code deploy/saccade.yaml} is that
 * list for people, and a test keeps the two equal.
 */
package org.saccade.jobs.config;
