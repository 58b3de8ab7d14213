package org.saccade.connectors.recording;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** Says in a few words what a file is that is no recording known here. */
final class ForeignContent {
  private static final int SHOWN = 40;
  private static final int LOOKED_AT = 512;
  private static final Map<String, String> SIGNATURES = new LinkedHashMap<>();

  static {
    SIGNATURES.put("#!AER-DAT", "an AEDAT recording of a version that is not read by this release");
    SIGNATURES.put("#ROSBAG", "a ROS bag, not read by this release");
    SIGNATURES.put("\u0089HDF", "an HDF5 file without nwb_version: of HDF5, NWB is read");
    SIGNATURES.put("\u0093NUMPY", "a NumPy array, not read by this release");
    SIGNATURES.put("\u0089PNG", "a PNG image");
    SIGNATURES.put("\u00ff\u00d8\u00ff", "a JPEG image");
    // Of these nothing is quoted: what follows may name a person.
    SIGNATURES.put("0       ", "the beginning of an EDF recording, its header cut or damaged");
    SIGNATURES.put("\u00ffBIOSEMI", "the beginning of a BDF recording, its header cut or damaged");
    SIGNATURES.put("PK\u0003\u0004", "a zip archive: unpack it first");
    SIGNATURES.put("\u001f\u008b", "gzip data: unpack it first");
    SIGNATURES.put("(\u00b5/\u00fd", "zstd data: unpack it first");
  }

  private ForeignContent() {}

  static String describe(Head head) {
    byte[] bytes = head.bytes();
    String text =
        new String(bytes, 0, Math.min(LOOKED_AT, bytes.length), StandardCharsets.ISO_8859_1);
    for (Map.Entry<String, String> signature : SIGNATURES.entrySet()) {
      if (text.startsWith(signature.getKey())) {
        return "is " + signature.getValue();
      }
    }
    if (text.chars().allMatch(c -> c == 0)) {
      return "begins with " + text.length() + " zero bytes, as no recording does";
    }
    if (text.startsWith("% ")) {
      return "has header lines, but none of them and nothing behind them says its format";
    }
    if (text.chars().allMatch(c -> c >= ' ' && c != 127 || c == '\t' || c == '\n' || c == '\r')) {
      String line = text.lines().filter(l -> !l.isBlank()).findFirst().orElse("");
      String shown = line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line;
      return "is text whose lines are not events (it begins \""
          + shown.replaceAll("[^ -~…]", "?")
          + "\"); tell the order of its columns if they are";
    }
    int shown = Math.min(8, bytes.length);
    return "begins with the bytes "
        + HexFormat.ofDelimiter(" ").formatHex(bytes, 0, shown)
        + ", of no recording format known here";
  }
}
