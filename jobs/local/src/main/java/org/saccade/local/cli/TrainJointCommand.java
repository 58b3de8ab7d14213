package org.saccade.local.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.saccade.local.series.JointExamples;
import org.saccade.local.series.JointSeries;
import org.saccade.operators.htm.HtmDesign;
import org.saccade.operators.htm.HtmParameters;
import org.saccade.operators.joint.HeldOut;
import org.saccade.operators.joint.LayerTraining;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The layer that combines the scores of several values. */
@Command(
    name = "joint",
    mixinStandardHelpOptions = true,
    header = "The joint score of several values, from labelled series.",
    description = {
      "Reads series of timestamp,a,b,…,label, all with the same columns, label being 1 where a",
      "record is an anomaly and 0 elsewhere. Trains a network of one hidden layer over what the",
      "detectors of all values say, for `saccade score --joint MODEL`. Printed is what it is",
      "worth on series left out of its training, beside the rule that needs none."
    })
final class TrainJointCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE|DIR", description = "A labelled series, or a folder of them.")
  Path input;

  @Option(
      names = "--output",
      paramLabel = "MODEL",
      required = true,
      description = "The model's file (safetensors).")
  Path output;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of the training (default: ${DEFAULT-VALUE}).")
  long seed;

  @Option(names = "--json", description = "The figures as one JSON object.")
  boolean json;

  @Override
  public Integer call() throws IOException {
    OutputFile.requireWritable(output);
    HtmDesign design = new HtmDesign(HtmParameters.VALUES);
    List<JointExamples> series = new ArrayList<>();
    List<String> names = null;
    for (Path file : JointSeries.files(input)) {
      JointExamples one = JointExamples.read(file, design);
      if (names != null && !names.equals(one.names())) {
        throw new Errors.UnusableException(
            file + ": has the values " + one.names() + ", the files before it " + names);
      }
      names = one.names();
      series.add(one);
    }
    LayerTraining.Result result;
    try {
      result =
          LayerTraining.trainAndHoldOut(
              names, series.stream().map(JointExamples::examples).toList(), seed);
    } catch (IllegalArgumentException e) {
      throw Errors.in(input, e);
    }
    try (OutputFile file = OutputFile.create(output)) {
      try (OutputStream out = file.stream()) {
        out.write(result.layer().toBytes());
      }
      file.commit();
    }
    tell(series, result.heldOut(), JointExamples.rule(series));
    return 0;
  }

  private void tell(List<JointExamples> series, HeldOut layer, HeldOut rule) {
    long records = series.stream().mapToLong(s -> s.examples().labels().length).sum();
    if (json) {
      ObjectNode node = new ObjectMapper().createObjectNode();
      node.put("series", series.size());
      node.put("records", records);
      put(node.putObject("heldOut"), layer);
      put(node.putObject("rule"), rule);
      System.out.println(node);
      return;
    }
    System.out.printf(
        Locale.ROOT,
        "%d series, %,d records behind the warm-ups%n%-28s%18s%6s%11s%8s%n",
        series.size(),
        records,
        "",
        "average precision",
        "F1",
        "precision",
        "recall");
    row("layer, on series left out", layer);
    row("rule, without training", rule);
  }

  private static void row(String name, HeldOut f) {
    System.out.printf(
        Locale.ROOT,
        "%-28s%18.3f%6.3f%11.3f%8.3f%n",
        name,
        f.averagePrecision(),
        f.f1(),
        f.precision(),
        f.recall());
  }

  private static void put(ObjectNode node, HeldOut f) {
    node.put("averagePrecision", f.averagePrecision());
    node.put("f1", f.f1());
    node.put("precision", f.precision());
    node.put("recall", f.recall());
  }
}
