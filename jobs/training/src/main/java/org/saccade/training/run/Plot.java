package org.saccade.training.run;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Loss and accuracy over the epochs as SVG: two charts one above the other. */
public final class Plot {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 200;
  private static final int LEFT = 60;
  private static final int TOP = 30;
  private static final int GAP = 60;

  private final StringBuilder svg = new StringBuilder();

  private Plot() {}

  /** The text of an SVG file. */
  public static String svg(String title, List<Epoch> epochs) {
    Plot plot = new Plot();
    int height = TOP + 2 * (HEIGHT + GAP);
    plot.add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" "
            + "font-family=\"sans-serif\" font-size=\"12\">\n",
        WIDTH + LEFT + 140, height);
    plot.add("<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>\n");
    double most = epochs.stream().mapToDouble(Epoch::loss).max().orElse(1);
    plot.axes(title + ": loss", TOP, most, epochs.size());
    plot.line(epochs, Epoch::loss, TOP, most, "#1f77b4", "training", 0);
    int second = TOP + HEIGHT + GAP;
    plot.axes("accuracy", second, 1, epochs.size());
    plot.line(epochs, Epoch::accuracy, second, 1, "#1f77b4", "training (changed)", 0);
    plot.line(epochs, Epoch::heldOut, second, 1, "#d62728", "held out", 1);
    plot.add("</svg>\n");
    return plot.svg.toString();
  }

  private void axes(String title, int top, double most, int epochs) {
    text(LEFT, top - 8, title);
    add("<path d=\"M%d %dv%dh%d\" fill=\"none\" stroke=\"black\"/>\n", LEFT, top, HEIGHT, WIDTH);
    for (int i = 0; i <= 4; i++) {
      int y = top + HEIGHT - i * HEIGHT / 4;
      add("<path d=\"M%d %dh%d\" stroke=\"#ddd\"/>\n", LEFT + 1, y, WIDTH - 1);
      text(8, y + 4, String.format(Locale.ROOT, "%.3g", most * i / 4));
    }
    text(LEFT, top + HEIGHT + 16, "1");
    text(LEFT + WIDTH - 60, top + HEIGHT + 16, "epoch " + epochs);
  }

  /** A line through the epochs whose value is a number. */
  private void line(
      List<Epoch> epochs,
      ToDoubleFunction<Epoch> value,
      int top,
      double most,
      String colour,
      String name,
      int row) {
    StringBuilder points = new StringBuilder();
    for (Epoch epoch : epochs) {
      double v = value.applyAsDouble(epoch);
      if (Double.isFinite(v)) {
        double x = LEFT + WIDTH * (epoch.number() - 1.0) / Math.max(1, epochs.size() - 1);
        double y = top + HEIGHT * (1 - v / most);
        points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
      }
    }
    if (!points.isEmpty()) {
      add(
          "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.5\"/>\n",
          points.toString().trim(), colour);
      add("<g fill=\"%s\">", colour);
      text(LEFT + WIDTH + 8, top + 14 + 16 * row, name);
      add("</g>\n");
    }
  }

  private void text(int x, int y, String text) {
    String escaped = text.replace("&", "&amp;").replace("<", "&lt;");
    add("<text x=\"%d\" y=\"%d\">%s</text>\n", x, y, escaped);
  }

  private void add(String format, Object... arguments) {
    svg.append(String.format(Locale.ROOT, format, arguments));
  }
}
