package org.saccade.connectors.kafka;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.apache.avro.Schema;
import org.saccade.schemas.Command;
import org.saccade.schemas.DeadLetterReason;
import org.saccade.schemas.flink.ControlCommandSerializer;
import org.saccade.schemas.packet.ControlCommand;
import org.saccade.schemas.wire.ControlCommands;
import org.saccade.schemas.wire.RejectedRecordException;

/**
 * Reads commands. One to this job's operator that it does not know goes to the dead letters; one to
 * others, or to all, is not its business.
 */
public final class ReadControls extends ReadRecords<ControlCommand> {
  private static final long serialVersionUID = 1L;

  private final String operator;
  private final TreeSet<Command> known;

  /**
   * @param job name that dead letters carry
   * @param registryUrl schema registry for records in Confluent framing; null: none, such records
   *     are rejected
   * @param operator uid of the operator that obeys
   * @param known commands that it knows
   */
  public ReadControls(String job, String registryUrl, String operator, Set<Command> known) {
    super(job, registryUrl, ControlCommandSerializer.TYPE);
    this.operator = operator;
    this.known = new TreeSet<>(known);
  }

  private ControlCommand known(ControlCommand command) throws RejectedRecordException {
    if (command.operator().equals(operator) && !known.contains(command.command())) {
      throw new RejectedRecordException(
          DeadLetterReason.INVALID_FIELD,
          "the operator " + operator + " does not know " + command.command() + ", but " + known);
    }
    return command;
  }

  @Override
  protected Reader<ControlCommand> reader(IntFunction<Schema> registry) {
    ControlCommands commands = new ControlCommands(registry);
    return (value, origin) -> known(commands.read(value, origin));
  }
}
