package org.saccade.benchmarks;

import java.util.Arrays;

/** {@code saccade bench}: one of the whole runs by name, else JMH by pattern. */
public final class Main {
  private Main() {}

  public static void main(String[] args) throws Exception {
    String name = args.length == 0 ? "" : args[0];
    String[] rest = args.length == 0 ? args : Arrays.copyOfRange(args, 1, args.length);
    switch (name) {
      case "" -> {
        System.out.println("whole runs: none yet");
        org.openjdk.jmh.Main.main(new String[] {"-l"});
      }
      default -> {
        String[] jmh = args.clone();
        jmh[0] = "(?i).*" + name + ".*";
        org.openjdk.jmh.Main.main(jmh);
      }
    }
    assert rest != null;
  }
}
