package org.saccade.operators.drift;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.saccade.operators.joint.Joint;
import org.saccade.operators.joint.TrainedLayer;

/**
 * Which features of a stream are watched together too, and how.
 *
 * @param names of the features, in this order; empty: all that a stream has when it begins
 * @param layer bytes of a {@link TrainedLayer} over these names; none: the rule that needs no
 *     training
 */
@SuppressWarnings("ArrayRecordComponent") // written once, compared by nobody
public record JointParameters(List<String> names, byte[] layer) implements Serializable {
  private static final long serialVersionUID = 1L;

  public JointParameters {
    names = List.copyOf(names);
    if (names.size() == 1 || names.size() > Joint.MOST) {
      throw new IllegalArgumentException(
          "names=" + names + " must be 2 to " + Joint.MOST + " features, or none for all");
    }
    if (new HashSet<>(names).size() < names.size()) {
      throw new IllegalArgumentException("names=" + names + " must differ");
    }
  }

  /** All features of a stream. */
  public static JointParameters all() {
    return new JointParameters(List.of(), new byte[0]);
  }

  /** By a layer, over the features that it was trained on. */
  public static JointParameters trained(TrainedLayer layer) {
    return new JointParameters(layer.dimensions(), layer.toBytes());
  }

  /** The layer, null for the rule. */
  TrainedLayer trainedLayer() {
    try {
      return layer.length == 0 ? null : TrainedLayer.parse(layer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the outputs depend on, as text. */
  String decisive() {
    return ";joint=" + String.join(",", names) + ";layer=" + Arrays.hashCode(layer);
  }
}
