package org.saccade.connectors.recording.aedat4;

/**
 * A packet as the file data table has it.
 *
 * @param position of its bytes, behind its header
 * @param stream of it
 * @param size bytes, compressed
 * @param items events, edges, samples or frames
 * @param first earliest time, microseconds
 * @param last latest time
 */
record PacketEntry(long position, int stream, int size, long items, long first, long last) {}
