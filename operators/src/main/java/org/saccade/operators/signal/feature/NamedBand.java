package org.saccade.operators.signal.feature;

import java.io.Serializable;
import org.saccade.operators.signal.window.BandPower;

/**
 * A band of the spectrum with a name.
 *
 * @param name letters, digits and {@code _}, 1 to 40 of them
 * @param lowHz at least 0
 * @param highHz above {@code lowHz}; it belongs to the next band
 */
public record NamedBand(String name, double lowHz, double highHz) implements Serializable {
  private static final long serialVersionUID = 1L;

  public NamedBand {
    if (!name.matches("[A-Za-z0-9_]{1,40}")) {
      throw new IllegalArgumentException(
          "band \"" + name + "\": a name has 1 to 40 letters, digits and _");
    }
    var unused = new BandPower.Band(lowHz, highHz);
  }

  BandPower.Band band() {
    return new BandPower.Band(lowHz, highHz);
  }

  /**
   * A band of {@code name=low-high}.
   *
   * @throws IllegalArgumentException if the text is none
   */
  public static NamedBand parse(String text) {
    String[] parts = text.strip().split("[=-]", -1);
    if (parts.length != 3) {
      throw new IllegalArgumentException("band \"" + text + "\" must be NAME=LOW-HIGH");
    }
    return new NamedBand(
        parts[0].strip(), Double.parseDouble(parts[1]), Double.parseDouble(parts[2]));
  }
}
