package org.saccade.connectors.recording.aedat;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** iniVation's sensors by the names that headers give them, with columns and rows. */
public enum Sensor {
  DVS128("DVS128|TMPDIFF128", 128, 128),
  DVS132S("DVS132S", 104, 132),
  DAVIS128("DAVIS128", 128, 128),
  DAVIS208("DAVIS208", 208, 192),
  DAVIS240("DAVI?S?240|SBRET[12]", 240, 180),
  DAVIS346("DAVI?S?346", 346, 260),
  DAVIS640("DAVI?S?(RGB)?640", 640, 480),
  /** A DAVIS of a size that only the caller knows. */
  DAVIS("DAVIS", 0, 0),
  DVXPLORER_LITE("DVXPLORER_?LITE", 320, 240),
  DVXPLORER("DVXPLORER", 640, 480);

  private final Pattern names;
  private final int width;
  private final int height;

  Sensor(String names, int width, int height) {
    this.names = Pattern.compile(names);
    this.width = width;
    this.height = height;
  }

  /** Columns; 0: unknown. */
  public int width() {
    return width;
  }

  /** Rows; 0: unknown. */
  public int height() {
    return height;
  }

  public boolean isDavis() {
    return name().startsWith("DAVIS");
  }

  /**
   * The sensor that a header means, such as {@code eu.seebetter.ini.chips.davis.DAVIS240C}, {@code
   * DVXplorer_DXB00010} or {@code DAVIS346 [SN: 84010021]}.
   */
  public static Optional<Sensor> of(String text) {
    String name = text.substring(text.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
    return Arrays.stream(values()).filter(s -> s.names.matcher(name).find()).findFirst();
  }
}
