package org.saccade.connectors.recording;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntSupplier;

/**
 * One recording in every format of samples: two channels at 100 Hz, the stored value of channel
 * {@code c} at sample {@code i} being {@link #stored}; where the format can say so, a hole of 2 s
 * in its middle and a marker {@code go} at its sample 7, for two samples.
 */
final class SampleFormatCases {
  static final int RATE = 100;
  static final long HOLE = 2_000_000;
  private static final long XDF_BEGIN = 10_000_000;

  /**
   * A format in one of its layouts.
   *
   * @param format its name
   * @param layout of it
   * @param suffix of the file that is opened
   * @param hole whether there is one
   * @param marker what the marker is called; empty: there is none
   * @param maker gives its files by name, of so many samples, an even number of at least 20
   */
  record Case(
      String format, String layout, String suffix, boolean hole, String marker, Maker maker) {
    Map<String, byte[]> files(int samples) {
      Map<String, byte[]> files = new LinkedHashMap<>();
      maker.make(samples, files);
      return files;
    }

    Path main(Map<String, byte[]> files, IntSupplier piece) {
      return new MemoryFiles(files, piece).path("case" + suffix);
    }

    ReadOptions options() {
      boolean told = format.equals("npy") || format.equals("arff");
      GazeOptions rate = new GazeOptions(told ? RATE : 0, GazeOptions.Unit.STATED, null);
      return ReadOptions.DEFAULT.withGaze(rate);
    }

    /** Where its stretches are. */
    List<Samples.Stretch> stretches(int samples) {
      int half = samples / 2;
      long begin = format.equals("xdf") ? XDF_BEGIN : 0;
      long lasts = format.equals("fif") ? half * 10_000L : HOLE;
      return hole
          ? List.of(
              new Samples.Stretch(0, begin, half),
              new Samples.Stretch(half, begin + half * 10_000L + lasts, samples - half))
          : List.of(new Samples.Stretch(0, begin, samples));
    }

    /** Its markers. */
    List<RecordingMarker> markers() {
      long begin = format.equals("xdf") ? XDF_BEGIN : 0;
      long lasts = format.equals("xdf") ? 0 : 20_000;
      return marker.isEmpty()
          ? List.of()
          : List.of(new RecordingMarker(begin + 70_000, lasts, marker));
    }

    @Override
    public String toString() {
      return format + " " + layout;
    }
  }

  /** Adds the files of a recording of so many samples. */
  @FunctionalInterface
  interface Maker {
    void make(int samples, Map<String, byte[]> files);
  }

  private SampleFormatCases() {}

  /** Within ±1000. */
  static int stored(int channel, int sample) {
    return (sample * 37 + channel * 411) % 2001 - 1000;
  }

  static List<Case> all() {
    List<Case> all = new ArrayList<>();
    for (String variant : List.of("", "EDF+C", "EDF+D")) {
      all.add(edf("edf", variant, 2));
    }
    for (String variant : List.of("24BIT", "BDF+C", "BDF+D")) {
      all.add(edf("bdf", variant, 3));
    }
    for (String format : List.of("INT_16", "INT_32", "IEEE_FLOAT_32")) {
      for (boolean vectorized : new boolean[] {false, true}) {
        all.add(brainVision(format, vectorized));
      }
    }
    all.add(brainVision("ASCII", false));
    all.add(brainVision("ASCII", true));
    for (String type : List.of("short", "int", "float", "double")) {
      all.add(fif(type));
    }
    all.add(new Case("xdf", "int16 with texts", ".xdf", true, "go", SampleFormatCases::xdf));
    for (String descr : List.of("<i2", ">i2", "<i4", "<f4", ">f8")) {
      all.add(npy(descr, "False"));
      all.add(npy(descr, "True"));
    }
    all.add(new Case("samples-csv", "ours", ".csv", true, "go", (n, f) -> csv(n, f, true)));
    all.add(new Case("samples-csv", "named", ".csv", true, "", (n, f) -> csv(n, f, false)));
    all.add(new Case("arff", "numbers", ".arff", false, "", SampleFormatCases::arff));
    return all;
  }

