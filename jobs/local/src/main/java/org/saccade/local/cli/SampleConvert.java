package org.saccade.local.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.saccade.connectors.recording.CannotHoldException;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.connectors.recording.SampleFormat;
import org.saccade.connectors.recording.SampleFormats;
import org.saccade.connectors.recording.SampleRecording;
import org.saccade.connectors.recording.SampleWriter;
import org.saccade.schemas.batch.SampleBatch;

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
    SampleFormat format = format();
    if (Files.exists(out) && Files.isSameFile(in, out)) {
      throw new Errors.UnusableException(out + ": is the input itself; name another output");
    }
    long samples = 0;
    long markers = 0;
    try (SampleRecording recording = SampleFormats.open(in, options);
        OutputFile file = OutputFile.create(out)) {
      SampleBatch batch = new SampleBatch();
      try (SampleWriter writer = format.writer(file.stream(), recording.header())) {
        while (recording.read(batch)) {
          writer.write(batch, recording.firstMicros());
          samples += batch.size();
          markers += recording.markers().size();
        }
        markers += recording.markers().size();
      }
      file.commit();
      System.err.printf(
          Locale.ROOT,
          "%s (%s) -> %s (%s): %,d samples of %d channels%s; violations: %s%n",
          in,
          recording.header().format(),
          out,
          format.name(),
          samples,
          recording.header().channels().size(),
          markers == 0 ? "" : String.format(Locale.ROOT, ", %,d markers left out", markers),
          recording.violations());
    } catch (CannotHoldException e) {
      throw new Errors.UnusableException(
          out + ": " + e.getMessage() + "; nothing was written; choose another format", e);
    }
  }

  private SampleFormat format() {
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
        .max(Comparator.comparingInt(f -> f.extension().length()))
        .orElseThrow(
            () ->
                new Errors.UnusableException(
                    out
                        + ": its ending names no sampled format; add --output-format, one of "
                        + known));
  }
}
