package org.saccade.schemas.wire;

import java.util.function.IntFunction;
import org.apache.avro.Schema;
import org.saccade.schemas.Command;
import org.saccade.schemas.Control;
import org.saccade.schemas.DeadLetterReason;
import org.saccade.schemas.packet.ControlCommand;
import org.saccade.schemas.packet.Origin;

/**
 * Commands from the wire, each field checked against its bound.
 *
 * <p>Not thread-safe: one an operator.
 */
public final class ControlCommands {
  private static final int MAX_ARGUMENT = 4096;

  private final RecordCodec<Control> codec;

  /**
   * @param registry gives the writer's schema of a Confluent-framed record; null: such records are
   *     rejected
   */
  public ControlCommands(IntFunction<Schema> registry) {
    codec = new RecordCodec<>(Control.class, registry);
  }

  /**
   * Reads a command.
   *
   * @throws RejectedRecordException if it is none, or a field is out of its bound
   */
  public ControlCommand read(byte[] value, Origin origin) throws RejectedRecordException {
    Control control = codec.decode(value);
    name("stream", control.getStream());
    name("operator", control.getOperator());
    if (control.getCommand() == Command.NONE) {
      throw invalid("the command is none that this release knows");
    }
    if (control.getSession() != null) {
      name("session", control.getSession());
    }
    if (control.getArgument().length() > MAX_ARGUMENT) {
      throw invalid(
          "argument of "
              + control.getArgument().length()
              + " characters: must have at most "
              + MAX_ARGUMENT);
    }
    Long effective = control.getEffective();
    if (effective != null && Math.abs(effective) > EventPackets.MAX_TIME) {
      throw invalid("effective=" + effective + " must be between ±" + EventPackets.MAX_TIME);
    }
    return new ControlCommand(
        control.getStream(),
        control.getOperator(),
        control.getCommand(),
        control.getArgument(),
        control.getSession(),
        effective == null ? ControlCommand.ON_ARRIVAL : effective,
        origin);
  }

  private static void name(String field, String text) throws RejectedRecordException {
    if (text.isEmpty() || text.length() > EventPackets.MAX_NAME) {
      throw invalid(
          field + " of " + text.length() + " characters: must have 1 to " + EventPackets.MAX_NAME);
    }
  }

  private static RejectedRecordException invalid(String message) {
    return new RejectedRecordException(DeadLetterReason.INVALID_FIELD, message);
  }
}
