/**
 * BrainVision Core Data Format: a header of text ({@code .vhdr}), markers of text ({@code .vmrk}),
 * and the samples.
 *
 * <pre>
 *   [Common Infos]   DataFile, MarkerFile, DataFormat BINARY or ASCII, DataOrientation MULTIPLEXED
 *                    (point by point) or VECTORIZED (channel by channel), NumberOfChannels,
 *                    SamplingInterval in microseconds
 *   [Binary Infos]   BinaryFormat INT_16, INT_32, IEEE_FLOAT_32; little-endian
 *   [Channel Infos]  Ch1=name,reference,resolution,unit      a comma within is written \1
 *   [Marker Infos]   Mk1=type,description,position from 1,size,channel,date
 *
 *   value = stored x resolution, in the unit; no resolution: 1, no unit: microvolts
 * </pre>
 *
 * <p>Sensor time 0 is the first sample. A New Segment within the recording begins a new stretch, by
 * its date as long after the first as it says: gaps stay gaps. Text is in the Codepage named, else
 * UTF-8 where it can be, else Windows' Latin.
 *
 * <p>Source: BrainVision Core Data Format 1.0 and 2.0, Brain Products.
 *
 * <p>Start with {@link org.saccade.connectors.recording.brainvision.BrainVisionFormat}.
 */
package org.saccade.connectors.recording.brainvision;
