package org.saccade.local.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.saccade.connectors.recording.CannotHoldException;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.connectors.recording.SampleCopy;
import org.saccade.connectors.recording.SampleFormat;
import org.saccade.connectors.recording.SampleFormats;
import org.saccade.connectors.recording.SampleHeader;
import org.saccade.connectors.recording.SampleRecording;
import org.saccade.connectors.recording.SampleSource;

/** A sampled recording into another format, for {@code saccade convert}. */
final class SampleConvert {
  private final Path in;
  private final Path out;
  private final String outputFormat;

  SampleConvert(Path in, Path out, String outputFormat) {
    this.in = in;
    this.out = out;
    this.outputFormat = outputFormat;
  }

  void run(ReadOptions options) throws IOException {
    SampleHeader header;
    try (SampleRecording recording = SampleFormats.open(in, options)) {
      header = recording.header();
    }
    SampleFormat format = format(header);
    if (Files.exists(out) && Files.isSameFile(in, out)) {
      throw new Errors.UnusableException(out + ": is the input itself; name another output");
    }
    try (OutputFile file = OutputFile.create(out)) {
      SampleCopy copy = format.copy(new SampleSource(in, options), file.stream());
      file.commit();
      System.err.printf(
          Locale.ROOT,
          "%s (%s) -> %s (%s): %,d samples of %d channels%s%s%s%s; violations: %s%n",
          in,
          copy.header().format(),
          out,
          format.name(),
          copy.samples(),
          copy.channels(),
          copy.markers() == 0 ? "" : String.format(Locale.ROOT, ", %,d markers", copy.markers()),
          copy.markersLeft() == 0
              ? ""
              : String.format(Locale.ROOT, ", %,d markers left out", copy.markersLeft()),
          copy.padded() == 0
              ? ""
              : String.format(Locale.ROOT, ", %,d samples added at ends", copy.padded()),
          copy.rounded() < 1e-12 ? "" : ", values rounded by up to " + copy.rounded(),
          copy.violations());
    } catch (CannotHoldException e) {
      throw new Errors.UnusableException(
          out + ": " + e.getMessage() + "; nothing was written; choose another format", e);
    }
  }

  private SampleFormat format(SampleHeader header) {
    List<SampleFormat> writable =
        SampleFormats.all().stream().filter(SampleFormat::writable).toList();
    String known = String.join(", ", writable.stream().map(SampleFormat::name).toList());
    if (outputFormat != null) {
      return writable.stream()
          .filter(f -> f.name().equalsIgnoreCase(outputFormat))
          .findFirst()
          .orElseThrow(
              () ->
                  new Errors.UnusableException(
                      "--output-format " + outputFormat + ": expected one of " + known));
    }
    String name = String.valueOf(out.getFileName()).toLowerCase(Locale.ROOT);
    return writable.stream()
        .filter(f -> name.endsWith(f.extension()))
        .max(
            Comparator.<SampleFormat>comparingInt(f -> f.extension().length())
                .thenComparing(f -> f.suits(header)))
        .orElseThrow(
            () ->
                new Errors.UnusableException(
                    out
                        + ": its ending names no sampled format; add --output-format, one of "
                        + known));
  }
}
