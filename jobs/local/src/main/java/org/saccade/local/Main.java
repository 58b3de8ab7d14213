package org.saccade.local;

import org.saccade.local.cli.Saccade;
import org.saccade.local.cli.Stdout;
import org.saccade.local.run.ScratchFolder;

/** The program. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    Stdout.install();
    int status = Saccade.run(args);
    ScratchFolder.delete();
    System.exit(status);
  }
}
