package org.saccade.schemas.packet;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * A command to work with another model, with the model's file, so that a restart needs the file no
 * more and cannot find another in its place.
 *
 * @param command whose argument names the file
 * @param file its bytes; nobody changes them
 */
@SuppressWarnings("ArrayRecordComponent") // equals and hashCode below look into the array
public record ModelOrder(ControlCommand command, byte[] file) {
  /** Fields that {@link #read} takes back. */
  public void write(DataOutput out) throws IOException {
    command.write(out);
    out.writeInt(file.length);
    out.write(file);
  }

  public static ModelOrder read(DataInput in) throws IOException {
    ControlCommand command = ControlCommand.read(in);
    byte[] file = new byte[in.readInt()];
    in.readFully(file);
    return new ModelOrder(command, file);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof ModelOrder m && command.equals(m.command) && Arrays.equals(file, m.file);
  }

  @Override
  public int hashCode() {
    return 31 * command.hashCode() + Arrays.hashCode(file);
  }

  @Override
  public String toString() {
    return "ModelOrder[" + command + ", " + file.length + " bytes]";
  }
}
