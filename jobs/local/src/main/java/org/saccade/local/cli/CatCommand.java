package org.saccade.local.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.saccade.connectors.recording.RecordingReader;
import org.saccade.connectors.recording.SampleFormats;
import org.saccade.connectors.recording.SampleRecording;
import org.saccade.connectors.recording.TimeOrigin;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.batch.TriggerBatch;
import org.saccade.schemas.codec.OutOfFrameException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Decoded items of a recording on stdout. */
@Command(
    name = "cat",
    mixinStandardHelpOptions = true,
    header = "Decoded items of a recording on stdout.",
    description = {
      "Events are t,x,y,p: microseconds, column, row from the top, 1 for ON and 0 for OFF.",
      "Triggers are t,id,p. Samples are sample,t,NAME… in physical units; markers t,duration,text."
    })
final class CatCommand implements Callable<Integer> {
  /** What a recording is made of. */
  enum Items {
    EVENTS,
    TRIGGERS,
    SAMPLES,
    MARKERS
  }

  /** How items are written. */
  enum Format {
    CSV,
    JSONL
  }

  @Parameters(paramLabel = "FILE", description = "A recording.")
  Path file;

  @Option(
      names = "--items",
      paramLabel = "events|triggers|samples|markers",
      description = "What of it (what it mainly holds: events or samples).")
  Items items;

  @Option(
      names = "--signal",
      paramLabel = "NAME_OR_INDEX",
      description = "Samples: this channel alone, by its name or its number from 0.")
  String signal;

  @Option(
      names = "--format",
      paramLabel = "csv|jsonl",
      defaultValue = "csv",
      description = "CSV with a header, or a JSON object a line (${DEFAULT-VALUE}).")
  Format format;

  @Option(names = "--limit", paramLabel = "N", description = "Stop after N items.")
  long limit = Long.MAX_VALUE;

  @Option(
      names = "--time-origin",
      paramLabel = "sensor|first|sdk|epoch",
      defaultValue = "sensor",
      description = {
        "What t=0 is: the start of the sensor's clock; the first event; as the vendor's SDK shows",
        "it (EVT2, EVT2.1, EVT3); 1970, where the recording says when it was made (${DEFAULT-VALUE})."
      })
  TimeOrigin origin;

  @Mixin RecordingOptions recording;

  private long left;

  @Override
  public Integer call() throws IOException {
    Errors.requireBetween("--limit", limit, 0, Long.MAX_VALUE);
    left = limit;
    if (SampleFormats.find(file, recording.toReadOptions()).isPresent()) {
      return samples();
    }
    if (items == Items.SAMPLES || items == Items.MARKERS || signal != null) {
      throw new Errors.UnusableException(
          file + ": is no sampled recording: it has no samples, signals or markers");
    }
    items = items == null ? Items.EVENTS : items;
    try (RecordingReader reader = RecordingReader.open(file, recording.toReadOptions())) {
      // Fails before the first line where the recording has no such origin.
      var unused = origin.shiftMicros(reader, 0);
      try (CsvOut out = new CsvOut(System.out)) {
        copy(reader, out);
      }
      if (left > 0 && !reader.violations().isEmpty()) {
        System.err.println("saccade: " + file + ": " + reader.violations());
      }
    } catch (IllegalArgumentException | OutOfFrameException e) {
      throw Errors.in(file, e);
    }
    return 0;
  }

  private Integer samples() throws IOException {
    if (items == Items.EVENTS || items == Items.TRIGGERS) {
      throw new Errors.UnusableException(
          file + ": is a sampled recording; choose --items samples or markers");
    }
    try (SampleRecording samples = SampleFormats.open(file, recording.toReadOptions())) {
      try (CsvOut out = new CsvOut(System.out)) {
        SampleCat cat = new SampleCat(samples, out, format == Format.JSONL, origin, limit);
        if (items == Items.MARKERS) {
          cat.markers();
        } else {
          cat.samples(signal);
        }
      }
      if (!samples.violations().isEmpty()) {
        System.err.println("saccade: " + file + ": " + samples.violations());
      }
    } catch (IllegalArgumentException e) {
      throw Errors.in(file, e);
    }
    return 0;
  }

  private void copy(RecordingReader reader, CsvOut out) throws IOException {
    if (format == Format.CSV) {
      out.text(items == Items.EVENTS ? "t,x,y,p\n" : "t,id,p\n");
    }
    EventBatch events = new EventBatch(8192);
    Long shift = null;
    while (left > 0 && reader.read(events)) {
      TriggerBatch triggers = reader.triggers();
      if (shift == null && (events.size() > 0 || triggers.size() > 0)) {
        long first = events.size() > 0 ? events.t(0) : triggers.t(0);
        shift = origin.shiftMicros(reader, first);
      }
      if (items == Items.EVENTS) {
        write(events, shift, out);
      } else {
        write(triggers, shift, out);
      }
    }
  }

  private void write(EventBatch events, long shift, CsvOut out) throws IOException {
    int n = (int) Math.min(left, events.size());
    for (int i = 0; i < n; i++) {
      if (format == Format.CSV) {
        out.number(events.t(i) - shift).put(',').number(events.x(i)).put(',');
        out.number(events.y(i)).put(',').number(events.p(i)).put('\n');
      } else {
        out.text("{\"t\":").number(events.t(i) - shift).text(",\"x\":").number(events.x(i));
        out.text(",\"y\":").number(events.y(i)).text(",\"p\":").number(events.p(i)).text("}\n");
      }
    }
    left -= n;
  }

  private void write(TriggerBatch triggers, long shift, CsvOut out) throws IOException {
    int n = (int) Math.min(left, triggers.size());
    for (int i = 0; i < n; i++) {
      if (format == Format.CSV) {
        out.number(triggers.t(i) - shift).put(',').number(triggers.id(i)).put(',');
        out.number(triggers.value(i)).put('\n');
      } else {
        out.text("{\"t\":").number(triggers.t(i) - shift).text(",\"id\":").number(triggers.id(i));
        out.text(",\"p\":").number(triggers.value(i)).text("}\n");
      }
    }
    left -= n;
  }
}
