package org.saccade.operators.classify;

import org.saccade.operators.safetensors.Safetensors;
import org.saccade.operators.safetensors.SafetensorsException;
import org.saccade.operators.spikepoint.EarlyExit;
import org.saccade.operators.spikepoint.Preprocessing;
import org.saccade.operators.spikepoint.SpikePointModel;
import org.saccade.operators.spikepoint.SpikePointParameters;
import org.saccade.schemas.packet.ControlCommand;

/** A model of one subtask, and when it has seen enough. */
final class LoadedModel {
  private final ControlCommand command;
  private final SpikePointModel model;
  private final EarlyExit exit;

  /**
   * @param command that brought it; null: it is the job's own
   */
  LoadedModel(ControlCommand command, byte[] file, ClassifyParameters parameters)
      throws SafetensorsException {
    this.command = command;
    this.model = SpikePointModel.of(Safetensors.parse(file));
    this.exit = exit(model.parameters(), parameters);
  }

  /** Steps are counted over all samplings of a window. */
  private static EarlyExit exit(SpikePointParameters sizes, ClassifyParameters parameters) {
    int all = Math.min(256, sizes.steps() * sizes.samplings());
    if (parameters.sure() > 0) {
      int least = parameters.steps() > 0 ? parameters.steps() : (all + 3) / 4;
      return new EarlyExit(Math.min(all, least), 2, parameters.sure());
    }
    return parameters.steps() == 0
        ? EarlyExit.NEVER
        : new EarlyExit(parameters.steps(), 256, Double.MIN_VALUE);
  }

  ControlCommand command() {
    return command;
  }

  /** Name of the command that brought it; empty: the job's own. */
  String name() {
    return command == null ? "" : command.name();
  }

  SpikePointModel model() {
    return model;
  }

  Preprocessing preprocessing() {
    return model.preprocessing();
  }

  EarlyExit exit() {
    return exit;
  }
}
