package org.saccade.connectors.recording.npy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.saccade.connectors.recording.Head;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.connectors.recording.SampleCopy;
import org.saccade.connectors.recording.SampleFormat;
import org.saccade.connectors.recording.SampleHeader;
import org.saccade.connectors.recording.SampleRecording;
import org.saccade.connectors.recording.SampleSource;
import org.saccade.connectors.recording.UnreadableRecordingException;
import org.saccade.schemas.ChannelType;
import org.saccade.schemas.codec.Violation;
import org.saccade.schemas.codec.ViolationCounts;
import org.saccade.schemas.packet.SampleChannel;
import org.saccade.schemas.packet.SampleRate;

/** An array of NumPy as samples, at a rate that is told. */
public final class NpyFormat implements SampleFormat {
  private static final int SIGNATURE = 100;

  @Override
  public String name() {
    return "npy";
  }

  @Override
  public String description() {
    return "NumPy array (.npy) of samples and channels; its rate is told by --rate";
  }

  @Override
  public String extension() {
    return ".npy";
  }

  @Override
  public int certainty(Head head) {
    for (int i = 0; i < NpyHeader.MAGIC.length(); i++) {
      if (i >= head.length() || (head.bytes()[i] & 0xff) != NpyHeader.MAGIC.charAt(i)) {
        return 0;
      }
    }
    return SIGNATURE;
  }

  @Override
  public SampleRecording open(Path path, Head head, ReadOptions options) throws IOException {
    NpyHeader layout = NpyHeader.of(head);
    if (options.gaze().rate() == 0) {
      throw new UnreadableRecordingException(
          "an array of "
              + layout.samples()
              + " samples of "
              + layout.channels()
              + " channels says no rate; tell it: --rate HZ");
    }
    long there = (Files.size(path) - layout.bytes()) / layout.type().width();
    ViolationCounts violations = new ViolationCounts();
    long samples = layout.samples();
    if (there / layout.channels() < samples) {
      if (layout.channelStep() != 1) {
        throw new UnreadableRecordingException(
            "holds "
                + there
                + " elements of "
                + layout.channels()
                + " x "
                + samples
                + ", channel by channel: is it cut?");
      }
      violations.add(Violation.CUT_PACKET, 1);
      samples = there / layout.channels();
    }
    List<SampleChannel> channels =
        IntStream.range(0, layout.channels())
            .mapToObj(c -> SampleChannel.of(String.valueOf(c), ChannelType.OTHER, ""))
            .toList();
    SampleHeader header =
        new SampleHeader(
            name(),
            channels,
            SampleRate.of(options.gaze().rate()),
            layout.type().encoding(),
            null,
            Map.of("type", layout.type().name()));
    return new NpyRecording(header, layout, samples, violations, FileChannel.open(path));
  }

  @Override
  public boolean writable() {
    return true;
  }

  @Override
  public SampleCopy copy(SampleSource source, OutputStream out) throws IOException {
    return NpyWriter.write(source, out);
  }
}
