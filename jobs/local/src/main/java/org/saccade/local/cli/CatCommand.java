package org.saccade.local.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.connectors.recording.RecordingReader;
import org.saccade.connectors.recording.SampleFormats;
import org.saccade.connectors.recording.SampleRecording;
import org.saccade.connectors.recording.TimeOrigin;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.batch.OtherItems;
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
      "Triggers are t,id,p. An Event Stream (.es) also has exposures t,x,y,p (0 start, 1 end),",
      "colors t,x,y,r,g,b and generic t,bytes (as hexadecimals). AEDAT 3 and 4 also have samples",
      "of an inertial unit, imu t,temperature,ax,…,mz (degrees C, g, degrees/s, uT), and frames",
      "t,width,height,format (OpenCV's pixel type, such as 8UC1).",
      "Samples are sample,t,NAME… in physical units; markers t,duration,text."
    })
final class CatCommand implements Callable<Integer> {
  /** How items are written. */
  enum Format {
    CSV,
    JSONL
  }

  @Parameters(paramLabel = "FILE", description = "A recording.")
  Path file;

  @Option(
      names = "--items",
      paramLabel = "events|triggers|exposures|colors|generic|imu|frames|samples|markers",
      description = "What of it (what it mainly holds).")
  CatItems items;

  @Option(
      names = "--frames",
      paramLabel = "DIR",
      description = {
        "Frames: write the pixels of row N to DIR/frame-N, from 000000: .pgm gray, .ppm colour,",
        ".pam colour with alpha."
      })
  Path frames;

  @Option(
      names = "--signal",
      paramLabel = "NAME_OR_INDEX",
      description = {
        "Samples: this channel alone, by its label or its number from 0. Needed where signals have",
        "several rates."
      })
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
        "it (EVT2, EVT2.1, EVT3); 1970, where the recording says when it was made"
            + " (${DEFAULT-VALUE})."
      })
  TimeOrigin origin;

  @Option(
      names = "--from",
      paramLabel = "T",
      description = {
        "First time shown, microseconds from the origin. What comes before is not decoded where"
            + " the",
        "format lets one go to a time: EVT2, EVT2.1, EVT3, DAT, AEDAT 1 to 4 (of DAT and AEDAT,",
        "files of many events are taken to go back in time by a second at most); else it is read",
        "and passed over."
      })
  long from = Long.MIN_VALUE;

  @Option(
      names = "--to",
      paramLabel = "T",
      description = {
        "First time not shown any more. The rest is read all the same, for time may go back:",
        "--limit stops."
      })
  long to = Long.MAX_VALUE;

  @Mixin RecordingOptions recording;

  private long left;

  @Override
  public Integer call() throws IOException {
    Errors.requireBetween("--limit", limit, 0, Long.MAX_VALUE);
    TimeWindow.requireOrdered(from, to);
    if (frames != null && items != CatItems.FRAMES) {
      throw new Errors.UnusableException("--frames " + frames + ": needs --items frames");
    }
    left = limit;
    file = Folders.file(file);
    if (SampleFormats.find(file, recording.toReadOptions()).isPresent()) {
      return samples();
    }
    if (signal != null || items != null && items.areSampled()) {
      throw new Errors.UnusableException(
          file + ": is no sampled recording: it has no samples, signals or markers");
    }
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
    if (from != Long.MIN_VALUE || to != Long.MAX_VALUE) {
      throw new Errors.UnusableException(
          file + ": is a sampled recording; --from and --to are for events");
    }
    if (items != null && !items.areSampled()) {
      throw new Errors.UnusableException(
          file + ": is a sampled recording; choose --items samples or markers");
    }
    ReadOptions options = recording.toReadOptions();
    try (SampleRecording samples =
        signal == null
            ? SampleFormats.open(file, options)
            : SignalChoice.open(file, options, signal)) {
      boolean markers =
          items == CatItems.MARKERS || items == null && samples.header().channels().isEmpty();
      if (!markers) {
        SignalChoice.requireOneRate(samples, signal);
      }
      try (CsvOut out = new CsvOut(System.out)) {
        SampleCat cat = new SampleCat(samples, out, format == Format.JSONL, origin, limit);
        if (markers) {
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
    CatItems what = items == null ? CatItems.mainlyIn(reader) : items;
    RowWriter rows = what.rows(out, format == Format.JSONL);
    if (what.isAskedFor()) {
      reader.readItems();
    }
    EventBatch events = new EventBatch(8192);
    if (what.isOther()) {
      copyOthers(reader, what, events, rows);
      return;
    }
    TimeWindow window = null;
    while (left > 0 && reader.read(events)) {
      if (window == null) {
        window = new TimeWindow(origin.shiftMicros(reader, events), from, to);
        if (window.goTo(reader, file)) {
          continue;
        }
      }
      left -= what.write(reader, events, window, left, rows);
    }
  }

  private void copyOthers(RecordingReader reader, CatItems what, EventBatch events, RowWriter rows)
      throws IOException {
    FrameFiles files = frames == null ? null : new FrameFiles(frames);
    TimeWindow window =
        new TimeWindow(origin.shiftMicros(reader, file, recording.toReadOptions()), from, to);
    OtherItems others = new OtherItems(256);
    var unused = window.goTo(reader, file);
    while (left > 0 && reader.read(events, others)) {
      left -= what.write(others, files, window, left, rows);
    }
    if (files != null && files.leftOut() > 0) {
      System.err.println(
          "saccade: " + files.leftOut() + " frames have pixels of no picture file: not written");
    }
  }
}
