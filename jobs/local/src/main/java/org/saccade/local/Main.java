package org.saccade.local;

import org.saccade.local.cli.Saccade;
import org.saccade.local.cli.Stdout;

/** The program. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    Stdout.install();
    System.exit(Saccade.run(args));
  }
}
