package org.saccade.operators.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saccade.operators.probability.SplitMix;

class SafetensorsTest {
  private static byte[] file(String header, int rest) {
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(8 + text.length + rest)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(text.length)
        .put(text)
        .array();
  }

  private static void same(Safetensors found, Safetensors expected) {
    assertThat(found.metadata()).isEqualTo(expected.metadata());
    assertThat(found.tensors().keySet()).isEqualTo(expected.tensors().keySet());
    expected
        .tensors()
        .forEach(
            (name, tensor) -> {
              assertThat(found.tensors().get(name).type()).isEqualTo(tensor.type());
              assertThat(found.tensors().get(name).shape()).containsExactly(tensor.shape());
              assertThat(found.tensors().get(name).values()).containsExactly(tensor.values());
            });
  }

  private static Safetensors two() {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put("a.weight", Tensor.floats(new double[] {1, -0.1, 3, 4, 5, 6}, 2, 3));
    tensors.put("b", new Tensor(Tensor.Type.F64, new int[0], new double[] {Math.PI}));
    return new Safetensors(Map.of("made", "by \"hand\"\n\u00e9"), tensors);
  }

  @Property(tries = 200)
  void anyFileIsReadBack(
      @ForAll @Size(max = 5) Map<String, String> metadata,
      @ForAll @Size(max = 5) Map<String, @Size(max = 9) double[]> values)
      throws Exception {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    values.forEach(
        (name, v) -> {
          boolean single = v.length % 2 == 0;
          tensors.put(
              name,
              single
                  ? Tensor.floats(v, 2, v.length / 2)
                  : new Tensor(Tensor.Type.F64, new int[] {v.length}, v));
        });
    tensors.remove("__metadata__");
    Safetensors file = new Safetensors(metadata, tensors);
    same(Safetensors.parse(file.toBytes()), file);
  }

  @Test
  void theBytesAreThoseOfTheDescription() throws Exception {
    String header = "{\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}";
    byte[] bytes = file(header, 8);
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putFloat(bytes.length - 4, 1.5f);
    assertThat(Safetensors.parse(bytes).tensors().get("w").values()).containsExactly(0, 1.5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'w':{'dtype':'F32','shape':[3],'data_offsets':[0,8]}} | tensor w: 8 bytes cannot hold F32 of shape [3]",
        "{'w':{'dtype':'F32','shape':[2],'data_offsets':[0,16]}} | tensor w: lies at 0 to 16, where 0 to at most 8 was expected",
        "{'w':{'dtype':'F32','shape':[1],'data_offsets':[0,4]}} | 4 bytes after the last tensor belong to none; the file is damaged",
        "{'w':{'dtype':'BF16','shape':[4],'data_offsets':[0,8]}} | tensor w: its numbers are BF16; F32, F64 and I64 can be read",
        "{'w':{'dtype':'F32','shape':[65536,65536,65536,65536],'data_offsets':[0,8]}} | tensor w: 8 bytes cannot hold F32 of shape [65536, 65536, 65536, 65536]",
        "{'w':{'dtype':'F32','shape':[2]}} | tensor w: a dtype, a shape and two data_offsets are needed",
        "{'w' 1} | no safetensors file: ':' expected at character 5 of the header, '1' found"
      })
  void damageIsRefusedWithItsPlace(String header, String message) {
    assertThatThrownBy(() -> Safetensors.parse(file(header.replace('\'', '"'), 8)))
        .isInstanceOf(SafetensorsException.class)
        .hasMessage(message);
  }

  @Test
  void aHeaderLongerThanTheFileIsRefusedBeforeMemoryIsTaken() {
    byte[] bytes = file("{}", 0);
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(0, Long.MAX_VALUE);
    assertThatThrownBy(() -> Safetensors.parse(bytes))
        .isInstanceOf(SafetensorsException.class)
        .hasMessageContaining("its header would have 9223372036854775807 bytes, of 2 in the file");
  }

  @Test
  void anyDamageIsReadOrRefusedAndNeverACrash() {
    byte[] whole = two().toBytes();
    SplitMix random = new SplitMix(3);
    int refused = 0;
    for (int run = 0; run < 20_000; run++) {
      int length = run % 3 == 0 ? random.nextInt(whole.length + 1) : whole.length;
      byte[] damaged = Arrays.copyOf(whole, length);
      for (int i = random.nextInt(4); i > 0 && length > 0; i--) {
        damaged[random.nextInt(length)] = (byte) random.nextInt(256);
      }
      try {
        Safetensors.parse(damaged);
      } catch (SafetensorsException e) {
        refused++;
      }
    }
    assertThat(refused).isBetween(10_000, 19_999);
  }
}
