/**
 * What operators compute on: events, samples and spikes as primitive arrays.
 *
 * <p>A batch is a column a field: {@code t[i], x[i], y[i], p[i]} is event {@code i}. Arrays are
 * reused from packet to packet; {@code size} says how much of them holds. Nothing here knows of
 * Avro, Kafka or Flink.
 *
 * <p>Start with {@link org.saccade.schemas.batch.EventBatch}.
 */
package org.saccade.schemas.batch;
