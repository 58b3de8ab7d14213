/**
 * State as numbered pages: what a model must offer to be kept in keyed state without knowing of it.
 *
 * <p>A model works on its own arrays. When a checkpoint comes (or memory is short) it gives the
 * pages that changed, each a version and bytes; later it takes them back. Nothing here knows of
 * Flink.
 *
 * <p>Start with {@link org.saccade.operators.paged.Paged}.
 */
package org.saccade.operators.paged;
