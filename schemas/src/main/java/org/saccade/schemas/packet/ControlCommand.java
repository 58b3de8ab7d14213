package org.saccade.schemas.packet;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.saccade.schemas.Command;

/**
 * A command to the operators of a stream, as it was read.
 *
 * @param stream the stream, or {@code *} for all
 * @param operator operator uid, or {@code *} for all
 * @param argument of the command; empty where it has none
 * @param session the session in which it holds; null: any
 * @param effective sensor time from which it holds, microseconds; {@link #ON_ARRIVAL}: at once
 * @param origin where it was read; what tells it from others
 */
public record ControlCommand(
    String stream,
    String operator,
    Command command,
    String argument,
    String session,
    long effective,
    Origin origin) {
  public static final String ALL = "*";

  /** No sensor time, but the moment of its arrival. */
  public static final long ON_ARRIVAL = Long.MIN_VALUE;

  /** A command without an argument. */
  public ControlCommand(
      String stream,
      String operator,
      Command command,
      String session,
      long effective,
      Origin origin) {
    this(stream, operator, command, "", session, effective, origin);
  }

  /** What tells it from all others: where it was read. */
  public String name() {
    return origin.partition() + ":" + origin.offset();
  }

  /** Whether it is for an operator. */
  public boolean isFor(String uid) {
    return operator.equals(ALL) || operator.equals(uid);
  }

  /** Whether it holds for a stream at a session and a sensor time. */
  public boolean holds(String ofStream, String inSession, long time) {
    return (stream.equals(ALL) || stream.equals(ofStream))
        && (session == null || session.equals(inSession))
        && time >= effective;
  }

  /** Fields that {@link #read} takes back. */
  public void write(DataOutput out) throws IOException {
    out.writeUTF(stream);
    out.writeUTF(operator);
    out.writeUTF(command.name());
    out.writeUTF(argument);
    out.writeBoolean(session != null);
    if (session != null) {
      out.writeUTF(session);
    }
    out.writeLong(effective);
    origin.write(out);
  }

  public static ControlCommand read(DataInput in) throws IOException {
    return read(in, true);
  }

  /** Fields as the release before wrote them: without the argument. */
  public static ControlCommand readFormer(DataInput in) throws IOException {
    return read(in, false);
  }

  private static ControlCommand read(DataInput in, boolean withArgument) throws IOException {
    return new ControlCommand(
        in.readUTF(),
        in.readUTF(),
        Command.valueOf(in.readUTF()),
        withArgument ? in.readUTF() : "",
        in.readBoolean() ? in.readUTF() : null,
        in.readLong(),
        Origin.read(in));
  }
}
