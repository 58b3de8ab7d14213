package org.saccade.operators.spikepoint;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.saccade.operators.safetensors.SafetensorsException;

/**
 * What a model's file says beside its weights; the file alone says how to feed it.
 *
 * <pre>
 *   format       spikepoint-1
 *   points       1024            steps     16         reset        hard | soft
 *   centroids    1024            widths    32,64,128,256
 *   neighbours   24              votes     10         temperature  0.1
 *   labels       one a line
 *   window       microseconds, step, events, least events: 500000,250000,0,101
 *   crop         left, top, width, height: 0,0,128,128
 *   polarity     both | on | off
 *   code         poisson | direct; poisson where it is not said
 *   samplings    1; 1 where it is not said
 *   lone         microseconds: events alone for that long are left out; 0 where it is not said
 *   sensor       width and height of the sensor that the crop is of: 128,128; 0,0 where it is not said
 * </pre>
 *
 * @param parameters sizes
 * @param preprocessing how to feed it
 * @param labels names of the classes, each once, in the order of their scores
 * @param confidence calibration
 */
public record ModelMetadata(
    SpikePointParameters parameters,
    Preprocessing preprocessing,
    List<String> labels,
    Confidence confidence) {
  private static final String FORMAT = "spikepoint-1";

  public ModelMetadata {
    labels = List.copyOf(labels);
    if (labels.size() != parameters.classes()) {
      throw new IllegalArgumentException(
          "labels=" + labels + " must be as many as classes=" + parameters.classes());
    }
    if (new HashSet<>(labels).size() != labels.size()
        || labels.stream().anyMatch(l -> l.isBlank() || l.contains("\n"))) {
      throw new IllegalArgumentException("labels=" + labels + " must differ, and none be blank");
    }
  }

  /** Reads the text of a file. */
  static ModelMetadata parse(Map<String, String> text) throws SafetensorsException {
    if (!FORMAT.equals(text.get("format"))) {
      throw new SafetensorsException(
          "no SpikePoint model: its metadata say format="
              + text.get("format")
              + ", expected "
              + FORMAT);
    }
    Fields fields = new Fields(text);
    List<String> labels = List.of(fields.text("labels").split("\n", -1));
    long[] widths = fields.numbers("widths", 4);
    long[] window = fields.numbers("window", 4);
    long[] crop = fields.numbers("crop", 4);
    long[] sensor = text.containsKey("sensor") ? fields.numbers("sensor", 2) : new long[2];
    try {
      return new ModelMetadata(
          new SpikePointParameters(
              (int) fields.numbers("points", 1)[0],
              (int) fields.numbers("centroids", 1)[0],
              (int) fields.numbers("neighbours", 1)[0],
              (int) fields.numbers("steps", 1)[0],
              new Widths((int) widths[0], (int) widths[1], (int) widths[2], (int) widths[3]),
              labels.size(),
              (int) fields.numbers("votes", 1)[0],
              Reset.valueOf(fields.text("reset").toUpperCase(Locale.ROOT)),
              InputCode.valueOf(text.getOrDefault("code", "poisson").toUpperCase(Locale.ROOT)),
              text.containsKey("samplings") ? (int) fields.numbers("samplings", 1)[0] : 1),
          new Preprocessing(
              window[0],
              window[1],
              (int) window[2],
              (int) window[3],
              (int) crop[0],
              (int) crop[1],
              (int) crop[2],
              (int) crop[3],
              Preprocessing.Polarity.valueOf(fields.text("polarity").toUpperCase(Locale.ROOT)),
              text.containsKey("lone") ? fields.numbers("lone", 1)[0] : 0,
              (int) sensor[0],
              (int) sensor[1]),
          labels,
          new Confidence(Double.parseDouble(fields.text("temperature"))));
    } catch (IllegalArgumentException e) {
      throw new SafetensorsException("the model's metadata: " + e.getMessage());
    }
  }

  /** The text that {@link #parse} reads. */
  Map<String, String> toText() {
    Map<String, String> text = new LinkedHashMap<>();
    SpikePointParameters p = parameters;
    Widths w = p.widths();
    Preprocessing pre = preprocessing;
    text.put("format", FORMAT);
    text.put("points", Integer.toString(p.points()));
    text.put("centroids", Integer.toString(p.centroids()));
    text.put("neighbours", Integer.toString(p.neighbours()));
    text.put("steps", Integer.toString(p.steps()));
    text.put("widths", joined(w.c1(), w.c2(), w.c3(), w.c4()));
    text.put("votes", Integer.toString(p.votes()));
    text.put("reset", p.reset().name().toLowerCase(Locale.ROOT));
    text.put("labels", String.join("\n", labels));
    text.put("temperature", Double.toString(confidence.temperature()));
    text.put(
        "window",
        joined(pre.windowMicros(), pre.stepMicros(), pre.windowEvents(), pre.leastEvents()));
    text.put("crop", joined(pre.left(), pre.top(), pre.width(), pre.height()));
    text.put("polarity", pre.polarity().name().toLowerCase(Locale.ROOT));
    text.put("code", p.code().name().toLowerCase(Locale.ROOT));
    text.put("samplings", Integer.toString(p.samplings()));
    text.put("lone", Long.toString(pre.loneMicros()));
    text.put("sensor", joined(pre.sensorWidth(), pre.sensorHeight()));
    return text;
  }

  private static String joined(long... numbers) {
    return Arrays.stream(numbers).mapToObj(Long::toString).collect(Collectors.joining(","));
  }

  /** The text, field by field. */
  private record Fields(Map<String, String> text) {
    String text(String key) throws SafetensorsException {
      String value = text.get(key);
      if (value == null) {
        throw new SafetensorsException("the model's metadata have no " + key);
      }
      return value;
    }

    /** Whole numbers of at most ten digits that an int holds, or the window's microseconds. */
    long[] numbers(String key, int count) throws SafetensorsException {
      String[] parts = text(key).split(",", -1);
      long[] numbers = new long[count];
      boolean fits = parts.length == count;
      for (int i = 0; fits && i < count; i++) {
        fits = parts[i].matches("[0-9]{1,10}");
        numbers[i] = fits ? Long.parseLong(parts[i]) : 0;
        fits &= numbers[i] <= Integer.MAX_VALUE || key.equals("window") && i < 2;
      }
      if (!fits) {
        throw new SafetensorsException(
            "the model's metadata: "
                + key
                + "="
                + text(key)
                + " must be "
                + count
                + (count == 1 ? " whole number" : " whole numbers with commas between them"));
      }
      return numbers;
    }
  }
}
