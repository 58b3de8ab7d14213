package org.saccade.operators.neural;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.saccade.schemas.Channel;
import org.saccade.schemas.ChannelType;
import org.saccade.schemas.packet.SampleRate;

/**
 * What epochs are cut of.
 *
 * @param channels of the cleaned signal, in its order
 * @param voltages which of them are in microvolts
 * @param recorded rate of the recording
 * @param rate of the cleaned signal
 */
record EpochSignal(
    List<Channel> channels, List<Boolean> voltages, SampleRate recorded, SampleRate rate) {
  EpochSignal {
    channels = List.copyOf(channels);
    voltages = List.copyOf(voltages);
  }

  /** Recorded samples a cleaned one. */
  private double ratio() {
    return recorded.hz() / rate.hz();
  }

  /** The cleaned sample nearest to a recorded one, both counted from the first of the opening. */
  long cleaned(long sample) {
    return recorded.equals(rate) ? sample : Math.round(sample / ratio());
  }

  /** The recorded sample nearest to a cleaned one. */
  long recorded(long sample) {
    return recorded.equals(rate) ? sample : Math.round(sample * ratio());
  }

  /** No recorded sample before it is nearer to a cleaned one behind this. */
  long before(long sample) {
    return recorded.equals(rate) ? sample : (long) Math.floor((sample - 0.5) * ratio()) - 1;
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(channels.size());
    for (int c = 0; c < channels.size(); c++) {
      out.writeUTF(channels.get(c).getName());
      out.writeUTF(channels.get(c).getType().name());
      out.writeUTF(channels.get(c).getUnit());
      out.writeBoolean(voltages.get(c));
    }
    for (SampleRate r : List.of(recorded, rate)) {
      out.writeLong(r.numerator());
      out.writeLong(r.denominator());
    }
  }

  static EpochSignal read(DataInput in) throws IOException {
    List<Channel> channels = new ArrayList<>();
    List<Boolean> voltages = new ArrayList<>();
    for (int n = in.readInt(); n > 0; n--) {
      channels.add(
          new Channel(in.readUTF(), ChannelType.valueOf(in.readUTF()), in.readUTF(), 1.0, 0.0));
      voltages.add(in.readBoolean());
    }
    return new EpochSignal(
        channels,
        voltages,
        new SampleRate(in.readLong(), in.readLong()),
        new SampleRate(in.readLong(), in.readLong()));
  }
}
