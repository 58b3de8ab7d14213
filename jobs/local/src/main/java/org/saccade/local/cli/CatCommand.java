package org.saccade.local.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.saccade.connectors.recording.RecordingReader;
import org.saccade.connectors.recording.TimeOrigin;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.batch.TriggerBatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Decoded items of a recording on stdout. */
@Command(
    name = "cat",
    mixinStandardHelpOptions = true,
    description = "Decoded items of a recording on stdout.")
final class CatCommand implements Callable<Integer> {
  /** What a recording is made of. */
  enum Items {
    EVENTS,
    TRIGGERS
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
      defaultValue = "EVENTS",
      description = "${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
  Items items;

  @Option(
      names = "--format",
      defaultValue = "CSV",
      description = "${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
  Format format;

  @Option(names = "--limit", paramLabel = "N", description = "Stop after N items.")
  long limit = Long.MAX_VALUE;

  @Option(
      names = "--time-origin",
      defaultValue = "SENSOR",
      description =
          "What t=0 is: the sensor's, the first event, as the vendor's SDK shows it (EVT2, EVT3),"
              + " or Unix time where the recording knows it: ${COMPLETION-CANDIDATES}"
              + " (${DEFAULT-VALUE}).")
  TimeOrigin origin;

  @Mixin RecordingOptions recording;

  private long left;

  @Override
  public Integer call() throws IOException {
    if (limit < 0) {
      throw new Errors.UnusableException("--limit " + limit + ": must not be negative");
    }
    left = limit;
    EventBatch events = new EventBatch(8192);
    try (RecordingReader reader = RecordingReader.open(file, recording.toReadOptions());
        CsvOut out = new CsvOut(new FileOutputStream(FileDescriptor.out))) {
      if (format == Format.CSV) {
        out.text(items == Items.EVENTS ? "t,x,y,p\n" : "t,id,p\n");
      }
      Long shift = null;
      while (left > 0 && reader.read(events)) {
        if (shift == null && (events.size() > 0 || reader.triggers().size() > 0)) {
          long first = events.size() > 0 ? events.t(0) : reader.triggers().t(0);
          shift = origin.shiftMicros(reader, first);
        }
        if (items == Items.EVENTS) {
          write(events, shift, out);
        } else {
          write(reader.triggers(), shift, out);
        }
      }
      if (left > 0 && !reader.violations().isEmpty()) {
        System.err.println("saccade: " + file + ": " + reader.violations());
      }
    }
    return 0;
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
