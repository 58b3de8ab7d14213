package org.saccade.operators.neural;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.saccade.operators.samples.SampleShape;
import org.saccade.operators.signal.chain.Lead;
import org.saccade.operators.signal.chain.SignalShape;
import org.saccade.operators.signal.watch.Scales;
import org.saccade.schemas.Channel;
import org.saccade.schemas.ChannelType;
import org.saccade.schemas.batch.SampleBatch;
import org.saccade.schemas.packet.SampleChannel;

/**
 * Which of a stream's channels are used, and what their stored values are in microvolts.
 *
 * <pre>
 *   physical = (stored × scale + offset) × microvolts a unit
 * </pre>
 */
final class NeuralChannels implements Scales {
  private static final Set<ChannelType> FIRST_CHOICE =
      EnumSet.of(ChannelType.EEG, ChannelType.MEG_MAG, ChannelType.MEG_GRAD, ChannelType.LFP);
  private static final Set<ChannelType> NEVER =
      EnumSet.of(
          ChannelType.STIM,
          ChannelType.GAZE_X,
          ChannelType.GAZE_Y,
          ChannelType.PUPIL,
          ChannelType.MOTION,
          ChannelType.TEMPERATURE);

  private final int[] places;
  private final double[] scales;
  private final double[] offsets;
  private final boolean[] voltages;
  private final String[] units;
  private final SignalShape shape;

  /**
   * @param named channels that are used; none: see the package
   * @throws IllegalArgumentException if one is named that is not there, or none is left
   */
  NeuralChannels(List<String> named, SampleShape in) {
    places = named.isEmpty() ? chosen(in.channels()) : named(named, in.channels());
    if (places.length == 0) {
      throw new IllegalArgumentException(
          "no channel of a brain among "
              + in.channels().stream().map(SampleChannel::name).toList()
              + "; neural.channels names those that are to be used");
    }
    scales = new double[places.length];
    offsets = new double[places.length];
    voltages = new boolean[places.length];
    units = new String[places.length];
    List<Lead> leads = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (int k = 0; k < places.length; k++) {
      SampleChannel channel = in.channels().get(places[k]);
      double microvolts = microvolts(channel.unit());
      voltages[k] = !Double.isNaN(microvolts);
      units[k] = voltages[k] ? "uV" : channel.unit();
      double factor = voltages[k] ? microvolts : 1;
      scales[k] = channel.scale() * factor;
      offsets[k] = channel.offset() * factor;
      String name = channel.name().strip();
      for (int n = 2; !taken.add(name); n++) {
        name = channel.name().strip() + "-" + n;
      }
      leads.add(new Lead(name, channel.type().name()));
    }
    shape = new SignalShape(leads, in.rate());
  }

  /**
   * Whether a stream of these channels is of a brain: one is named, or of the types of first
   * choice, or none is of gaze.
   */
  static boolean areOfBrain(List<String> named, List<SampleChannel> channels) {
    return channels.stream()
            .anyMatch(c -> named.contains(c.name().strip()) || FIRST_CHOICE.contains(c.type()))
        || channels.stream()
            .noneMatch(c -> c.type() == ChannelType.GAZE_X || c.type() == ChannelType.GAZE_Y);
  }

  private static int[] chosen(List<SampleChannel> channels) {
    int[] first = places(channels, FIRST_CHOICE);
    return first.length > 0 ? first : places(channels, EnumSet.complementOf(EnumSet.copyOf(NEVER)));
  }

  private static int[] places(List<SampleChannel> channels, Set<ChannelType> types) {
    List<Integer> places = new ArrayList<>();
    for (int c = 0; c < channels.size(); c++) {
      if (types.contains(channels.get(c).type())) {
        places.add(c);
      }
    }
    return places.stream().mapToInt(Integer::intValue).toArray();
  }

  private static int[] named(List<String> named, List<SampleChannel> channels) {
    List<String> names = channels.stream().map(c -> c.name().strip()).toList();
    int[] places = new int[named.size()];
    for (int k = 0; k < places.length; k++) {
      places[k] = names.indexOf(named.get(k));
      if (places[k] < 0) {
        throw new IllegalArgumentException(
            "no channel " + named.get(k) + " (neural.channels) among " + names);
      }
    }
    return places;
  }

  /** Microvolts of a unit; NaN where it is no voltage. */
  private static double microvolts(String unit) {
    return switch (unit.strip().toLowerCase(Locale.ROOT).replace('µ', 'u').replace('μ', 'u')) {
      case "v", "volt", "volts" -> 1e6;
      case "mv", "millivolt", "millivolts" -> 1e3;
      case "uv", "microvolt", "microvolts" -> 1;
      case "nv", "nanovolt", "nanovolts" -> 1e-3;
      default -> Double.NaN;
    };
  }

  /** Of the channels that are used. */
  SignalShape shape() {
    return shape;
  }

  /** What a chain makes of them, for epochs: a channel has the unit of the first of its kind. */
  EpochSignal cleaned(SignalShape to) {
    List<Channel> channels = new ArrayList<>();
    List<Boolean> inMicrovolts = new ArrayList<>();
    List<String> kinds = shape.leads().stream().map(Lead::kind).toList();
    for (Lead lead : to.leads()) {
      int like = kinds.indexOf(lead.kind());
      channels.add(
          new Channel(lead.name(), ChannelType.valueOf(lead.kind()), units[like], 1.0, 0.0));
      inMicrovolts.add(voltages[like]);
    }
    return new EpochSignal(channels, inMicrovolts, shape.rate(), to.rate());
  }

  @Override
  public boolean isVoltage(int channel) {
    return voltages[channel];
  }

  @Override
  public double stored(int channel, double physical) {
    return (physical - offsets[channel]) / scales[channel];
  }

  /** Copies their physical values. */
  void pick(SampleBatch stored, SampleBatch physical) {
    int n = stored.size();
    physical.shape(places.length, n);
    for (int k = 0; k < places.length; k++) {
      double[] from = stored.channel(places[k]);
      double[] to = physical.channel(k);
      double scale = scales[k];
      double offset = offsets[k];
      if (scale == 1 && offset == 0) {
        System.arraycopy(from, 0, to, 0, n);
      } else {
        for (int i = 0; i < n; i++) {
          to[i] = from[i] * scale + offset;
        }
      }
    }
  }
}
