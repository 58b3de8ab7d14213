package org.saccade.operators.filter;

import java.io.Serializable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.saccade.operators.stage.StageParameters;

/**
 * Pixels of a frame: columns left to left + width - 1, rows top to top + height - 1.
 *
 * @param left 0 to 65,535
 * @param top 0 to 32,767
 * @param width 1 to 65,536
 * @param height 1 to 32,768
 */
public record Rectangle(int left, int top, int width, int height) implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Pattern TEXT =
      Pattern.compile("(\\d{1,6})x(\\d{1,6})\\+(\\d{1,6})\\+(\\d{1,6})");

  public Rectangle {
    StageParameters.check("left", left, 0, 65_535);
    StageParameters.check("top", top, 0, 32_767);
    StageParameters.check("width", width, 1, 65_536);
    StageParameters.check("height", height, 1, 32_768);
  }

  /**
   * Reads {@code WIDTHxHEIGHT+LEFT+TOP}.
   *
   * @throws IllegalArgumentException if the text is of another form or a number out of its bounds
   */
  public static Rectangle parse(String text) {
    Matcher m = TEXT.matcher(text.trim());
    if (!m.matches()) {
      throw new IllegalArgumentException(text + " is not of the form WIDTHxHEIGHT+LEFT+TOP");
    }
    return new Rectangle(number(m, 3), number(m, 4), number(m, 1), number(m, 2));
  }

  private static int number(Matcher m, int group) {
    return Integer.parseInt(m.group(group));
  }

  @Override
  public String toString() {
    return width + "x" + height + "+" + left + "+" + top;
  }
}
