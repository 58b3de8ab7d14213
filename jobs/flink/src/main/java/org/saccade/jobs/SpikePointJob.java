package org.saccade.jobs;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.types.Either;
import org.saccade.connectors.kafka.Topic;
import org.saccade.jobs.config.ConfigurationException;
import org.saccade.jobs.config.JobConfiguration;
import org.saccade.jobs.config.Settings;
import org.saccade.jobs.config.SpikePointSettings;
import org.saccade.operators.classify.ClassifyParameters;
import org.saccade.operators.classify.KeyedClassifyOperator;
import org.saccade.operators.classify.ReadModels;
import org.saccade.operators.sequence.SequenceBounds;
import org.saccade.operators.state.SteeredOperator;
import org.saccade.operators.stream.MarkedPacketOperator;
import org.saccade.operators.stream.PacketOperator;
import org.saccade.schemas.Classification;
import org.saccade.schemas.Command;
import org.saccade.schemas.DeadLetter;
import org.saccade.schemas.StreamHealth;
import org.saccade.schemas.flink.RawEventPacketTypeInfo;
import org.saccade.schemas.packet.ControlCommand;
import org.saccade.schemas.packet.ModelOrder;
import org.saccade.schemas.packet.RawEventPacket;
import org.saccade.schemas.packet.StreamMarker;

/**
 * Event cameras: packets and markers in; what is seen in every window out.
 *
 * <pre>
 *   dvs.events ─▶ read-packets ──keyBy(stream)─▶ spikepoint ─▶ classifications
 *   markers ────▶ read-markers ────┘             ▲   │  └────▶ stream-health
 *   control ────▶ read-controls ─▶ read-models ──┘   │
 *                       └──▶ dead-letters ◀──────────┘
 * </pre>
 */
public final class SpikePointJob implements Job {
  /** Name of the job and uid of its keyed operator; part of the ids of its outputs. */
  public static final String NAME = "spikepoint";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Topic> inputs() {
    return List.of(Topic.DVS_EVENTS, Topic.MARKERS, Topic.CONTROL);
  }

  @Override
  public List<Topic> outputs() {
    return List.of(Topic.CLASSIFICATIONS, Topic.STREAM_HEALTH, Topic.DEAD_LETTERS);
  }

  @Override
  public void fromKafka(
      StreamExecutionEnvironment env, JobOutputs outputs, JobConfiguration configuration) {
    JobInputs inputs = new JobInputs(NAME, env, configuration);
    KeyedStream<Either<RawEventPacket, StreamMarker>, String> records =
        MarkedPacketOperator.join(inputs.events(), inputs.markers(), new RawEventPacketTypeInfo());
    DataStream<ControlCommand> commands = inputs.controls(NAME, Set.of(Command.LOAD_MODEL));
    build(records, commands, inputs.unreadable(), outputs, configuration);
  }

  /**
   * From packets, markers and commands, wherever they come from.
   *
   * @param unreadable records that were refused before; null: none can be
   * @throws ConfigurationException if the model's file cannot be used
   */
  public static void build(
      KeyedStream<Either<RawEventPacket, StreamMarker>, String> records,
      DataStream<ControlCommand> commands,
      DataStream<DeadLetter> unreadable,
      JobOutputs outputs,
      JobConfiguration configuration) {
    SingleOutputStreamOperator<ModelOrder> models =
        commands
            .process(new ReadModels(NAME, NAME))
            .setParallelism(1)
            .uid("read-models")
            .name("read-models");
    SingleOutputStreamOperator<Classification> answers =
        SteeredOperator.connect(
            records,
            models,
            NAME,
            KeyedClassifyOperator.OUTPUT,
            new KeyedClassifyOperator(parameters(configuration), NAME));
    DataStream<DeadLetter> unusable =
        answers
            .getSideOutput(PacketOperator.DEAD_LETTERS)
            .union(models.getSideOutput(ReadModels.DEAD_LETTERS));
    outputs.write(Topic.CLASSIFICATIONS, Classification.class, answers);
    outputs.write(
        Topic.STREAM_HEALTH, StreamHealth.class, answers.getSideOutput(PacketOperator.HEALTH));
    outputs.deadLetters(unusable, unreadable);
  }

  private static ClassifyParameters parameters(JobConfiguration configuration) {
    return new ClassifyParameters(
        new SequenceBounds(
            configuration.get(Settings.REORDER_PACKETS).intValue(),
            1000 * configuration.get(Settings.REORDER_MILLIS),
            1000 * configuration.get(Settings.CLOCK_RESET_MILLIS)),
        model(configuration.get(SpikePointSettings.MODEL)),
        configuration.get(SpikePointSettings.STEPS).intValue(),
        configuration.get(SpikePointSettings.SURE),
        configuration.get(SpikePointSettings.VOTES),
        configuration.get(SpikePointSettings.WINDOWS).equals("markers"),
        configuration.get(SpikePointSettings.STAGGER),
        configuration.get(SpikePointSettings.EVENTS).intValue(),
        configuration.get(Settings.CACHE_MEBIBYTES) << 20,
        Expiry.of(configuration),
        Duration.ofSeconds(configuration.get(Settings.IDLE_SECONDS)),
        configuration.get(SpikePointSettings.THREADS).intValue());
  }

  private static byte[] model(String file) {
    if (file.isEmpty()) {
      throw new ConfigurationException(
          "configuration: spikepoint.model is not set; name a model's file with"
              + " --set spikepoint.model=FILE.safetensors");
    }
    try {
      return ReadModels.read(file);
    } catch (IOException e) {
      throw new ConfigurationException("configuration: spikepoint.model: " + e.getMessage());
    }
  }
}