  private static Case edf(String format, String variant, int width) {
    boolean texts = variant.contains("+");
    boolean hole = variant.endsWith("D");
    return new Case(
        format,
        variant.isEmpty() ? "plain" : variant,
        "." + format,
        hole,
        texts ? "go" : "",
        (samples, files) -> files.put("case." + format, edf(samples, variant, width)));
  }

  /** Two records, of half the samples each. */
  private static byte[] edf(int samples, String variant, int width) {
    boolean texts = variant.contains("+");
    int half = samples / 2;
    StringBuilder head = new StringBuilder(width == 2 ? "0       " : "\u00ffBIOSEMI");
    pad(head, 80, "X X X X");
    pad(head, 80, "Startdate X X X X");
    pad(head, 8, "01.01.20", "00.00.00", String.valueOf(256 * (texts ? 4 : 3)));
    pad(head, 44, variant);
    pad(head, 8, "2", String.format(Locale.ROOT, "%.2f", half / 100.0));
    pad(head, 4, texts ? "3" : "2");
    String[][] fields = {
      {"A", "B", width == 2 ? "EDF Annotations" : "BDF Annotations"},
      {"", "", ""},
      {"uV", "uV", ""},
      {"-500", "-500", "-1"},
      {"500", "500", "1"},
      {"-1000", "-1000", "-32768"},
      {"1000", "1000", "32767"},
      {"", "", ""},
      {"" + half, "" + half, "30"},
      {"", "", ""}
    };
    int[] lengths = {16, 80, 8, 8, 8, 8, 8, 80, 8, 32};
    for (int f = 0; f < fields.length; f++) {
      for (int s = 0; s < (texts ? 3 : 2); s++) {
        pad(head, lengths[f], fields[f][s]);
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
    for (int record = 0; record < 2; record++) {
      for (int c = 0; c < 2; c++) {
        for (int i = 0; i < half; i++) {
          int value = stored(c, record * half + i);
          for (int b = 0; b < width; b++) {
            out.write(value >> 8 * b);
          }
        }
      }
      if (texts) {
        double start = half / 100.0 * record + (variant.endsWith("D") ? 2 * record : 0);
        String text = String.format(Locale.ROOT, "+%.2f\24\24\0", start);
        text += record == 0 ? "+0.07\0250.02\24go\24\0" : "";
        byte[] bytes = new byte[30 * width];
        System.arraycopy(text.getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, text.length());
        out.writeBytes(bytes);
      }
    }
    return out.toByteArray();
  }

  private static void pad(StringBuilder head, int length, String... texts) {
    for (String text : texts) {
      head.append(text).append(" ".repeat(length - text.length()));
    }
  }

  private static Case brainVision(String format, boolean vectorized) {
    return new Case(
        "brainvision",
        format + (vectorized ? " VECTORIZED" : " MULTIPLEXED"),
        ".vhdr",
        true,
        "Stimulus/go",
        (samples, files) -> brainVision(samples, format, vectorized, files));
  }

  private static void brainVision(
      int samples, String format, boolean vectorized, Map<String, byte[]> files) {
    boolean ascii = format.equals("ASCII");
    text(
        files,
        "case.vhdr",
        "Brain Vision Data Exchange Header File Version 1.0\n[Common Infos]\nCodepage=UTF-8\n"
            + "DataFile=case.eeg\nMarkerFile=case.vmrk\nDataFormat="
            + (ascii ? "ASCII" : "BINARY")
            + "\nDataOrientation="
            + (vectorized ? "VECTORIZED" : "MULTIPLEXED")
            + "\nNumberOfChannels=2\nSamplingInterval=10000\n"
            + (ascii
                ? "[ASCII Infos]\nDecimalSymbol=.\nSkipLines=0\nSkipColumns=0\n"
                : "[Binary Infos]\nBinaryFormat=" + format + "\n")
            + "[Channel Infos]\nCh1=A,,0.5,uV\nCh2=B,,0.5,uV\n");
    int half = samples / 2;
    long micros = half * 10_000L + HOLE;
    text(
        files,
        "case.vmrk",
        "Brain Vision Data Exchange Marker File, Version 1.0\n[Marker Infos]\n"
            + "Mk1=New Segment,,1,1,0,20200101000000000000\nMk2=Stimulus,go,8,2,0\n"
            + String.format(
                Locale.ROOT,
                "Mk3=New Segment,,%d,1,0,202001010000%02d%06d\n",
                half + 1,
                micros / 1_000_000,
                micros % 1_000_000));
    StringBuilder lines = new StringBuilder();
    ByteBuffer data = ByteBuffer.allocate(8 * samples).order(ByteOrder.LITTLE_ENDIAN);
    for (int n = 0; n < 2 * samples; n++) {
      int c = vectorized ? n / samples : n % 2;
      int value = stored(c, vectorized ? n % samples : n / 2);
      boolean ends = vectorized ? n % samples == samples - 1 : c == 1;
      switch (format) {
        case "INT_16" -> data.putShort((short) value);
        case "INT_32" -> data.putInt(value);
        case "IEEE_FLOAT_32" -> data.putFloat(value);
        default -> lines.append(value).append(ends ? "\n" : " ");
      }
    }
    files.put(
        "case.eeg",
        ascii
            ? lines.toString().getBytes(StandardCharsets.US_ASCII)
            : java.util.Arrays.copyOf(data.array(), data.position()));
  }

  private static Case fif(String type) {
    return new Case(
        "fif",
        type,
        ".fif",
        true,
        "",
        (samples, files) -> files.put("case.fif", fif(samples, type)));
  }

  /** Two buffers of half the samples each, one left out between them. */
  private static byte[] fif(int samples, String type) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    tag(out, 100, 31, new byte[20]);
    tag(out, 200, 3, ByteBuffer.allocate(4).putInt(2).array());
    tag(out, 201, 4, ByteBuffer.allocate(4).putFloat(RATE).array());
    for (String name : List.of("A", "B")) {
      ByteBuffer b = ByteBuffer.allocate(96).putInt(8, 2).putFloat(12, 1).putFloat(16, 0.5f);
      b.putInt(72, 107).put(80, (byte) name.charAt(0));
      tag(out, 203, 30, b.array());
    }
    tag(out, 104, 3, ByteBuffer.allocate(4).putInt(102).array());
    int half = samples / 2;
    for (int begin = 0; begin < samples; begin += half) {
      if (begin > 0) {
        tag(out, 301, 3, ByteBuffer.allocate(4).putInt(1).array());
      }
      ByteBuffer b = ByteBuffer.allocate(16 * half);
      for (int n = 0; n < 2 * half; n++) {
        int value = stored(n % 2, begin + n / 2);
        switch (type) {
          case "short" -> b.putShort((short) value);
          case "int" -> b.putInt(value);
          case "float" -> b.putFloat(value);
          default -> b.putDouble(value);
        }
      }
      int code = Map.of("short", 2, "int", 3, "float", 4, "double", 5).get(type);
      tag(out, 300, code, java.util.Arrays.copyOf(b.array(), b.position()));
    }
    tag(out, 105, 3, ByteBuffer.allocate(4).putInt(102).array());
    return out.toByteArray();
  }

  private static void tag(ByteArrayOutputStream out, int kind, int type, byte[] content) {
    ByteBuffer head = ByteBuffer.allocate(16).putInt(kind).putInt(type).putInt(content.length);
    out.writeBytes(head.array());
    out.writeBytes(content);
  }

  private static void xdf(int samples, Map<String, byte[]> files) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes("XDF:".getBytes(StandardCharsets.US_ASCII));
    chunk(
        out,
        1,
        "<?xml version=\"1.0\"?><info><version>1.0</version></info>"
            .getBytes(StandardCharsets.US_ASCII));
    String labels =
        "<desc><channels><channel><label>A</label><unit>uV</unit></channel>"
            + "<channel><label>B</label><unit>uV</unit></channel></channels></desc>";
    xdfStream(out, 1, "EEG", 2, "100", "int16", labels);
    xdfStream(out, 2, "Markers", 1, "0", "string", "");
    int half = samples / 2;
    for (int i = 0; i < samples; i++) {
      double t = 10 + i / 100.0 + (i >= half ? 2 : 0);
      ByteBuffer b = little(4 + 2 + 9 + 4).putInt(1).put((byte) 1).put((byte) 1).put((byte) 8);
      b.putDouble(t).putShort((short) stored(0, i)).putShort((short) stored(1, i));
      chunk(out, 3, b.array());
      if (i == 7) {
        ByteBuffer text = little(4 + 2 + 9 + 2 + 2).putInt(2).put((byte) 1).put((byte) 1);
        text.put((byte) 8).putDouble(t).put((byte) 1).put((byte) 2).put((byte) 'g').put((byte) 'o');
        chunk(out, 3, text.array());
      }
    }
    files.put("case.xdf", out.toByteArray());
  }

