package org.saccade.local.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.saccade.connectors.recording.EventFormat;
import org.saccade.connectors.recording.EventFormats;
import org.saccade.connectors.recording.EventWriter;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.connectors.recording.RecordingHeader;
import org.saccade.connectors.recording.RecordingReader;
import org.saccade.connectors.recording.RecordingScan;
import org.saccade.connectors.recording.WriteOptions;
import org.saccade.schemas.batch.EventBatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** From any format that is read to any format that is written. */
@Command(
    name = "convert",
    mixinStandardHelpOptions = true,
    description = "From any format that is read to any format that is written.")
final class ConvertCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "IN", description = "A recording.")
  Path in;

  @Parameters(
      index = "1",
      paramLabel = "OUT",
      description = "The file to write; its ending says the format (.raw: EVT3).")
  Path out;

  @Option(
      names = "--output-format",
      paramLabel = "NAME",
      description = "Format to write, where the file's ending does not tell.")
  String outputFormat;

  @Mixin RecordingOptions recording;

  @Override
  public Integer call() throws IOException {
    EventFormat format = outputFormat();
    ReadOptions options = recording.toReadOptions();
    if (Files.exists(out) && Files.exists(in) && Files.isSameFile(in, out)) {
      throw new Errors.UnusableException(out + ": is the input itself; name another output");
    }
    Path part = out.resolveSibling(out.getFileName() + ".part");
    long written = 0;
    try (RecordingReader reader = RecordingReader.open(in, options)) {
      RecordingHeader header = reader.header();
      if (!header.hasGeometry()) {
        header = RecordingScan.of(in, options).headerWithGeometry();
      }
      EventBatch events = new EventBatch(8192);
      try (EventWriter writer =
          format.writer(
              new BufferedOutputStream(Files.newOutputStream(part), 1 << 16),
              header,
              WriteOptions.DEFAULT)) {
        while (reader.read(events)) {
          writer.write(events, reader.triggers());
          written += events.size();
        }
      }
      Files.move(part, out, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      System.err.printf(
          Locale.ROOT,
          "%s (%s) -> %s (%s): %,d events; violations: %s%n",
          in,
          header.format(),
          out,
          format.name(),
          written,
          reader.violations());
    } finally {
      Files.deleteIfExists(part);
    }
    return 0;
  }

  private EventFormat outputFormat() {
    List<EventFormat> writable = EventFormats.all().stream().filter(EventFormat::writable).toList();
    String known = writable.stream().map(EventFormat::name).collect(Collectors.joining(", "));
    if (outputFormat != null) {
      return writable.stream()
          .filter(f -> f.name().equalsIgnoreCase(outputFormat))
          .findFirst()
          .orElseThrow(
              () ->
                  new Errors.UnusableException(
                      "--output-format " + outputFormat + ": expected one of " + known));
    }
    String name = out.getFileName().toString().toLowerCase(Locale.ROOT);
    // Both EVT2 and EVT3 end in .raw: the newer of them is meant.
    return writable.stream()
        .filter(f -> name.endsWith(f.extension()))
        .reduce((older, newer) -> newer)
        .orElseThrow(
            () ->
                new Errors.UnusableException(
                    out + ": its ending names no format; add --output-format, one of " + known));
  }
}
