package org.saccade.operators.classify;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.saccade.operators.safetensors.Safetensors;
import org.saccade.operators.safetensors.SafetensorsException;
import org.saccade.operators.spikepoint.SpikePointModel;
import org.saccade.schemas.Command;
import org.saccade.schemas.DeadLetter;
import org.saccade.schemas.DeadLetterReason;
import org.saccade.schemas.flink.ModelOrderSerializer;
import org.saccade.schemas.flink.RecordTypeInfo;
import org.saccade.schemas.packet.ControlCommand;
import org.saccade.schemas.packet.ModelOrder;
import org.saccade.schemas.packet.Origin;

/**
 * Reads the files of models that commands name; one that cannot be used goes to the dead letters,
 * and the work goes on with the model before.
 */
public final class ReadModels extends ProcessFunction<ControlCommand, ModelOrder>
    implements ResultTypeQueryable<ModelOrder> {
  /** Commands whose model could not be used. */
  public static final OutputTag<DeadLetter> DEAD_LETTERS =
      new OutputTag<>("dead-letters", new RecordTypeInfo<>(DeadLetter.class));

  private static final long serialVersionUID = 1L;

  private final String job;
  private final String uid;

  /**
   * @param job name that dead letters carry
   * @param uid of the operator that commands are for
   */
  public ReadModels(String job, String uid) {
    this.job = job;
    this.uid = uid;
  }

  /**
   * The bytes of a model's file.
   *
   * @param file a path, or a URI of a file system that Flink knows
   * @throws SafetensorsException if it is no SpikePoint's; the message begins with the file
   */
  public static byte[] read(String file) throws IOException {
    URI uri =
        file.contains("://")
            ? URI.create(file)
            : java.nio.file.Path.of(file).toAbsolutePath().toUri();
    Path path = new Path(uri);
    FileSystem system = path.getFileSystem();
    if (!system.exists(path) || system.getFileStatus(path).isDir()) {
      throw new SafetensorsException(file + ": no such file");
    }
    if (system.getFileStatus(path).getLen() > Safetensors.MAX_FILE) {
      throw new SafetensorsException(
          file + ": longer than the " + Safetensors.MAX_FILE + " bytes that are read");
    }
    byte[] bytes;
    try (FSDataInputStream in = system.open(path)) {
      bytes = in.readAllBytes();
    }
    try {
      var unused = SpikePointModel.of(Safetensors.parse(bytes));
    } catch (SafetensorsException e) {
      throw new SafetensorsException(file + ": " + e.getMessage());
    }
    return bytes;
  }

  @Override
  public void processElement(ControlCommand command, Context context, Collector<ModelOrder> out) {
    if (!command.isFor(uid) || command.command() != Command.LOAD_MODEL) {
      return;
    }
    byte[] file;
    try {
      file = read(command.argument());
    } catch (IOException | IllegalArgumentException e) {
      context.output(DEAD_LETTERS, letter(command, e));
      return;
    }
    out.collect(new ModelOrder(command, file));
  }

  private DeadLetter letter(ControlCommand command, Exception why) {
    Origin origin = command.origin();
    return new DeadLetter(
        origin.topic(),
        origin.partition(),
        origin.offset(),
        origin.timestampMillis(),
        ByteBuffer.wrap(command.stream().getBytes(StandardCharsets.UTF_8)),
        ByteBuffer.wrap(command.argument().getBytes(StandardCharsets.UTF_8)),
        DeadLetterReason.INVALID_FIELD,
        "LOAD_MODEL: " + why.getMessage(),
        job);
  }

  @Override
  public org.apache.flink.api.common.typeinfo.TypeInformation<ModelOrder> getProducedType() {
    return ModelOrderSerializer.TYPE;
  }
}
