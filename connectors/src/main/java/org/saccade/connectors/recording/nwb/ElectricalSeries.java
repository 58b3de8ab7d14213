package org.saccade.connectors.recording.nwb;

import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.saccade.connectors.recording.UnreadableRecordingException;
import org.saccade.schemas.SampleEncoding;
import org.saccade.schemas.packet.SampleChannel;

/**
 * A series of electrodes.
 *
 * @param path of its group
 * @param data [samples x channels], or [samples]
 * @param channels of its columns
 * @param samples of each channel
 * @param times when they are
 * @param encoding the smallest that holds the stored values
 */
record ElectricalSeries(
    String path,
    Dataset data,
    List<SampleChannel> channels,
    long samples,
    SeriesTimes times,
    SampleEncoding encoding) {
  private static final int MAX_CHANNELS = 100_000;

  /** Deflate makes a byte of at most so many. */
  private static final long MOST_PACKED = 1032;

  /** All series of a file that can be read, in its order. */
  static List<ElectricalSeries> of(NwbFile file) throws IOException {
    Map<String, Group> groups = file.groups("ElectricalSeries", "acquisition", "processing");
    List<ElectricalSeries> all = new ArrayList<>();
    Electrodes electrodes = new Electrodes(file);
    for (Map.Entry<String, Group> one : groups.entrySet()) {
      all.add(of(file, one.getKey(), one.getValue(), electrodes, groups.size() > 1));
    }
    return all;
  }

  private static ElectricalSeries of(
      NwbFile file, String path, Group series, Electrodes electrodes, boolean several)
      throws IOException {
    Dataset data =
        Hdf.dataset(series, "data")
            .orElseThrow(
                () -> new UnreadableRecordingException(path + " has no data in this file"));
    long[] shape = data.getDimensionsAsLong();
    long channels = shape.length == 2 ? shape[1] : 1;
    if (shape.length < 1 || shape.length > 2 || channels < 1 || channels > MAX_CHANNELS) {
      throw new UnreadableRecordingException(
          path
              + " has data of "
              + Arrays.toString(shape)
              + ": expected samples x 1 to "
              + MAX_CHANNELS
              + " channels");
    }
    int width = data.getDataType().getSize();
    if (width < 1 || shape[0] < 0 || shape[0] > file.bytes() * MOST_PACKED / (width * channels)) {
      throw new UnreadableRecordingException(
          path
              + " has data of "
              + Arrays.toString(shape)
              + ", more than a file of "
              + file.bytes()
              + " bytes can hold");
    }
    String name = path.substring(path.lastIndexOf('/') + 1);
    return new ElectricalSeries(
        path,
        data,
        electrodes.channels(
            series, (int) channels, several ? name + "/" : "", path.contains("LFP")),
        shape[0],
        SeriesTimes.of(series, path, shape[0]),
        encoding(data.getDataType(), path));
  }

  private static SampleEncoding encoding(DataType type, String path)
      throws UnreadableRecordingException {
    if (type instanceof FixedPoint fixed) {
      int bits = 8 * fixed.getSize() + (fixed.isSigned() ? 0 : 1);
      return bits <= 16
          ? SampleEncoding.INT16
          : bits <= 24
              ? SampleEncoding.INT24
              : bits <= 32 ? SampleEncoding.INT32 : SampleEncoding.FLOAT64;
    }
    if (type instanceof FloatingPoint) {
      return type.getSize() <= 4 ? SampleEncoding.FLOAT32 : SampleEncoding.FLOAT64;
    }
    throw new UnreadableRecordingException(path + " has data that are no numbers");
  }
}
