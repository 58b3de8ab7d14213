package org.saccade.connectors.recording.nwb;

import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.saccade.connectors.recording.ChannelKinds;
import org.saccade.schemas.ChannelType;
import org.saccade.schemas.packet.SampleChannel;

/** The channels of a series, by the table of electrodes. */
final class Electrodes {
  private static final List<String> NAMES = List.of("label", "channel_name", "electrode_name");

  private final Object names;
  private final Object ids;

  Electrodes(NwbFile file) {
    Optional<Group> table =
        Hdf.group(file.hdf(), "general")
            .flatMap(g -> Hdf.group(g, "extracellular_ephys"))
            .flatMap(g -> Hdf.group(g, "electrodes"));
    Object found = null;
    for (String name : NAMES) {
      found =
          found == null
              ? table.flatMap(t -> Hdf.dataset(t, name)).map(Hdf::column).orElse(null)
              : found;
    }
    names = found instanceof String[] ? found : null;
    ids = table.flatMap(t -> Hdf.dataset(t, "id")).map(Hdf::column).orElse(null);
  }

  /**
   * Channels of a series: named by their electrode's label, else its id, else their number.
   *
   * @param prefix before each name
   * @param field whether the series is a field potential
   */
  List<SampleChannel> channels(Group series, int count, String prefix, boolean field) {
    Dataset data = Hdf.dataset(series, "data").orElseThrow();
    double conversion = finite(Hdf.number(data, "conversion", 1), 1);
    double offset = finite(Hdf.number(data, "offset", 0), 0);
    String unit = Hdf.text(data, "unit");
    unit = unit.equalsIgnoreCase("volts") || unit.equalsIgnoreCase("volt") ? "V" : cut(unit);
    Object factors = ofLength(Hdf.dataset(series, "channel_conversion"), count);
    Object rows = ofLength(Hdf.dataset(series, "electrodes"), count);
    List<SampleChannel> channels = new ArrayList<>();
    for (int c = 0; c < count; c++) {
      String name = name(rows == null ? -1 : Hdf.element(rows, c), c);
      double scale = conversion * (factors == null ? 1 : finite(Hdf.element(factors, c), 1));
      ChannelType told = ChannelKinds.of(name);
      ChannelType type =
          told != ChannelType.OTHER ? told : field ? ChannelType.LFP : ChannelType.OTHER;
      channels.add(
          new SampleChannel(cut(prefix + name), type, unit, scale == 0 ? 1 : scale, offset));
    }
    return channels;
  }

  private String name(double row, int number) {
    int r = row >= 0 && row < Hdf.MAX_ELEMENTS ? (int) row : -1;
    if (names != null && r >= 0 && r < Array.getLength(names)) {
      Object name = Array.get(names, r);
      if (name != null && !name.toString().isBlank()) {
        return name.toString().strip();
      }
    }
    return ids != null && r >= 0 && r < Array.getLength(ids)
        ? "electrode " + (long) Hdf.element(ids, r)
        : "channel " + number;
  }

  private static Object ofLength(Optional<Dataset> data, int count) {
    Object column = data.map(Hdf::column).orElse(null);
    return column != null && column.getClass().isArray() && Array.getLength(column) == count
        ? column
        : null;
  }

  private static double finite(double value, double otherwise) {
    return Double.isFinite(value) ? value : otherwise;
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(SampleChannel.MAX_TEXT, text.length()));
  }
}
