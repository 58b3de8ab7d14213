package org.saccade.operators.drift;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.saccade.schemas.packet.ControlCommand;

/** Which of the kept commands one series has obeyed, and which may still come to hold for it. */
final class Orders {
  private final String stream;
  private Set<String> obeyed = new HashSet<>();
  private List<ControlCommand> kept;
  private final List<ControlCommand> pending = new ArrayList<>();

  Orders(String stream) {
    this.stream = stream;
  }

  /** What tells a command from all others. */
  static String name(ControlCommand command) {
    return command.origin().partition() + ":" + command.origin().offset();
  }

  /**
   * Obeys, in their order, those that hold now and were not obeyed before.
   *
   * @param now the commands that are kept; the same object as long as they do not change
   */
  void obey(List<ControlCommand> now, String session, long time, Consumer<ControlCommand> obey) {
    if (now != kept) {
      renew(now);
    }
    for (int i = 0; i < pending.size(); i++) {
      ControlCommand command = pending.get(i);
      if (command.holds(stream, session, time)) {
        pending.remove(i--);
        obeyed.add(name(command));
        obey.accept(command);
      }
    }
  }

  private void renew(List<ControlCommand> now) {
    kept = now;
    pending.clear();
    Set<String> still = new HashSet<>();
    for (ControlCommand command : now) {
      if (obeyed.contains(name(command))) {
        still.add(name(command));
      } else if (command.stream().equals(ControlCommand.ALL) || command.stream().equals(stream)) {
        pending.add(command);
      }
    }
    obeyed = still;
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(obeyed.size());
    for (String name : obeyed.stream().sorted().toList()) {
      out.writeUTF(name);
    }
  }

  void read(DataInput in) throws IOException {
    for (int n = in.readInt(); n > 0; n--) {
      obeyed.add(in.readUTF());
    }
  }
}
