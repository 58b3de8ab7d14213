package org.saccade.operators.spikepoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saccade.operators.safetensors.Safetensors;
import org.saccade.operators.safetensors.SafetensorsException;
import org.saccade.operators.safetensors.Tensor;

class SpikePointModelTest {
  private static final Safetensors FILE = Golden.file(Golden.read("small").parameters(), 5);

  /** The paper gives them in millions: 0.58, 0.16, 0.16, 0.79, 1.05. */
  @ParameterizedTest
  @CsvSource({
    "DVS128 Gesture, WIDE,    10,   581476",
    "Daily DVS,      NARROW,  12,   164856",
    "DVS Action,     NARROW,  10,   159716",
    "HMDB51-DVS,     WIDE,    51,   791806",
    "UCF101-DVS,     WIDE,   101,  1048306"
  })
  void theLayersHaveAsManyParametersAsThePaperCounts(
      String dataSet, String width, int classes, long parameters) {
    Widths widths = width.equals("WIDE") ? Widths.WIDE : Widths.NARROW;
    long counted =
        Layer.of(SpikePointParameters.published(widths, classes)).stream()
            .mapToLong(Layer::parameters)
            .sum();
    assertThat(counted).as(dataSet).isEqualTo(parameters);
  }

  @Test
  void whatTheMetadataSayIsReadBack() throws Exception {
    SpikePointParameters parameters = Golden.read("small").parameters();
    ModelMetadata metadata = Golden.metadata(parameters);
    SpikePointModel model = SpikePointModel.of(Safetensors.parse(FILE.toBytes()));
    assertThat(model.parameters()).isEqualTo(parameters);
    assertThat(model.preprocessing()).isEqualTo(metadata.preprocessing());
    assertThat(model.labels()).containsExactly("class 0", "class 1", "class 2");
    assertThat(model.confidence()).isEqualTo(metadata.confidence());
  }

  @Test
  void whatLeavesOutLoneEventsAndWhichSensorIsMeantIsReadBack() throws Exception {
    Map<String, String> text = new LinkedHashMap<>(FILE.metadata());
    text.putAll(Map.of("lone", "10000", "sensor", "128,96"));
    SpikePointModel model = SpikePointModel.of(new Safetensors(text, FILE.tensors()));
    assertThat(model.preprocessing().loneMicros()).isEqualTo(10_000);
    assertThat(model.preprocessing().sensorWidth()).isEqualTo(128);
    assertThat(model.preprocessing().sensorHeight()).isEqualTo(96);
    ModelMetadata metadata = ModelMetadata.parse(text);
    assertThat(ModelMetadata.parse(metadata.toText())).isEqualTo(metadata);
  }

  private static void refused(Consumer<Map<String, Tensor>> change, String message) {
    Map<String, Tensor> tensors = new LinkedHashMap<>(FILE.tensors());
    change.accept(tensors);
    assertThatThrownBy(() -> SpikePointModel.of(new Safetensors(FILE.metadata(), tensors)))
        .isInstanceOf(SafetensorsException.class)
        .hasMessage(message);
  }

  @Test
  void aFileIsRefusedWithTheTensorsName() {
    refused(t -> t.remove("global.3.bn.bias"), "tensor global.3.bn.bias is missing");
    refused(
        t -> t.put("global.4.conv.weight", Tensor.floats(new double[1])),
        "tensor global.4.conv.weight is no SpikePoint's");
    refused(
        t -> t.put("head.hidden.linear.bias", Tensor.floats(new double[7], 7)),
        "tensor head.hidden.linear.bias: its shape is [7], the metadata ask for [8]");
    refused(
        t -> t.put("local.main.plif.w", Tensor.floats(new double[] {Double.NaN})),
        "tensor local.main.plif.w: holds NaN");
    refused(
        t -> t.put("global.1.bn.running_var", Tensor.floats(new double[] {1, 1, -1, 1, 1}, 5)),
        "tensor global.1.bn.running_var: -1.0 at 2 is no variance");
  }

  @Test
  void sizesThatNeedTooMuchMemoryAreRefusedBeforeItIsTaken() {
    Map<String, String> metadata = new LinkedHashMap<>(FILE.metadata());
    metadata.putAll(Map.of("points", "16384", "centroids", "16384", "neighbours", "256"));
    // 16384 x (257 x 10 + 2 x 5 + 2 x 6 + 8)
    assertThatThrownBy(() -> SpikePointModel.of(new Safetensors(metadata, FILE.tensors())))
        .isInstanceOf(SafetensorsException.class)
        .hasMessage(
            "the model's metadata: neurons of all points=42598400"
                + " must be between 1 and 33554432");
  }

  @Test
  void pyTorchsCountersOfBatchesAreLetThrough() throws Exception {
    Map<String, Tensor> tensors = new LinkedHashMap<>(FILE.tensors());
    tensors.put(
        "global.1.bn.num_batches_tracked",
        new Tensor(Tensor.Type.I64, new int[0], new double[] {900}));
    byte[] bytes = new Safetensors(FILE.metadata(), tensors).toBytes();
    assertThat(SpikePointModel.of(Safetensors.parse(bytes)).labels()).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "format | other | no SpikePoint model: its metadata say format=other, expected spikepoint-1",
        "steps | 0 | the model's metadata: steps=0 must be between 1 and 256",
        "widths | 3,5,6,8 | the model's metadata: c1=3 must be even: the bottleneck has half",
        "points | many | the model's metadata: points=many must be 1 whole number",
        "temperature | 0 | the model's metadata: temperature=0.0 must be above 0"
      })
  void metadataAreRefusedWithTheirKey(String key, String value, String message) {
    Map<String, String> metadata = new LinkedHashMap<>(FILE.metadata());
    metadata.put(key, value);
    assertThatThrownBy(() -> SpikePointModel.of(new Safetensors(metadata, FILE.tensors())))
        .isInstanceOf(SafetensorsException.class)
        .hasMessage(message);
  }
}
