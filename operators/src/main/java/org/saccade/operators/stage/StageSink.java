package org.saccade.operators.stage;

/** Takes what a stage has to say besides the events that it lets through. */
public interface StageSink {
  /** Takes one output; called a few times a window, never an event. */
  void put(StageOutput output);
}
