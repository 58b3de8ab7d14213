package org.saccade.local.series;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.saccade.connectors.recording.UnreadableRecordingException;
import org.saccade.operators.series.SeriesDetector;
import org.saccade.operators.series.SeriesParameters;

/**
 * A {@link CsvTable} of one value.
 *
 * @param timestamps as they stand in the file
 * @param epochMicros the same, microseconds
 * @param texts values as they stand in the file
 * @param values the same as numbers
 */
@SuppressWarnings("ArrayRecordComponent") // written once, compared by nobody
public record CsvSeries(
    List<String> timestamps, long[] epochMicros, List<String> texts, double[] values) {

  /** Reads a file. */
  public static CsvSeries read(Path file) throws IOException {
    CsvTable table = CsvTable.read(file);
    if (table.names().size() != 1) {
      throw new UnreadableRecordingException(
          file
              + ": line 1 names "
              + table.names().size()
              + " values, expected one: timestamp,value");
    }
    return new CsvSeries(
        table.timestamps(),
        table.epochMicros(),
        table.texts().stream().map(row -> row[0]).toList(),
        Arrays.copyOf(table.values()[0], table.size()));
  }

  /** Number of records. */
  public int size() {
    return timestamps.size();
  }

  /** Difference of values from which they count as different; 1 where none can be scored. */
  public double resolution() {
    double[] usable = Arrays.stream(values).filter(SeriesDetector::usable).toArray();
    return usable.length == 0 ? 1 : SeriesParameters.wholeResolution(usable, usable.length);
  }
}
