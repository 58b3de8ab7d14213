package org.saccade.local.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.saccade.connectors.recording.EventFormat;
import org.saccade.connectors.recording.EventFormats;
import org.saccade.connectors.recording.aedat.Sensor;
import org.saccade.local.simulate.GestureFiles;
import org.saccade.simulators.EventVariation;
import org.saccade.simulators.gesture.Gesture;
import org.saccade.simulators.gesture.GestureSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A set of simulated gestures. */
@Command(
    name = "gestures",
    mixinStandardHelpOptions = true,
    header = "People who make the gestures of DVS128 Gesture before an event camera.",
    description = {
      "Writes labelled recordings, of subjects who differ in size, place, clothes, speed and habit.",
      "Layout dvs128 is that of DVS128 Gesture: AEDAT 3.1, a table of labels beside each recording,",
      "trial lists by subject. Layout folders is a folder a class, a file a gesture. The same",
      "options give the same bytes; another seed gives other people."
    })
final class SimulateGesturesCommand implements Callable<Integer> {
  private static final Pattern SIZE = Pattern.compile("(\\d{1,5})x(\\d{1,5})");

  @Option(
      names = "--output",
      paramLabel = "DIR",
      required = true,
      description = "Folder to make; it must be missing or empty.")
  Path output;

  @Option(
      names = "--layout",
      paramLabel = "dvs128|folders",
      defaultValue = "dvs128",
      description = "How the files lie (${DEFAULT-VALUE}).")
  GestureFiles.Layout layout;

  @Option(
      names = "--output-format",
      paramLabel = "NAME",
      defaultValue = "dat",
      description = "Format in class folders (${DEFAULT-VALUE}).")
  String format;

  @Option(
      names = "--subjects",
      paramLabel = "N",
      defaultValue = "24",
      description = "People (${DEFAULT-VALUE}); about the last fifth are to test on.")
  int subjects;

  @Option(
      names = "--trials",
      paramLabel = "N",
      defaultValue = "1",
      description = "Recordings of each, 1 to 5, each in another light (${DEFAULT-VALUE}).")
  int trials;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      defaultValue = "4",
      description = "Length of a gesture (${DEFAULT-VALUE}).")
  double seconds;

  @Option(
      names = "--others",
      paramLabel = "N",
      defaultValue = "1",
      description = "Clips of other_gestures in a recording, 0 to 20 (${DEFAULT-VALUE}).")
  int others;

  @Option(
      names = "--size",
      paramLabel = "WxH",
      defaultValue = "128x128",
      description = "Columns and rows of the sensor (${DEFAULT-VALUE}).")
  String size;

  @Option(
      names = "--speed",
      paramLabel = "X",
      defaultValue = "1",
      description = "Factor of all motions (${DEFAULT-VALUE}).")
  double speed;

  @Option(
      names = "--noise",
      paramLabel = "X",
      defaultValue = "1",
      description = "Factor of the sensor's noise and hot pixels (${DEFAULT-VALUE}).")
  double noise;

  @Option(
      names = "--keep",
      paramLabel = "SHARE",
      defaultValue = "1",
      description = "Share of the events that stay, drawn at random (${DEFAULT-VALUE}).")
  double keep;

  @Option(
      names = "--noise-events",
      paramLabel = "SHARE",
      defaultValue = "0",
      description = "Events of nobody's to add for each event: 0.3 adds 30 %% (${DEFAULT-VALUE}).")
  double noiseEvents;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of everything random (${DEFAULT-VALUE}).")
  long seed;

  @Override
  public Integer call() throws IOException {
    GestureSet set = set();
    EventVariation variation = new EventVariation(keep, noiseEvents);
    GestureFiles files = new GestureFiles(set, variation, format());
    if (layout == GestureFiles.Layout.DVS128 && sensorless(set)) {
      throw new Errors.UnusableException(
          "--size "
              + size
              + ": AEDAT 3.1 says the size by the sensor's name, and no sensor has this one;"
              + " choose another, or --layout folders");
    }
    long events;
    try (OutputFolder folder = OutputFolder.create(output)) {
      events = files.write(folder.path(), layout, SimulateGesturesCommand::tell);
      folder.commit();
    }
    System.err.printf(
        Locale.ROOT,
        "%s: %d subjects, %d recordings, %d gestures, %,d events%n",
        output,
        subjects,
        set.size(),
        set.size() * set.gestures().size(),
        events);
    return 0;
  }

  private GestureSet set() {
    Matcher sized = SIZE.matcher(size);
    if (!sized.matches()) {
      throw new Errors.UnusableException("--size " + size + ": expected WxH such as 128x128");
    }
    Errors.requireBetween("--others", others, 0, 20);
    if (!(seconds >= 0.001 && seconds <= 3600)) {
      throw new Errors.UnusableException("--seconds " + seconds + ": expected 0.001 to 3600");
    }
    List<Gesture> gestures = new ArrayList<>(Arrays.asList(Gesture.values()));
    gestures.remove(Gesture.OTHER_GESTURES);
    gestures.addAll(Collections.nCopies(others, Gesture.OTHER_GESTURES));
    return GestureSet.of(subjects, seconds, seed)
        .withTrials(trials)
        .withSize(Integer.parseInt(sized.group(1)), Integer.parseInt(sized.group(2)))
        .withSpeed(speed)
        .withNoise(noise)
        .withGestures(gestures);
  }

  private EventFormat format() {
    EventFormat found =
        EventFormats.named(format)
            .filter(EventFormat::writable)
            .orElseThrow(
                () ->
                    new Errors.UnusableException(
                        "--output-format "
                            + format
                            + ": is no format that is written; see convert"));
    if (layout == GestureFiles.Layout.DVS128 && !format.equals("dat")) {
      throw new Errors.UnusableException(
          "--output-format " + format + ": is for --layout folders; dvs128 is AEDAT 3.1");
    }
    return found;
  }

  private static boolean sensorless(GestureSet set) {
    return Arrays.stream(Sensor.values())
        .noneMatch(s -> s.width() == set.width() && s.height() == set.height());
  }

  private static void tell(int trials, int of, long events) {
    if (trials % 8 == 0 && trials < of) {
      System.err.printf(Locale.ROOT, "%d of %d recordings, %,d events%n", trials, of, events);
    }
  }
}
