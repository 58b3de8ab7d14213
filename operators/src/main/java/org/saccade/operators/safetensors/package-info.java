/**
 * Named tensors and text in one file: the format in which weights travel between programs.
 *
 * <pre>
 *   8 bytes    length H of the header, little-endian
 *   H bytes    JSON: {"__metadata__": {"key": "text"},
 *                     "local.main.conv.weight": {"dtype": "F32", "shape": [32, 6, 1],
 *                                                "data_offsets": [0, 768]}, …}
 *   the rest   the tensors, little-endian, row by row; offsets count from here
 * </pre>
 *
 * <p>Read are {@code F32}, {@code F64} and {@code I64}: weights, and the counters PyTorch keeps.
 * Tensors have to fill the rest without gap or overlap, as the format demands, so that a file holds
 * nothing that is not named. Every declared size is compared with what the file has before memory
 * is taken.
 *
 * <p>Source: the format's description, huggingface/safetensors.
 *
 * <p>Start with {@link org.saccade.operators.safetensors.Safetensors}.
 */
package org.saccade.operators.safetensors;
