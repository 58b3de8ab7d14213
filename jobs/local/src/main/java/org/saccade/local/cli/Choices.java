package org.saccade.local.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * How words of the command line become values: choices in any case, shown in lower case, and
 * numbers; what does not fit is told in the user's words.
 */
final class Choices {
  private Choices() {}

  /** Registers the converters of all options that take a choice or a number. */
  static void register(CommandLine line, Iterable<Class<? extends Enum<?>>> choices) {
    for (Class<? extends Enum<?>> choice : choices) {
      register(line, choice);
    }
    line.registerConverter(Long.class, text -> number(text, Long::valueOf, "a whole number"));
    line.registerConverter(long.class, text -> number(text, Long::valueOf, "a whole number"));
    line.registerConverter(int.class, text -> number(text, Integer::valueOf, "a whole number"));
    line.registerConverter(double.class, text -> number(text, Double::valueOf, "a number"));
  }

  private static <T> void register(CommandLine line, Class<T> choice) {
    line.registerConverter(choice, text -> of(choice, text));
  }

  private static <T> T of(Class<T> choice, String text) {
    for (T constant : choice.getEnumConstants()) {
      if (constant.toString().equalsIgnoreCase(text)) {
        return constant;
      }
    }
    throw new TypeConversionException(
        "'" + text + "' is none of " + names(choice).replace("|", ", "));
  }

  /** The choices as help texts show them: {@code events|triggers}. */
  static String names(Class<?> choice) {
    return Arrays.stream(choice.getEnumConstants())
        .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining("|"));
  }

  private static <T> T number(String text, ITypeConverter<T> parser, String type) throws Exception {
    try {
      return parser.convert(text);
    } catch (NumberFormatException e) {
      throw new TypeConversionException("'" + text + "' is not " + type + " in range");
    }
  }
}
