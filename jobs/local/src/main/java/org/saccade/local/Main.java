package org.saccade.local;

import org.saccade.local.cli.Saccade;

/** The program. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(Saccade.run(args));
  }
}
