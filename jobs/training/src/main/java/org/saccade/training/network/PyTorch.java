package org.saccade.training.network;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;

/** The engine: the libraries that were built in, without downloads and without telemetry. */
public final class PyTorch {
  private PyTorch() {}

  /**
   * Loads it. DJL would otherwise look for other libraries on the net, and tell its makers that it
   * runs.
   *
   * @param threads of a matrix product; one gives the same bits every time
   */
  public static void start(int threads) {
    // DJL logs what it loads; no logger is on board.
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    System.setProperty("ai.djl.default_engine", "PyTorch");
    Engine.getInstance();
    JniUtils.setNumThreads(threads);
  }
}
