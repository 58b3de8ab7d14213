package org.saccade.connectors.recording.brainvision;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.saccade.connectors.recording.ChannelKinds;
import org.saccade.connectors.recording.UnreadableRecordingException;
import org.saccade.schemas.packet.SampleChannel;
import org.saccade.schemas.packet.SampleRate;

/**
 * What a header says.
 *
 * @param data file of the samples
 * @param markers file of the markers; null: none
 * @param format null: text
 * @param vectorized whether a channel's samples lie together
 * @param bigEndian order of bytes
 * @param text how text is laid out
 */
record BrainVisionHeader(
    Path data,
    Path markers,
    BinaryFormat format,
    boolean vectorized,
    boolean bigEndian,
    List<SampleChannel> channels,
    SampleRate rate,
    Map<String, String> text) {
  private static final int MAX_CHANNELS = 100_000;

  /** Most channels of a header that describes fewer: those take the defaults. */
  private static final int MAX_UNDESCRIBED = 4096;

  private static final String MICROVOLTS = "\u00b5V";

  static BrainVisionHeader read(Path header) throws IOException {
    IniText ini = IniText.read(header);
    Map<String, String> common = ini.section("common infos");
    int n = whole(common, "NumberOfChannels", MAX_CHANNELS);
    boolean ascii = one(common, "DataFormat", "BINARY", "BINARY", "ASCII").equals("ASCII");
    if (common.getOrDefault("datatype", "TIMEDOMAIN").equalsIgnoreCase("FREQUENCYDOMAIN")) {
      throw new UnreadableRecordingException("DataType=FREQUENCYDOMAIN: expected TIMEDOMAIN");
    }
    Map<String, String> binary = ini.section("binary infos");
    Map<String, String> described = ini.section("channel infos");
    if (n > Math.max(MAX_UNDESCRIBED, described.size())) {
      throw new UnreadableRecordingException(
          "NumberOfChannels=" + n + ", but " + described.size() + " channels are described");
    }
    List<SampleChannel> channels = new ArrayList<>();
    for (int c = 1; c <= n; c++) {
      channels.add(channel(c, described.getOrDefault("ch" + c, "")));
    }
    Path data = beside(header, common.get("datafile"), ".eeg");
    if (data == null) {
      throw new UnreadableRecordingException(
          "DataFile=" + common.get("datafile") + ": no such file beside the header");
    }
    return new BrainVisionHeader(
        data,
        common.containsKey("markerfile") ? beside(header, common.get("markerfile"), ".vmrk") : null,
        ascii ? null : BinaryFormat.valueOf(binaryFormat(binary)),
        one(common, "DataOrientation", "MULTIPLEXED", "MULTIPLEXED", "VECTORIZED")
            .equals("VECTORIZED"),
        binary.getOrDefault("usebigendianorder", "NO").equalsIgnoreCase("YES"),
        channels,
        rate(common.get("samplinginterval")),
        ini.section("ascii infos"));
  }

  private static String binaryFormat(Map<String, String> binary)
      throws UnreadableRecordingException {
    return one(binary, "BinaryFormat", "INT_16", "INT_16", "UINT_16", "INT_32", "IEEE_FLOAT_32");
  }

  private static String one(
      Map<String, String> section, String key, String otherwise, String... known)
      throws UnreadableRecordingException {
    String value =
        section.getOrDefault(key.toLowerCase(Locale.ROOT), otherwise).toUpperCase(Locale.ROOT);
    if (!List.of(known).contains(value)) {
      throw new UnreadableRecordingException(
          key + "=" + value + ": expected one of " + String.join(", ", known));
    }
    return value;
  }

  private static int whole(Map<String, String> section, String key, int most)
      throws UnreadableRecordingException {
    String value = section.get(key.toLowerCase(Locale.ROOT));
    try {
      int n = Integer.parseInt(value == null ? "" : value);
      if (n >= 1 && n <= most) {
        return n;
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    throw new UnreadableRecordingException(
        key + "=" + value + ": expected a whole number from 1 to " + most);
  }

  private static SampleRate rate(String interval) throws UnreadableRecordingException {
    try {
      BigDecimal micros = new BigDecimal(interval == null ? "" : interval.replace(',', '.'));
      if (micros.signum() > 0 && micros.scale() >= -9 && micros.scale() <= 9) {
        int scale = Math.max(0, micros.scale());
        BigInteger numerator = BigInteger.TEN.pow(6 + scale);
        BigInteger denominator = micros.movePointRight(scale).toBigIntegerExact();
        BigInteger divisor = numerator.gcd(denominator);
        return new SampleRate(
            numerator.divide(divisor).longValueExact(),
            denominator.divide(divisor).longValueExact());
      }
    } catch (IllegalArgumentException | ArithmeticException e) {
      // Told below.
    }
    throw new UnreadableRecordingException(
        "SamplingInterval=" + interval + ": expected microseconds above 0");
  }

  private static SampleChannel channel(int number, String value)
      throws UnreadableRecordingException {
    String[] fields = IniText.fields(value);
    String name = fields[0].isEmpty() ? String.valueOf(number) : fields[0];
    double resolution = 1;
    if (fields.length > 2 && !fields[2].isEmpty()) {
      try {
        resolution = Double.parseDouble(fields[2]);
      } catch (NumberFormatException e) {
        resolution = 0;
      }
    }
    String unit = fields.length > 3 && !fields[3].isEmpty() ? fields[3] : MICROVOLTS;
    try {
      return new SampleChannel(name, ChannelKinds.of(name), unit, resolution, 0);
    } catch (IllegalArgumentException e) {
      throw new UnreadableRecordingException(
          "Ch" + number + "=" + shown(value) + ": expected name,reference,resolution,unit");
    }
  }

  private static String shown(String value) {
    return value.length() > 80 ? value.substring(0, 80) + "…" : value;
  }

  /** The file named, by its last part, else the one with the header's own name; null: neither. */
  private static Path beside(Path header, String name, String ending) {
    String stem = String.valueOf(header.getFileName()).replaceFirst("\\.[^.]*$", "");
    if (name != null && !name.isEmpty()) {
      String told = name.replace("$b", stem);
      told = told.substring(Math.max(told.lastIndexOf('/'), told.lastIndexOf('\\')) + 1);
      if (told.indexOf('\0') < 0 && Files.isRegularFile(header.resolveSibling(told))) {
        return header.resolveSibling(told);
      }
    }
    Path own = header.resolveSibling(stem + ending);
    return Files.isRegularFile(own) ? own : null;
  }
}
