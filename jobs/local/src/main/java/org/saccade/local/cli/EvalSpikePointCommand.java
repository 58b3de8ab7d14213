package org.saccade.local.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.saccade.connectors.labelled.LabelledClip;
import org.saccade.connectors.labelled.LabelledData;
import org.saccade.connectors.labelled.LabelledSet;
import org.saccade.connectors.recording.UnreadableRecordingException;
import org.saccade.jobs.config.SpikePointSettings;
import org.saccade.local.classify.Evaluated;
import org.saccade.local.classify.SpikePointEvaluation;
import org.saccade.local.run.LocalFlink;
import org.saccade.operators.safetensors.Safetensors;
import org.saccade.operators.safetensors.SafetensorsException;
import org.saccade.operators.spikepoint.SpikePointModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How often a SpikePoint is right. */
@Command(
    name = "spikepoint",
    mixinStandardHelpOptions = true,
    header = "How often a SpikePoint model is right on labelled recordings.",
    description = {
      "Every clip is a stream that goes through the spikepoint job; the vote of its windows is its",
      "answer. Clips of classes that the model does not know are left out, which is told."
    })
final class EvalSpikePointCommand implements Callable<Integer> {
  @Option(names = "--model", required = true, paramLabel = "FILE", description = "The model.")
  Path model;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "Recordings: a folder a class, files named by --labels, or DVS128 Gesture.")
  Path data;

  @Option(
      names = "--labels",
      paramLabel = "FILE",
      description = "Lines of a recording and its label, with a header (default: found in DIR).")
  Path labels;

  @Option(
      names = "--part",
      paramLabel = "all|train|test",
      defaultValue = "all",
      description = {
        "Part of the split that the data come with: trial lists, or folders Train and Test",
        "(default: ${DEFAULT-VALUE})."
      })
  LabelledData.Part part;

  @Option(
      names = "--steps",
      paramLabel = "N",
      description = "Time steps of the network (default: all that the model has).")
  Integer steps;

  @Option(
      names = "--sure",
      paramLabel = "P",
      description = "Confidence that ends a window early (default: never).")
  Double sure;

  @Option(names = "--json", description = "One JSON object.")
  boolean json;

  @Mixin ConfigurationOptions configuration;

  @Override
  public Integer call() throws Exception {
    SpikePointModel read = read();
    LabelledSet all = asked(LabelledData.read(data, labels));
    LabelledSet set = known(all, read.labels());
    int skipped = all.clips().size() - set.clips().size();
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put(SpikePointSettings.MODEL.key(), model.toAbsolutePath().toString());
    settings.put(SpikePointSettings.VOTES.key(), "true");
    settings.put(SpikePointSettings.STAGGER.key(), "false");
    if (steps != null) {
      Errors.requireBetween("--steps", steps, 1, 256);
      settings.put(SpikePointSettings.STEPS.key(), steps.toString());
    }
    if (sure != null) {
      settings.put(SpikePointSettings.SURE.key(), sure.toString());
    }
    Evaluated found =
        new SpikePointEvaluation(
                set, read.labels(), LocalFlink.configure(configuration.load().with(settings)))
            .run();
    System.out.print(json ? asJson(found, set, skipped) + "\n" : asText(found, set));
    return 0;
  }

  private SpikePointModel read() throws IOException {
    Safetensors file = Safetensors.read(model);
    try {
      return SpikePointModel.of(file);
    } catch (SafetensorsException e) {
      throw new SafetensorsException(model + ": " + e.getMessage());
    }
  }

  private LabelledSet known(LabelledSet read, List<String> classes) {
    TreeSet<String> unknown = new TreeSet<>();
    for (LabelledClip clip : read.clips()) {
      if (!classes.contains(clip.label())) {
        unknown.add(clip.label());
      }
    }
    LabelledSet set = read.where(clip -> classes.contains(clip.label()));
    if (set.clips().isEmpty()) {
      throw new Errors.UnusableException(
          data + ": has labels " + unknown + ", none of the model's, which are " + classes);
    }
    if (!unknown.isEmpty()) {
      System.err.printf(
          "saccade: %d clips labelled %s are left out: the model knows %s%n",
          read.clips().size() - set.clips().size(), unknown, classes);
    }
    return set;
  }

  private LabelledSet asked(LabelledData found) {
    found.remarks().forEach(remark -> System.err.println("saccade: " + remark));
    try {
      return found.part(part);
    } catch (UnreadableRecordingException e) {
      throw Errors.in(data, e);
    }
  }

  private ObjectNode asJson(Evaluated found, LabelledSet set, int skipped) {
    ObjectNode node = new ObjectMapper().createObjectNode();
    node.put("model", model.toString());
    node.put("clips", set.clips().size());
    node.put("skipped", skipped);
    node.put("windows", found.windows());
    node.put("accuracy", found.accuracy());
    node.put("windowAccuracy", found.windowAccuracy());
    node.put("calibrationError", found.calibrationError());
    node.put("meanSteps", found.meanSteps());
    node.put("windowsPerSecond", found.windowsPerSecond());
    ArrayNode names = node.putArray("labels");
    found.labels().forEach(names::add);
    ArrayNode rows = node.putArray("confusion");
    for (int[] row : found.confusion()) {
      ArrayNode counts = rows.addArray();
      for (int count : row) {
        counts.add(count);
      }
    }
    ArrayNode nothing = node.putArray("nothing");
    for (int count : found.nothing()) {
      nothing.add(count);
    }
    return node;
  }

  private String asText(Evaluated found, LabelledSet set) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%d clips, %d windows, %.1f a second%n"
                + "accuracy %.4f (of single windows %.4f), calibration error %.4f, %.1f steps%n%n",
            set.clips().size(),
            found.windows(),
            found.windowsPerSecond(),
            found.accuracy(),
            found.windowAccuracy(),
            found.calibrationError(),
            found.meanSteps()));
    for (int i = 0; i < found.labels().size(); i++) {
      text.append(String.format(Locale.ROOT, "%-28s", found.labels().get(i)));
      for (int count : found.confusion()[i]) {
        text.append(String.format(Locale.ROOT, "%6d", count));
      }
      text.append(String.format("%n"));
    }
    return text.toString();
  }
}
