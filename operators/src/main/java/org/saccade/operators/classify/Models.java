package org.saccade.operators.classify;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Which model one stream works with: the last whose command holds for it. */
final class Models {
  private final String stream;
  private final Supplier<List<LoadedModel>> loaded;
  private Set<String> obeyed = new HashSet<>();
  private String current = "";

  /**
   * @param loaded the job's own first, then those that commands brought, in the commands' order
   */
  Models(String stream, Supplier<List<LoadedModel>> loaded) {
    this.stream = stream;
    this.loaded = loaded;
  }

  /** The model that is in force. */
  LoadedModel current() {
    for (LoadedModel model : loaded.get()) {
      if (model.name().equals(current)) {
        return model;
      }
    }
    return loaded.get().get(0);
  }

  /** Obeys the commands that hold at a sensor time and were not obeyed; tells the model then. */
  LoadedModel at(String session, long time) {
    for (LoadedModel model : loaded.get()) {
      if (model.command() != null
          && !obeyed.contains(model.name())
          && model.command().holds(stream, session, time)) {
        obeyed.add(model.name());
        current = model.name();
      }
    }
    return current();
  }

  void write(DataOutput out) throws IOException {
    Set<String> known = new HashSet<>();
    loaded.get().forEach(model -> known.add(model.name()));
    obeyed.retainAll(known);
    out.writeUTF(current);
    out.writeInt(obeyed.size());
    for (String name : obeyed.stream().sorted().toList()) {
      out.writeUTF(name);
    }
  }

  void read(DataInput in) throws IOException {
    current = in.readUTF();
    obeyed = new HashSet<>();
    for (int n = in.readInt(); n > 0; n--) {
      obeyed.add(in.readUTF());
    }
  }
}
