package org.saccade.local.simulate;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.saccade.connectors.labelled.Dvs128Gesture;
import org.saccade.connectors.recording.EventFormat;
import org.saccade.connectors.recording.EventFormats;
import org.saccade.connectors.recording.EventWriter;
import org.saccade.connectors.recording.RecordingHeader;
import org.saccade.connectors.recording.WriteOptions;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.simulators.EventVariation;
import org.saccade.simulators.gesture.Gesture;
import org.saccade.simulators.gesture.GestureSet;
import org.saccade.simulators.gesture.Performance;
import org.saccade.simulators.gesture.Trial;
import org.saccade.simulators.random.CounterRandom;

/**
 * A simulated set of gestures as files. Trials are computed side by side; which thread computes one
 * makes no difference.
 */
public final class GestureFiles {
  /** How the files lie. */
  public enum Layout {
    /** A recording a trial in AEDAT 3.1, its table of labels, and the trial lists. */
    DVS128,
    /** A folder a class, a file a labelled gesture. */
    FOLDERS
  }

  /** Told after each trial. */
  public interface Progress {
    void done(int trials, int of, long events);
  }

  private final GestureSet set;
  private final EventVariation variation;
  private final EventFormat format;
  private final AtomicInteger done = new AtomicInteger();
  private final AtomicLong events = new AtomicLong();

  /**
   * @param variation of the events of each trial
   * @param format of the files in class folders; the other layout is AEDAT 3.1
   */
  public GestureFiles(GestureSet set, EventVariation variation, EventFormat format) {
    this.set = set;
    this.variation = variation;
    this.format = format;
  }

  /**
   * Writes all files.
   *
   * @param folder exists and is empty
   * @return events written
   */
  public long write(Path folder, Layout layout, Progress progress) throws IOException {
    if (layout == Layout.DVS128) {
      writeLists(folder);
    } else {
      for (Gesture gesture : set.gestures()) {
        Files.createDirectories(folder.resolve(gesture.label()));
      }
    }
    try {
      IntStream.range(0, set.size())
          .parallel()
          .forEach(
              index -> {
                long count = write(folder, layout, index);
                long all = events.addAndGet(count);
                progress.done(done.incrementAndGet(), set.size(), all);
              });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return events.get();
  }

  private long write(Path folder, Layout layout, int index) {
    Trial trial = set.trial(index);
    EventBatch all = trial.simulation().run();
    if (!variation.isNone()) {
      long seed = CounterRandom.key(set.seed(), -1L - index);
      all = variation.apply(all, set.width(), set.height(), seed);
    }
    try {
      return layout == Layout.DVS128
          ? writeTrial(folder, trial, all)
          : writeClips(folder, trial, all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private long writeTrial(Path folder, Trial trial, EventBatch all) throws IOException {
    EventFormat aedat = EventFormats.named("aedat3").orElseThrow();
    write(folder.resolve(trial.name() + aedat.extension()), aedat, all);
    List<String> lines = new ArrayList<>(List.of("class,startTime_usec,endTime_usec"));
    for (Performance.Span span : trial.labels()) {
      lines.add(span.gesture().number() + "," + span.fromMicros() + "," + span.toMicros());
    }
    Files.write(folder.resolve(trial.name() + Dvs128Gesture.LABELS_ENDING), lines);
    return all.size();
  }

  private long writeClips(Path folder, Trial trial, EventBatch all) throws IOException {
    long count = 0;
    int[] of = new int[Gesture.values().length];
    int from = 0;
    for (Performance.Span span : trial.labels()) {
      while (from < all.size() && all.t(from) < span.fromMicros()) {
        from++;
      }
      int to = from;
      while (to < all.size() && all.t(to) < span.toMicros()) {
        to++;
      }
      EventBatch clip = new EventBatch(Math.max(1, to - from));
      clip.append(all, from, to);
      int again = ++of[span.gesture().ordinal()];
      String name = trial.name() + (again > 1 ? "_" + again : "") + format.extension();
      write(folder.resolve(span.gesture().label()).resolve(name), format, clip);
      count += clip.size();
      from = to;
    }
    return count;
  }

  private void write(Path file, EventFormat as, EventBatch batch) throws IOException {
    RecordingHeader header = RecordingHeader.of(as.name(), set.width(), set.height());
    try (EventWriter writer =
        as.writer(
            new BufferedOutputStream(Files.newOutputStream(file), 1 << 16),
            header,
            WriteOptions.DEFAULT)) {
      writer.write(batch);
    }
  }

  private void writeLists(Path folder) throws IOException {
    List<String> train = new ArrayList<>();
    List<String> test = new ArrayList<>();
    for (int i = 0; i < set.size(); i++) {
      Trial trial = set.trial(i);
      boolean toTest = set.isToTestOn(trial.subject().number());
      (toTest ? test : train).add(trial.name() + ".aedat");
    }
    Files.write(folder.resolve(Dvs128Gesture.TRAIN_LIST), train);
    Files.write(folder.resolve(Dvs128Gesture.TEST_LIST), test);
    List<String> mapping = new ArrayList<>(List.of("action,label"));
    for (Gesture gesture : Gesture.values()) {
      mapping.add(String.format(Locale.ROOT, "%s,%d", gesture.label(), gesture.number()));
    }
    Files.write(folder.resolve("gesture_mapping.csv"), mapping);
  }
}
