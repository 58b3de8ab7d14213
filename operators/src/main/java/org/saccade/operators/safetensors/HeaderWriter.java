package org.saccade.operators.safetensors;

import java.util.Map;
import java.util.StringJoiner;

/** The header as JSON. */
final class HeaderWriter {
  private HeaderWriter() {}

  static String write(Safetensors file) {
    StringJoiner all = new StringJoiner(",", "{", "}");
    if (!file.metadata().isEmpty()) {
      StringJoiner texts = new StringJoiner(",", "{", "}");
      file.metadata().forEach((key, text) -> texts.add(quoted(key) + ":" + quoted(text)));
      all.add("\"__metadata__\":" + texts);
    }
    long at = 0;
    for (Map.Entry<String, Tensor> entry : file.tensors().entrySet()) {
      Tensor tensor = entry.getValue();
      long end = at + (long) tensor.values().length * tensor.type().bytes();
      StringJoiner shape = new StringJoiner(",", "[", "]");
      for (int extent : tensor.shape()) {
        shape.add(Integer.toString(extent));
      }
      all.add(
          quoted(entry.getKey())
              + ":{\"dtype\":\""
              + tensor.type()
              + "\",\"shape\":"
              + shape
              + ",\"data_offsets\":["
              + at
              + ","
              + end
              + "]}");
      at = end;
    }
    return all.toString();
  }

  private static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ' || Character.isSurrogate(c)) {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }
}
