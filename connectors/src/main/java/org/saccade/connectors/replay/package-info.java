/**
 * A recording becomes packets: paced onto a topic, or straight into a Flink job.
 *
 * <pre>
 *   recording ─▶ EventSource ─▶ Packetizer ─┬▶ Replay (Pacer, Kafka producer) ─▶ topic, markers
 *            └─▶ words ────────▶ WordPackets ┘
 *   recording ─▶ EventSource ─▶ Packetizer ──▶ RecordingSource (Flink, no broker)
 * </pre>
 *
 * <p>Packets hold decoded events, or the sensor's own words as they are, with the state of a
 * decoder before the first of them, so that each can be decoded alone. Trigger edges become
 * markers.
 *
 * <p>A packet ends before the event that would make it longer than {@code maxEvents}, or that lies
 * {@code maxMicros} of sensor time or more away from its first. Where the reader cuts its batches
 * makes no difference. Sensor time stays as the recording says, 64 bits wide; each replay, and each
 * pass of a loop, is a session of its own.
 *
 * <p>Start with {@link org.saccade.connectors.replay.Replay}.
 */
package org.saccade.connectors.replay;
