package org.saccade.operators.events;

import java.util.List;
import java.util.function.BiFunction;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.util.OutputTag;
import org.saccade.operators.flow.FlowOutput;
import org.saccade.operators.frame.FrameOutput;
import org.saccade.operators.stage.FeatureValue;
import org.saccade.operators.stage.StageOutput;
import org.saccade.operators.track.TrackOutput;
import org.saccade.schemas.Feature;
import org.saccade.schemas.Flow;
import org.saccade.schemas.Frame;
import org.saccade.schemas.Provenance;
import org.saccade.schemas.Track;

/**
 * What one kind of a stage's outputs becomes: another kind is another row.
 *
 * @param output class of what the stage puts out
 * @param type class of the record made of it
 * @param tag where the record goes; its name counts it in summaries and metrics
 * @param make the record
 */
record OutputRow<O extends StageOutput, R extends SpecificRecordBase>(
    Class<O> output, Class<R> type, OutputTag<R> tag, BiFunction<O, Provenance, R> make) {

  static final List<OutputRow<?, ?>> ALL =
      List.of(
          new OutputRow<>(
              FeatureValue.class,
              Feature.class,
              KeyedEventOperator.FEATURES,
              (f, p) ->
                  new Feature(p, p.getStream(), p.getSession(), f.name(), f.end(), f.value())),
          new OutputRow<>(
              FrameOutput.class, Frame.class, KeyedEventOperator.FRAMES, VisionRecords::frame),
          new OutputRow<>(
              FlowOutput.class, Flow.class, KeyedEventOperator.FLOW, VisionRecords::flow),
          new OutputRow<>(
              TrackOutput.class, Track.class, KeyedEventOperator.TRACKS, VisionRecords::track));

  String title() {
    return tag.getId();
  }

  /** The row of an output. */
  @SuppressWarnings("unchecked") // the row was found by the class of the output
  static <O extends StageOutput> OutputRow<O, ?> of(O output) {
    for (OutputRow<?, ?> row : ALL) {
      if (row.output == output.getClass()) {
        return (OutputRow<O, ?>) row;
      }
    }
    throw new IllegalArgumentException("no record is made of " + output.getClass().getName());
  }

  void give(O output, Provenance provenance, EventOutputs outputs) {
    outputs.record(tag, make.apply(output, provenance));
  }
}
