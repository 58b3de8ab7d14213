package org.saccade.operators.signal.reference;

import java.util.List;

/** Against what channels are measured, by their names. */
public sealed interface Reference {
  /**
   * The mean of all the channels is taken from each; other channels stay as they are. At a sample
   * where some are missing it is the mean of the rest.
   *
   * @param channels none: all
   */
  record Average(List<String> channels) implements Reference {
    public Average {
      channels = List.copyOf(channels);
    }
  }

  /**
   * The mean of some channels is taken from each of the channels. Where one of the references is
   * missing the samples are: fewer electrodes would be another reference.
   *
   * @param references at least one
   * @param channels none: all
   */
  record Named(List<String> references, List<String> channels) implements Reference {
    public Named {
      references = List.copyOf(references);
      channels = List.copyOf(channels);
      if (references.isEmpty()) {
        throw new IllegalArgumentException("no reference channel is named");
      }
    }
  }

  /**
   * Differences take the place of all channels.
   *
   * @param pairs at least one
   */
  record Bipolar(List<Pair> pairs) implements Reference {
    public Bipolar {
      pairs = List.copyOf(pairs);
      if (pairs.isEmpty()) {
        throw new IllegalArgumentException("no pair of channels is named");
      }
    }
  }

  /** {@code anode − cathode}. */
  record Pair(String anode, String cathode) {
    public Pair {
      if (anode.equals(cathode)) {
        throw new IllegalArgumentException("a channel's difference to itself: " + anode);
      }
    }
  }
}
