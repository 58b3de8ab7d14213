package org.saccade.schemas.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fenced blocks of WIRE.md by what stands behind the fence: {@code payload columnar}. */
final class GoldenPage {
  private final Map<String, String> blocks = new LinkedHashMap<>();

  GoldenPage() {
    try {
      String name = null;
      StringBuilder text = new StringBuilder();
      for (String line : Files.readAllLines(Path.of("WIRE.md"))) {
        if (!line.startsWith("```")) {
          text.append(line).append('\n');
        } else if (name == null) {
          name = line.substring(3);
          text.setLength(0);
        } else {
          blocks.put(name, text.toString());
          name = null;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Second words of the blocks that begin with a word: the names of the golden packets. */
  List<String> names(String record) {
    return blocks.keySet().stream()
        .filter(k -> k.startsWith("json ") && k.endsWith(" " + record))
        .map(k -> k.split(" ")[1])
        .toList();
  }

  String text(String block) {
    String text = blocks.get(block);
    if (text == null) {
      throw new IllegalArgumentException("WIRE.md has no block " + block);
    }
    return text;
  }

  /** The bytes of a block; none where there is no such block. */
  byte[] hex(String block) {
    return HexFormat.of().parseHex(blocks.getOrDefault(block, "").replaceAll("\\s", ""));
  }

  /** The lines of a CSV behind its header, as decimal numbers. */
  List<double[]> decimals(String name) {
    return text("csv " + name)
        .lines()
        .skip(1)
        .map(
            line ->
                java.util.Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray())
        .toList();
  }

  /** The lines of a CSV behind its header, as numbers. */
  List<long[]> csv(String name) {
    return text("csv " + name)
        .lines()
        .skip(1)
        .map(line -> java.util.Arrays.stream(line.split(",")).mapToLong(Long::parseLong).toArray())
        .toList();
  }
}
