package org.saccade.operators.signal.chain;

import java.util.List;
import org.saccade.operators.signal.reference.Reference;

/**
 * Another reference.
 *
 * @param to how it is made
 * @param channels of {@link To#NAMED}: whose mean is taken from all channels of their kind; of
 *     {@link To#BIPOLAR}: anode, cathode, anode, cathode, …; of {@link To#AVERAGE}: none
 */
public record ReferenceParameters(To to, List<String> channels) implements StepParameters {
  private static final long serialVersionUID = 1L;

  /** Of fewer channels no average is taken: it would be half of what they measure. */
  public static final int FEWEST = 4;

  /** What kind of reference. */
  public enum To {
    /** The mean of the EEG channels is taken from each; with fewer than four nothing is done. */
    AVERAGE,
    /** The mean of some channels is taken from all. */
    NAMED,
    /** Differences of pairs take the place of all channels. */
    BIPOLAR
  }

  public ReferenceParameters {
    channels = List.copyOf(channels);
    if (to == To.BIPOLAR && channels.size() % 2 != 0) {
      throw new IllegalArgumentException("a pair of channels with one name: " + channels);
    }
    if ((to == To.AVERAGE) != channels.isEmpty()) {
      throw new IllegalArgumentException(
          to == To.AVERAGE
              ? "an average of all channels with names: " + channels
              : "no channels are named for the reference");
    }
  }

  @Override
  public StepKind kind() {
    return StepKind.REFERENCE;
  }

  @Override
  public String text() {
    return "reference," + to + "," + channels;
  }

  @Override
  public SignalStep step(SignalShape in) {
    List<String> eeg =
        in.leads().stream().filter(l -> l.kind().equals("EEG")).map(Lead::name).toList();
    return switch (to) {
      case AVERAGE ->
          new ReferenceStep(in, eeg.size() < FEWEST ? null : new Reference.Average(eeg));
      case NAMED -> new ReferenceStep(in, new Reference.Named(channels, List.of()));
      case BIPOLAR -> {
        List<Reference.Pair> pairs = new java.util.ArrayList<>();
        for (int i = 0; i < channels.size(); i += 2) {
          pairs.add(new Reference.Pair(channels.get(i), channels.get(i + 1)));
        }
        yield new ReferenceStep(in, new Reference.Bipolar(pairs));
      }
    };
  }
}
