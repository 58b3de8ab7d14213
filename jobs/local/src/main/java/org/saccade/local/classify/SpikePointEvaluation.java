package org.saccade.local.classify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.types.Either;
import org.saccade.connectors.labelled.LabelledClip;
import org.saccade.connectors.labelled.LabelledSet;
import org.saccade.jobs.JobEnvironment;
import org.saccade.jobs.SpikePointJob;
import org.saccade.jobs.config.JobConfiguration;
import org.saccade.local.run.FeatureFiles;
import org.saccade.local.run.RunningJob;
import org.saccade.operators.stream.MarkedPacketOperator;
import org.saccade.schemas.Classification;
import org.saccade.schemas.StreamHealth;
import org.saccade.schemas.flink.RawEventPacketTypeInfo;
import org.saccade.schemas.packet.RawEventPacket;
import org.saccade.schemas.packet.StreamMarker;

/** A model over labelled clips, through the job: the vote of a clip's windows is its answer. */
public final class SpikePointEvaluation {
  private static final int BINS = 10;

  private final LabelledSet set;
  private final List<String> labels;
  private final JobConfiguration configuration;

  /**
   * @param set clips whose labels are all the model's
   * @param labels classes of the model
   * @param configuration that names the model, votes, and has what a mini cluster needs
   */
  public SpikePointEvaluation(
      LabelledSet set, List<String> labels, JobConfiguration configuration) {
    this.set = set;
    this.labels = List.copyOf(labels);
    this.configuration = configuration;
  }

  /** Runs the job over all clips. */
  public Evaluated run() throws Exception {
    Map<Object, List<LabelledClip>> clips = new LinkedHashMap<>();
    Map<Object, List<String>> names = new LinkedHashMap<>();
    Map<String, LabelledClip> byName = ClipNames.of(set.clips());
    byName.forEach(
        (name, clip) -> {
          clips.computeIfAbsent(clip.recording(), r -> new ArrayList<>()).add(clip);
          names.computeIfAbsent(clip.recording(), r -> new ArrayList<>()).add(name);
        });
    StreamExecutionEnvironment env = JobEnvironment.of(configuration);
    DataStream<Either<RawEventPacket, StreamMarker>> records =
        env.fromSource(
                new NumberSequenceSource(0, clips.size() - 1L),
                WatermarkStrategy.noWatermarks(),
                "recordings")
            .uid("recordings")
            .flatMap(new ReadClips(List.copyOf(clips.values()), List.copyOf(names.values())))
            .returns(MarkedPacketOperator.type(new RawEventPacketTypeInfo()))
            .uid("read-clips")
            .name("read-clips");
    Gathered gathered = new Gathered();
    SpikePointJob.build(
        MarkedPacketOperator.byStream(records),
        FeatureFiles.noCommands(env),
        null,
        gathered,
        configuration);
    try (RunningJob running = RunningJob.start(env, "saccade eval spikepoint")) {
      running.endAtInterrupt();
      running.awaitEnd();
    }
    return evaluate(byName, gathered.take());
  }

  private Evaluated evaluate(Map<String, LabelledClip> byName, List<Gathered.Entry> entries) {
    int[][] confusion = new int[labels.size()][labels.size()];
    int[] nothing = new int[labels.size()];
    double[] gaps = new double[BINS];
    int right = 0;
    int windows = 0;
    int rightWindows = 0;
    long steps = 0;
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    for (Gathered.Entry entry : entries) {
      if (!(entry.record() instanceof Classification said)) {
        if (!(entry.record() instanceof StreamHealth)) {
          throw new IllegalStateException("a packet made here was refused: " + entry.record());
        }
        continue;
      }
      int label = labels.indexOf(byName.get(said.getProvenance().getStream()).label());
      boolean isRight = said.getLabel().equals(labels.get(label));
      if (said.getProvenance().getOperator().equals(SpikePointJob.NAME)) {
        if (!said.getScores().isEmpty()) {
          windows++;
          rightWindows += isRight ? 1 : 0;
          steps += said.getSteps();
          first = Math.min(first, entry.nanos());
          last = Math.max(last, entry.nanos());
        }
        continue;
      }
      int found = labels.indexOf(said.getLabel());
      if (found < 0) {
        nothing[label]++;
      } else {
        confusion[label][found]++;
      }
      right += isRight ? 1 : 0;
      gaps[Math.min(BINS - 1, (int) (said.getConfidence() * BINS))] +=
          (isRight ? 1 : 0) - said.getConfidence();
    }
    double error = 0;
    for (double gap : gaps) {
      error += Math.abs(gap) / set.clips().size();
    }
    return new Evaluated(
        labels,
        confusion,
        nothing,
        (double) right / set.clips().size(),
        windows == 0 ? 0 : (double) rightWindows / windows,
        error,
        windows == 0 ? 0 : (double) steps / windows,
        windows,
        windows < 2 ? 0 : (windows - 1) * 1e9 / Math.max(1, last - first));
  }
}
