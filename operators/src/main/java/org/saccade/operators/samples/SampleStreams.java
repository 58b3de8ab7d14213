package org.saccade.operators.samples;

import java.util.function.Consumer;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.saccade.operators.stream.PacketStream;
import org.saccade.operators.stream.RawPacketForm;
import org.saccade.operators.stream.StreamOutputs;
import org.saccade.operators.stream.StreamRecords;
import org.saccade.schemas.DeadLetter;
import org.saccade.schemas.StreamHealth;
import org.saccade.schemas.batch.SampleBatch;
import org.saccade.schemas.packet.RawSamplePacket;

/** The streams of one subtask, with or without markers: a stage each, counters for all. */
final class SampleStreams<R> {
  private static final RawPacketForm<RawSamplePacket> FORM =
      new RawPacketForm<>(RawSamplePacket::read);

  private final SampleStreamParameters parameters;
  private final KeyedSampleOperator.Stages<R> stages;
  private final Consumer<R> out;
  private final SampleBatch batch = new SampleBatch();
  private final Counter samplesIn;
  private final Counter found;
  private final Counter health;

  SampleStreams(
      SampleStreamParameters parameters,
      KeyedSampleOperator.Stages<R> stages,
      MetricGroup metrics,
      Consumer<R> out) {
    this.parameters = parameters;
    this.stages = stages;
    this.out = out;
    samplesIn = metrics.counter("samples_in");
    found = metrics.counter("found");
    health = metrics.counter("health");
  }

  static String digest(SampleStreamParameters parameters, KeyedSampleOperator.Stages<?> stages) {
    return StreamRecords.digest(parameters.decisive() + ";" + stages.decisive());
  }

  PacketStream<RawSamplePacket> create(String key, StreamRecords records, StreamOutputs side) {
    Outputs outputs = new Outputs(side);
    return new PacketStream<>(
        key,
        parameters.order(),
        FORM,
        records,
        outputs,
        report -> new SampleContent<>(stages.get(), report, outputs, batch));
  }

  void count(StreamHealth record) {
    health.inc();
  }

  private final class Outputs implements StreamOutputs, SampleOutputs<R> {
    private final StreamOutputs side;

    Outputs(StreamOutputs side) {
      this.side = side;
    }

    @Override
    public void health(StreamHealth record) {
      side.health(record);
    }

    @Override
    public void deadLetter(DeadLetter letter) {
      side.deadLetter(letter);
    }

    @Override
    public void decoded(int samples) {
      samplesIn.inc(samples);
    }

    @Override
    public void emit(R record) {
      found.inc();
      out.accept(record);
    }
  }
}
