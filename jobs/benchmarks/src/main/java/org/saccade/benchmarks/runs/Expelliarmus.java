package org.saccade.benchmarks.runs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The peer: expelliarmus, decoders in C behind a Python package, run by whatever Python has it.
 *
 * @param chunks millions of events a second read in chunks
 * @param whole the same, the file read at once
 */
record Expelliarmus(double chunks, double whole) {
  private static final String SCRIPT = "/org/saccade/benchmarks/expelliarmus.py";

  /** Decodes a file; empty where this Python has no such package. */
  static Optional<Expelliarmus> decode(String python, String encoding, Path file, Path folder)
      throws IOException, InterruptedException {
    Path script = folder.resolve("expelliarmus_peer.py");
    try (InputStream in = Expelliarmus.class.getResourceAsStream(SCRIPT)) {
      Files.write(script, in.readAllBytes());
    }
    Process process;
    try {
      process =
          new ProcessBuilder(python, script.toString(), encoding, file.toString())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      return Optional.empty();
    }
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      return Optional.empty();
    }
    String[] rates = out.strip().split(" ");
    return Optional.of(
        new Expelliarmus(Double.parseDouble(rates[0]), Double.parseDouble(rates[1])));
  }
}
