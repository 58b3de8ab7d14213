package org.saccade.jobs.config;

import java.util.HashSet;
import java.util.List;
import java.util.function.Function;

/**
 * One key of the configuration.
 *
 * @param key dotted name, as in the file
 * @param defaultText value where nobody sets it, as text
 * @param type what its text must be, for error messages
 * @param doc what it does, one or more sentences
 * @param parser text to value; throws IllegalArgumentException saying what was expected
 */
public record Setting<T>(
    String key, String defaultText, String type, String doc, Function<String, T> parser) {

  static Setting<String> text(String key, String defaultText, String doc) {
    return new Setting<>(key, defaultText, "text", doc, s -> s);
  }

  static Setting<Long> number(String key, long value, long min, long max, String doc) {
    String type = "a whole number from " + min + " to " + max;
    return new Setting<>(
        key,
        Long.toString(value),
        type,
        doc,
        s -> {
          long n = Long.parseLong(s);
          if (n < min || n > max) {
            throw new IllegalArgumentException("out of range");
          }
          return n;
        });
  }

  static Setting<Double> decimal(String key, double value, double min, double max, String doc) {
    return new Setting<>(
        key,
        Double.toString(value),
        "a number from " + min + " to " + max,
        doc,
        s -> {
          double n = Double.parseDouble(s);
          if (!(n >= min && n <= max)) {
            throw new IllegalArgumentException("out of range");
          }
          return n;
        });
  }

  static Setting<Boolean> flag(String key, boolean value, String doc) {
    return new Setting<>(
        key,
        Boolean.toString(value),
        "true or false",
        doc,
        s ->
            switch (s) {
              case "true" -> true;
              case "false" -> false;
              default -> throw new IllegalArgumentException("neither true nor false");
            });
  }

  static Setting<String> choice(String key, String doc, String... choices) {
    return new Setting<>(
        key,
        choices[0],
        "one of " + String.join(", ", choices),
        doc,
        s -> {
          for (String choice : choices) {
            if (choice.equals(s)) {
              return s;
            }
          }
          throw new IllegalArgumentException("no such choice");
        });
  }

  /** Off by default, or a text that a parser takes. */
  static Setting<String> offOr(String key, String type, String doc, Function<String, ?> parser) {
    return new Setting<>(
        key,
        "off",
        "off or " + type,
        doc,
        s -> {
          if (!s.equals("off")) {
            var unused = parser.apply(s);
          }
          return s;
        });
  }

  /** A number above 0. */
  static double positive(String text) {
    double n = Double.parseDouble(text);
    if (!(n > 0) || Double.isInfinite(n)) {
      throw new IllegalArgumentException("not above 0");
    }
    return n;
  }

  /** The text itself, if it is off or a number above 0. */
  static String offOrPositive(String text) {
    if (!text.equals("off")) {
      var unused = positive(text);
    }
    return text;
  }

  /** An ordered choice out of names, each at most once; all of them, in this order, by default. */
  static Setting<List<String>> names(String key, String doc, String... names) {
    return new Setting<>(
        key,
        String.join(", ", names),
        "some of " + String.join(", ", names) + ", each once, commas between",
        doc,
        s -> {
          List<String> chosen = s.isBlank() ? List.of() : List.of(s.trim().split("\\s*,\\s*"));
          if (!List.of(names).containsAll(chosen) || new HashSet<>(chosen).size() < chosen.size()) {
            throw new IllegalArgumentException("a name that is unknown or there twice");
          }
          return chosen;
        });
  }

  /** The variable that sets it. */
  public String environmentVariable() {
    return "SACCADE_" + key.toUpperCase(java.util.Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  /**
   * @throws ConfigurationException if the text is not of the type, naming key, value and type
   */
  T parse(String text) {
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException("configuration: " + key + "=" + text + " must be " + type);
    }
  }
}
