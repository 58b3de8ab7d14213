package org.saccade.operators.stage;

/**
 * The frame that events lie in.
 *
 * @param width columns, pixels
 * @param height rows, pixels
 */
public record Geometry(int width, int height) {}
