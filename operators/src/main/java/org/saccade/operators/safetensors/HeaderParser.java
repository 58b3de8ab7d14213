package org.saccade.operators.safetensors;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the header: the part of JSON that the format uses, and nothing beside it. */
final class HeaderParser {
  private static final int MAX_DIMENSIONS = 8;
  private static final long MAX_NUMBER = 1L << 40;

  private final String text;
  private int at;

  HeaderParser(byte[] bytes, int from, int to) throws SafetensorsException {
    try {
      text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(bytes, from, to - from))
              .toString();
    } catch (CharacterCodingException e) {
      throw new SafetensorsException("no safetensors file: its header is not UTF-8");
    }
  }

  Header parse() throws SafetensorsException {
    Map<String, String> metadata = new LinkedHashMap<>();
    List<Header.Entry> entries = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (boolean more = open('{', '}'); more; more = next('}')) {
      String name = string();
      expect(':');
      if (!names.add(name)) {
        throw new SafetensorsException("the header names " + name + " twice");
      }
      if (name.equals("__metadata__")) {
        for (boolean texts = open('{', '}'); texts; texts = next('}')) {
          String key = string();
          expect(':');
          if (metadata.put(key, string()) != null) {
            throw new SafetensorsException("the metadata names " + key + " twice");
          }
        }
      } else {
        entries.add(entry(name));
      }
    }
    blanks();
    if (at < text.length()) {
      throw unexpected("the end");
    }
    return new Header(metadata, entries);
  }

  private Header.Entry entry(String name) throws SafetensorsException {
    Tensor.Type type = null;
    long[] shape = null;
    long[] offsets = null;
    for (boolean more = open('{', '}'); more; more = next('}')) {
      String key = string();
      expect(':');
      switch (key) {
        case "dtype" -> type = type(name, string());
        case "shape" -> shape = numbers();
        case "data_offsets" -> offsets = numbers();
        default -> throw new SafetensorsException("tensor " + name + ": unknown key " + key);
      }
    }
    if (type == null || shape == null || offsets == null || offsets.length != 2) {
      throw new SafetensorsException(
          "tensor " + name + ": a dtype, a shape and two data_offsets are needed");
    }
    int[] extents = new int[shape.length];
    for (int i = 0; i < shape.length; i++) {
      if (shape[i] > Integer.MAX_VALUE) {
        throw new SafetensorsException("tensor " + name + ": no extent may be " + shape[i]);
      }
      extents[i] = (int) shape[i];
    }
    return new Header.Entry(name, type, extents, offsets[0], offsets[1]);
  }

  private static Tensor.Type type(String name, String type) throws SafetensorsException {
    for (Tensor.Type known : Tensor.Type.values()) {
      if (known.name().equals(type)) {
        return known;
      }
    }
    throw new SafetensorsException(
        "tensor " + name + ": its numbers are " + type + "; F32, F64 and I64 can be read");
  }

  private long[] numbers() throws SafetensorsException {
    long[] found = new long[MAX_DIMENSIONS];
    int count = 0;
    for (boolean more = open('[', ']'); more; more = next(']')) {
      if (count == MAX_DIMENSIONS) {
        throw unexpected("at most " + MAX_DIMENSIONS + " numbers");
      }
      found[count++] = number();
    }
    return Arrays.copyOf(found, count);
  }

  private long number() throws SafetensorsException {
    blanks();
    int begin = at;
    long value = 0;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      value = value * 10 + text.charAt(at++) - '0';
      if (value > MAX_NUMBER) {
        throw unexpected("a number of at most " + MAX_NUMBER);
      }
    }
    if (at == begin) {
      throw unexpected("a whole number");
    }
    return value;
  }

  private String string() throws SafetensorsException {
    expect('"');
    StringBuilder out = new StringBuilder();
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        return out.toString();
      }
      if (c < ' ') {
        at--;
        throw unexpected("a quotation mark");
      }
      out.append(c == '\\' ? escaped() : c);
    }
    throw unexpected("a quotation mark");
  }

  private char escaped() throws SafetensorsException {
    char c = at < text.length() ? text.charAt(at++) : ' ';
    switch (c) {
      case '"', '\\', '/':
        return c;
      case 'b':
        return '\b';
      case 'f':
        return '\f';
      case 'n':
        return '\n';
      case 'r':
        return '\r';
      case 't':
        return '\t';
      case 'u':
        int code = 0;
        for (int i = 0; i < 4; i++) {
          int digit = at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
          if (digit < 0 || text.charAt(at) > 'f') {
            throw unexpected("four hexadecimal digits");
          }
          code = code * 16 + digit;
          at++;
        }
        return (char) code;
      default:
        throw unexpected("an escape of JSON");
    }
  }

  /** Whether an item follows the opening bracket. */
  private boolean open(char bracket, char end) throws SafetensorsException {
    expect(bracket);
    blanks();
    if (at < text.length() && text.charAt(at) == end) {
      at++;
      return false;
    }
    return true;
  }

  /** Whether a comma and one more item follow, in place of the closing bracket. */
  private boolean next(char end) throws SafetensorsException {
    blanks();
    if (at < text.length() && text.charAt(at) == end) {
      at++;
      return false;
    }
    expect(',');
    return true;
  }

  private void expect(char c) throws SafetensorsException {
    blanks();
    if (at >= text.length() || text.charAt(at) != c) {
      throw unexpected("'" + c + "'");
    }
    at++;
  }

  private void blanks() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private SafetensorsException unexpected(String expected) {
    String found = at < text.length() ? "'" + text.charAt(at) + "'" : "the end";
    return new SafetensorsException(
        "no safetensors file: "
            + expected
            + " expected at character "
            + at
            + " of the header, "
            + found
            + " found");
  }
}
