package org.saccade.connectors.recording.evt;

import java.util.List;
import org.saccade.connectors.recording.RecordingHeader;

/** The header lines of a RAW recording that is written. */
final class EvtHeader {
  /** Lines of a source that are as true of the copy. */
  private static final List<String> KEPT =
      List.of(
          "Date",
          "camera_integrator_name",
          "firmware_version",
          "integrator_name",
          "plugin_integrator_name",
          "plugin_name",
          "sensor_generation",
          "sensor_name",
          "serial_number",
          "system_ID");

  private EvtHeader() {}

  /**
   * @param version as the {@code evt} line has it, such as {@code 2.1}
   * @param encoding as the {@code format} line has it, such as {@code EVT21}
   * @param options {@code key=value}, each an option of the format and a line of its own
   */
  static String lines(String version, String encoding, RecordingHeader header, String... options) {
    StringBuilder lines = new StringBuilder("% evt " + version + "\n% format " + encoding);
    for (String option : options) {
      lines.append(';').append(option);
    }
    if (header.hasGeometry()) {
      lines.append(";height=").append(header.height()).append(";width=").append(header.width());
      lines.append("\n% geometry ").append(header.width()).append('x').append(header.height());
    }
    lines.append('\n');
    for (String option : options) {
      lines.append("% ").append(option.replace('=', ' ')).append('\n');
    }
    for (String key : KEPT) {
      String value = header.fields().getOrDefault(key, "");
      if (value.matches("[ -~]{1,256}")) {
        lines.append("% ").append(key).append(' ').append(value).append('\n');
      }
    }
    return lines.append("% end\n").toString();
  }
}
