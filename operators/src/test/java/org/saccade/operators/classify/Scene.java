package org.saccade.operators.classify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.saccade.operators.probability.SplitMix;
import org.saccade.operators.safetensors.Safetensors;
import org.saccade.operators.safetensors.SafetensorsException;
import org.saccade.operators.safetensors.Tensor;
import org.saccade.schemas.Command;
import org.saccade.schemas.EventEncoding;
import org.saccade.schemas.MarkerKind;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.codec.ColumnarCodec;
import org.saccade.schemas.packet.ControlCommand;
import org.saccade.schemas.packet.ModelOrder;
import org.saccade.schemas.packet.Origin;
import org.saccade.schemas.packet.RawEventPacket;
import org.saccade.schemas.packet.StreamMarker;

/** Events of a 34 x 34 sensor, and small models that look at them. */
final class Scene {
  static final int SIZE = 34;
  static final String SESSION = "s";

  private Scene() {}

  /** A model of random weights: windows of 20 ms every 10 ms, 10 events at least, 34 x 34. */
  static byte[] model(String... changes) {
    return model(1, changes);
  }

  /**
   * @param factor of every weight: another factor, another model
   * @param changes keys and values of the metadata
   */
  static byte[] model(double factor, String... changes) {
    try (InputStream in =
        Scene.class.getResourceAsStream(
            "/org/saccade/operators/spikepoint/golden-small.safetensors")) {
      Safetensors file = Safetensors.parse(in.readAllBytes());
      Map<String, String> metadata = new LinkedHashMap<>(file.metadata());
      metadata.put("window", "20000,10000,0,10");
      for (int i = 0; i < changes.length; i += 2) {
        metadata.put(changes[i], changes[i + 1]);
      }
      Map<String, Tensor> tensors = new LinkedHashMap<>(file.tensors());
      tensors.computeIfPresent(
          "head.votes.linear.weight",
          (name, t) ->
              Tensor.floats(Arrays.stream(t.values()).map(v -> factor * v).toArray(), t.shape()));
      return new Safetensors(metadata, tensors).toBytes();
    } catch (SafetensorsException e) {
      throw new AssertionError(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One event every 100 µs from a moment to another. */
  static EventBatch events(String stream, long from, long to) {
    SplitMix random = new SplitMix(stream.hashCode());
    EventBatch batch = new EventBatch(1024);
    for (long t = from; t < to; t += 100) {
      batch.add(t, random.nextInt(SIZE), random.nextInt(SIZE), random.nextInt(2));
    }
    return batch;
  }

  /** Packets of so many events each; the last one ends the session. */
  static List<RawEventPacket> packets(String stream, EventBatch events, int size) {
    List<RawEventPacket> packets = new ArrayList<>();
    for (int from = 0; from < events.size(); from += size) {
      int to = Math.min(events.size(), from + size);
      packets.add(packet(stream, packets.size(), events, from, to));
    }
    return packets;
  }

  private static RawEventPacket packet(
      String stream, long sequence, EventBatch events, int from, int to) {
    byte[] payload = new byte[ColumnarCodec.maxBytes(to - from)];
    int length = ColumnarCodec.encode(events, from, to, events.t(from), payload, 0);
    return new RawEventPacket(
        stream,
        SESSION,
        sequence,
        events.t(from),
        events.t(to - 1),
        RawEventPacket.NO_EPOCH,
        SIZE,
        SIZE,
        EventEncoding.COLUMNAR,
        new byte[0],
        to - from,
        to == events.size(),
        Arrays.copyOf(payload, length),
        0,
        new Origin("dvs.events", 0, sequence, 1_000));
  }

  /** A command that brings a model at a sensor time. */
  static ModelOrder order(String stream, byte[] model, long effective, long offset) {
    return new ModelOrder(
        new ControlCommand(
            stream,
            "spikepoint",
            Command.LOAD_MODEL,
            "model.safetensors",
            null,
            effective,
            new Origin("control", 0, offset, offset)),
        model);
  }

  static StreamMarker marker(String stream, long sequence, long time) {
    return new StreamMarker(
        stream,
        SESSION,
        sequence,
        RawEventPacket.NO_EPOCH,
        time,
        0,
        MarkerKind.TRIGGER,
        1L,
        1L,
        "",
        new Origin("markers", 0, sequence, 1_000));
  }
}
