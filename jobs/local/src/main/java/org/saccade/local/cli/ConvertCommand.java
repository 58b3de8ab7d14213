package org.saccade.local.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.saccade.connectors.recording.CannotHoldException;
import org.saccade.connectors.recording.EventFormat;
import org.saccade.connectors.recording.EventFormats;
import org.saccade.connectors.recording.EventWriter;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.connectors.recording.RecordingHeader;
import org.saccade.connectors.recording.RecordingReader;
import org.saccade.connectors.recording.RecordingScan;
import org.saccade.connectors.recording.SampleFormats;
import org.saccade.connectors.recording.SampleRecording;
import org.saccade.connectors.recording.TimeOrigin;
import org.saccade.connectors.recording.WriteOptions;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.batch.OtherItems;
import org.saccade.schemas.batch.TriggerBatch;
import org.saccade.schemas.codec.OutOfFrameException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** From any format that is read to any format that is written. */
@Command(
    name = "convert",
    mixinStandardHelpOptions = true,
    header = "From any format that is read to any format that is written.",
    description = {
      "Events stay as they are, and their times unless told otherwise; what the format written",
      "cannot hold is an error, and then nothing is written. A file that is there is replaced, but",
      "never the input."
    })
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

  @Option(
      names = "--time-origin",
      paramLabel = "sensor|first|sdk|epoch",
      defaultValue = "sensor",
      description = "From where the times written count, as in cat (${DEFAULT-VALUE}).")
  TimeOrigin origin;

  @Option(
      names = "--from",
      paramLabel = "T",
      description = {
        "First time written, microseconds from the origin; as in cat, what comes before is not",
        "decoded where the format lets one go to a time."
      })
  long from = Long.MIN_VALUE;

  @Option(names = "--to", paramLabel = "T", description = "First time not written any more.")
  long to = Long.MAX_VALUE;

  @Option(
      names = "--compression",
      paramLabel = "none|lz4|zstd",
      defaultValue = "lz4",
      description = "AEDAT 4: of the packets written (${DEFAULT-VALUE}).")
  WriteOptions.Compression compression;

  @Option(
      names = "--signal",
      paramLabel = "NAME_OR_INDEX",
      description = {
        "Samples: the signals of the rate that this one has, by its label or its number from 0.",
        "Needed where signals have several rates and the format written holds one (all but EDF, BDF)."
      })
  String signal;

  @Mixin RecordingOptions recording;

  private long events;
  private long triggers;
  private long samples;
  private long frames;

  @Override
  public Integer call() throws IOException {
    TimeWindow.requireOrdered(from, to);
    ReadOptions options = recording.toReadOptions();
    in = Folders.file(in);
    if (SampleFormats.find(in, options).isPresent()) {
      if (origin != TimeOrigin.SENSOR || from != Long.MIN_VALUE || to != Long.MAX_VALUE) {
        throw new Errors.UnusableException(
            in + ": is a sampled recording; --time-origin, --from and --to are for events");
      }
      new SampleConvert(in, out, outputFormat).run(chosen(options));
      return 0;
    }
    EventFormat format = outputFormat();
    if (Files.exists(out) && Files.exists(in) && Files.isSameFile(in, out)) {
      throw new Errors.UnusableException(out + ": is the input itself; name another output");
    }
    try (RecordingReader reader = RecordingReader.open(in, options)) {
      RecordingHeader header = reader.header();
      if (!header.hasGeometry() && Files.isRegularFile(in)) {
        header = RecordingScan.of(in, options).headerWithGeometry();
      }
      write(reader, format, header);
      System.err.printf(
          Locale.ROOT,
          "%s (%s) -> %s (%s): %,d events%s%s; violations: %s%n",
          in,
          header.format(),
          out,
          format.name(),
          events,
          triggersTold(format),
          othersTold(format),
          reader.violations());
    } catch (IllegalArgumentException | OutOfFrameException e) {
      throw Errors.in(in, e);
    }
    return 0;
  }

  /** With the stream that the signal belongs to. */
  private ReadOptions chosen(ReadOptions options) throws IOException {
    if (signal == null) {
      return options;
    }
    try (SampleRecording opened = SignalChoice.open(in, options, signal)) {
      return options.withSamples(options.samples().withStream(opened.stream()));
    } catch (IllegalArgumentException e) {
      throw Errors.in(in, e);
    }
  }

  private void write(RecordingReader reader, EventFormat format, RecordingHeader header)
      throws IOException {
    EventBatch batch = new EventBatch(8192);
    // Fails before a file is made where the recording has no such origin.
    var unused = origin.shiftMicros(reader, 0);
    boolean more = reader.format().holdsOthers();
    OtherItems others = more ? new OtherItems(256) : null;
    TimeWindow window = null;
    if (more || from != Long.MIN_VALUE) {
      window = window(origin.shiftMicros(reader, in, recording.toReadOptions()));
      var there = window.goTo(reader, in);
    }
    WriteOptions layout = WriteOptions.DEFAULT.withCompression(compression);
    try (OutputFile file = OutputFile.create(out)) {
      try (EventWriter writer = format.writer(file.stream(), header, layout)) {
        while (reader.read(batch, others)) {
          if (window == null) {
            window = window(origin.shiftMicros(reader, batch));
          }
          write(window, batch, reader.triggers(), others, writer);
        }
      }
      file.commit();
    } catch (CannotHoldException | IllegalArgumentException e) {
      throw new Errors.UnusableException(
          out + ": " + e.getMessage() + "; nothing was written; choose another format", e);
    }
  }

  private TimeWindow window(long shift) {
    return new TimeWindow(shift, from, to);
  }

  private void write(
      TimeWindow window,
      EventBatch batch,
      TriggerBatch edges,
      OtherItems others,
      EventWriter writer)
      throws IOException {
    window.keep(batch);
    TriggerBatch kept = window.kept(edges);
    writer.write(batch, kept);
    events += batch.size();
    triggers += kept.size();
    if (others != null) {
      window.keep(others);
      samples += others.imu().size();
      frames += others.hasFrame() ? 1 : 0;
      writer.write(others);
    }
  }

  private String triggersTold(EventFormat format) {
    if (triggers == 0) {
      return "";
    }
    String told = String.format(Locale.ROOT, ", %,d triggers", triggers);
    return format.holdsTriggers() ? told : told + " left out (" + format.name() + " has none)";
  }

  private String othersTold(EventFormat format) {
    if (samples + frames == 0) {
      return "";
    }
    String told =
        String.format(Locale.ROOT, ", %,d frames, %,d samples of inertial units", frames, samples);
    if (format.writesOthers()) {
      return told;
    }
    String why = format.holdsOthers() ? " is written without)" : " has none)";
    return told + " left out (" + format.name() + why;
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
    if (Files.isDirectory(out)) {
      throw new Errors.UnusableException(out + ": is a folder, expected a file to write");
    }
    String name = String.valueOf(out.getFileName()).toLowerCase(Locale.ROOT);
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
