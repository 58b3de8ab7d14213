package org.saccade.connectors.recording.nwb;

import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Link;
import io.jhdf.api.Node;
import io.jhdf.links.ExternalLink;
import java.io.IOException;
import java.lang.reflect.Array;
import java.util.Optional;
import org.saccade.connectors.recording.UnreadableRecordingException;

/** Nodes and values of an HDF5 file, bounded, and every failure of the library as one line. */
final class Hdf {
  /** Most elements of an attribute or of a column of a table. */
  static final int MAX_ELEMENTS = 1 << 20;

  private static final int SHOWN = 160;

  private Hdf() {}

  /** What is asked of the library. */
  @FunctionalInterface
  interface Call<T> {
    T get() throws IOException;
  }

  /**
   * Asks the library.
   *
   * @throws UnreadableRecordingException if it fails in any way, with its reason in one line
   */
  @SuppressWarnings("PMD.AvoidCatchingThrowable")
  static <T> T read(Call<T> call) throws IOException {
    try {
      return call.get();
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      Throwable cause = e;
      while (cause.getCause() != null && cause.getCause() != cause) {
        cause = cause.getCause();
      }
      String why =
          cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
      why = why.replaceAll("[^ -~]+", " ").strip();
      throw new UnreadableRecordingException(
          "its HDF5 structure cannot be read ("
              + (why.length() > SHOWN ? why.substring(0, SHOWN) : why)
              + "); is the file whole?");
    }
  }

  /** The child of this name, through a link within the file; empty where there is none. */
  static Optional<Node> child(Group group, String name) {
    Node node = group.getChildren().get(name);
    if (node instanceof Link link) {
      node = link instanceof ExternalLink || link.isBrokenLink() ? null : link.getTarget();
    }
    return Optional.ofNullable(node);
  }

  static Optional<Dataset> dataset(Group group, String name) {
    return child(group, name).filter(Dataset.class::isInstance).map(Dataset.class::cast);
  }

  static Optional<Group> group(Group group, String name) {
    return child(group, name).filter(Group.class::isInstance).map(Group.class::cast);
  }

  /** The text of an attribute, else empty. */
  static String text(Node node, String attribute) {
    Object value = value(node, attribute);
    return value instanceof String text ? text : "";
  }

  /** The number of an attribute; decimals of a float are those it is written with. */
  static double number(Node node, String attribute, double otherwise) {
    Object value = value(node, attribute);
    return value instanceof Number n ? Double.parseDouble(n.toString()) : otherwise;
  }

  private static Object value(Node node, String name) {
    Attribute attribute = node.getAttributes().get(name);
    if (attribute == null || attribute.isEmpty() || attribute.getSize() > MAX_ELEMENTS) {
      return null;
    }
    return single(attribute.getData());
  }

  /** The values of a whole dataset of one axis, at most {@link #MAX_ELEMENTS}; null: too many. */
  static Object column(Dataset data) {
    boolean fits = data.getSize() <= MAX_ELEMENTS && data.getDimensions().length <= 1;
    return fits && !data.isEmpty() ? data.getDataFlat() : null;
  }

  /** The value of a scalar or of an array of one. */
  static Object single(Object value) {
    return value != null && value.getClass().isArray() && Array.getLength(value) == 1
        ? single(Array.get(value, 0))
        : value;
  }

  /** An element of an array of numbers. */
  static double element(Object array, int i) {
    if (array instanceof double[] d) {
      return d[i];
    } else if (array instanceof float[] f) {
      return f[i];
    } else if (array instanceof short[] s) {
      return s[i];
    } else if (array instanceof int[] n) {
      return n[i];
    }
    return Array.get(array, i) instanceof Number n ? n.doubleValue() : Double.NaN;
  }
}
