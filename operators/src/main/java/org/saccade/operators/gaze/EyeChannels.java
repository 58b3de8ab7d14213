package org.saccade.operators.gaze;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.saccade.schemas.ChannelType;
import org.saccade.schemas.packet.SampleChannel;

/**
 * Which channels of a stream are the positions of which eye: -1 where there is none.
 *
 * <p>The name says the eye: a word {@code left} or {@code l}, {@code right} or {@code r} in it. A
 * pair without such a word is an eye that is not named; it takes the left one's place.
 *
 * @param xLeft number of the channel of the left eye's horizontal position
 * @param named whether the names say which eye is which
 */
public record EyeChannels(int xLeft, int yLeft, int xRight, int yRight, boolean named) {

  /** Reads the channels' types and names. */
  public static EyeChannels of(List<SampleChannel> channels) {
    int xl = find(channels, ChannelType.GAZE_X, "left", "l");
    int yl = find(channels, ChannelType.GAZE_Y, "left", "l");
    int xr = find(channels, ChannelType.GAZE_X, "right", "r");
    int yr = find(channels, ChannelType.GAZE_Y, "right", "r");
    boolean left = xl >= 0 && yl >= 0;
    boolean right = xr >= 0 && yr >= 0;
    if (left || right) {
      return new EyeChannels(
          left ? xl : -1, left ? yl : -1, right ? xr : -1, right ? yr : -1, true);
    }
    int x = find(channels, ChannelType.GAZE_X);
    int y = find(channels, ChannelType.GAZE_Y);
    boolean one = x >= 0 && y >= 0;
    return new EyeChannels(one ? x : -1, one ? y : -1, -1, -1, false);
  }

  private static int find(List<SampleChannel> channels, ChannelType type, String... words) {
    for (int c = 0; c < channels.size(); c++) {
      SampleChannel channel = channels.get(c);
      List<String> name =
          Arrays.asList(channel.name().toLowerCase(Locale.ROOT).split("[^a-z]+", -1));
      boolean said = words.length == 0 || Arrays.stream(words).anyMatch(name::contains);
      if (channel.type() == type && said) {
        return c;
      }
    }
    return -1;
  }

  /** Whether there is a pair of positions of the left, or the only, eye. */
  public boolean left() {
    return xLeft >= 0;
  }

  /** Whether there is a pair of positions of the right eye. */
  public boolean right() {
    return xRight >= 0;
  }

  /** Whether there is any eye. */
  public boolean any() {
    return left() || right();
  }
}