  private static void xdfStream(
      ByteArrayOutputStream out, int id, String type, int n, String rate, String as, String more) {
    byte[] xml =
        ("<?xml version=\"1.0\"?><info><name>s</name><type>"
                + type
                + "</type><channel_count>"
                + n
                + "</channel_count><nominal_srate>"
                + rate
                + "</nominal_srate><channel_format>"
                + as
                + "</channel_format>"
                + more
                + "</info>")
            .getBytes(StandardCharsets.US_ASCII);
    chunk(out, 2, little(4 + xml.length).putInt(id).put(xml).array());
  }

  private static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static void chunk(ByteArrayOutputStream out, int tag, byte[] content) {
    out.write(4);
    out.writeBytes(little(6).putInt(content.length + 2).putShort((short) tag).array());
    out.writeBytes(content);
  }

  private static Case npy(String descr, String fortran) {
    return new Case(
        "npy",
        descr + (fortran.equals("True") ? " Fortran" : ""),
        ".npy",
        false,
        "",
        (samples, files) -> files.put("case.npy", npy(samples, descr, fortran)));
  }

  private static byte[] npy(int samples, String descr, String fortran) {
    String head =
        "{'descr': '"
            + descr
            + "', 'fortran_order': "
            + fortran
            + ", 'shape': ("
            + samples
            + ", 2), }\n";
    ByteBuffer b = little(10 + head.length() + 16 * samples);
    b.put("\u0093NUMPY\1\0".getBytes(StandardCharsets.ISO_8859_1)).putShort((short) head.length());
    b.put(head.getBytes(StandardCharsets.US_ASCII));
    b.order(descr.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    boolean columns = fortran.equals("True");
    for (int n = 0; n < 2 * samples; n++) {
      int value = columns ? stored(n / samples, n % samples) : stored(n % 2, n / 2);
      switch (descr.substring(1)) {
        case "i2" -> b.putShort((short) value);
        case "i4" -> b.putInt(value);
        case "f4" -> b.putFloat(value);
        default -> b.putDouble(value);
      }
    }
    return java.util.Arrays.copyOf(b.array(), b.position());
  }

  private static void csv(int samples, Map<String, byte[]> files, boolean ours) {
    StringBuilder text = new StringBuilder();
    if (ours) {
      text.append("# saccade samples 1\n# rate 100/1\n# channel OTHER,uV,A\n");
      text.append("# channel OTHER,uV,B\ntime_us,A,B\n");
    } else {
      text.append("time_us;A [uV];B [uV]\n");
    }
    char separator = ours ? ',' : ';';
    for (int i = 0; i < samples; i++) {
      if (ours && i == 7) {
        text.append("# marker 70000,20000,go\n");
      }
      text.append(10_000L * i + (i >= samples / 2 ? HOLE : 0));
      text.append(separator).append(stored(0, i)).append(separator).append(stored(1, i));
      text.append('\n');
    }
    text(files, "case.csv", text.toString());
  }

  private static void arff(int samples, Map<String, byte[]> files) {
    StringBuilder text = new StringBuilder("@RELATION x\n");
    text.append("@ATTRIBUTE A NUMERIC\n@ATTRIBUTE B NUMERIC\n@DATA\n");
    for (int i = 0; i < samples; i++) {
      text.append(stored(0, i)).append(',').append(stored(1, i)).append('\n');
    }
    text(files, "case.arff", text.toString());
  }

  private static void text(Map<String, byte[]> files, String name, String text) {
    files.put(name, text.getBytes(StandardCharsets.UTF_8));
  }
}
