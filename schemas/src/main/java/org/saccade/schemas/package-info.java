/**
 * The records on the topics, generated from {@code src/main/avro}, and beside them the packages
 * that hold what is inside: {@code batch} (primitive arrays), {@code codec} (payload bytes to
 * batches), {@code packet} (a packet between broker and operator), {@code wire} (framing) and
 * {@code flink} (how Flink carries and restores them).
 */
package org.saccade.schemas;
