package org.saccade.training.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.saccade.operators.safetensors.Safetensors;
import org.saccade.operators.safetensors.SafetensorsException;
import org.saccade.operators.safetensors.Tensor;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.training.data.Window;

/**
 * A training in a file, after any of its epochs: weights, moments, and the epochs so far.
 *
 * <p>The file says which plan and which windows it is of, and is refused by any other.
 */
public final class Checkpoint {
  private static final String FORMAT = "spikepoint-training-1";

  private final Path file;

  public Checkpoint(Path file) {
    this.file = file;
  }

  /** Writes a training; a file that is there is replaced whole. */
  public void write(Training training, List<Window> windows) throws IOException {
    Map<String, String> text = new LinkedHashMap<>();
    text.put("format", FORMAT);
    text.put("plan", training.plan().trained().toString());
    text.put("windows", digest(windows));
    text.put("updates", Long.toString(training.learner().optimizer().updates()));
    text.put("epochs", lines(training.epochs()));
    Map<String, Tensor> tensors = new LinkedHashMap<>(training.learner().weights().tensors());
    tensors.putAll(training.learner().optimizer().tensors());
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.write(part, new Safetensors(text, tensors).toBytes());
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
  }

  public boolean exists() {
    return Files.exists(file);
  }

  public void delete() throws IOException {
    Files.deleteIfExists(file);
  }

  /**
   * Brings a training to where the file's was.
   *
   * @throws SafetensorsException if the file is damaged, or of another plan or other windows
   */
  public void restore(Training training, List<Window> windows) throws IOException {
    Safetensors saved = Safetensors.read(file);
    require(saved, "format", FORMAT);
    require(saved, "plan", training.plan().trained().toString());
    require(saved, "windows", digest(windows));
    try {
      training.learner().weights().take(saved.tensors());
      training
          .learner()
          .optimizer()
          .take(saved.tensors(), Long.parseLong(saved.metadata().get("updates")));
      training.restored(parse(saved.metadata().get("epochs")));
    } catch (IllegalArgumentException e) {
      throw new SafetensorsException(file + ": " + e.getMessage());
    }
  }

  private void require(Safetensors saved, String key, String expected) throws SafetensorsException {
    String found = saved.metadata().get(key);
    if (!expected.equals(found)) {
      throw new SafetensorsException(
          file
              + ": a checkpoint of another training, "
              + key
              + "="
              + found
              + ", expected "
              + expected
              + "; give --restart to begin anew, or the options it was begun with");
    }
  }

  private static String lines(List<Epoch> epochs) {
    StringBuilder text = new StringBuilder();
    for (Epoch epoch : epochs) {
      text.append(epoch.loss()).append(' ').append(epoch.accuracy()).append(' ');
      text.append(epoch.heldOut()).append('\n');
    }
    return text.toString();
  }

  private static List<Epoch> parse(String text) {
    List<Epoch> epochs = new ArrayList<>();
    for (String line : text.lines().toList()) {
      String[] n = line.split(" ", -1);
      epochs.add(
          new Epoch(
              epochs.size() + 1,
              Double.parseDouble(n[0]),
              Double.parseDouble(n[1]),
              Double.parseDouble(n[2])));
    }
    return epochs;
  }

  /** Of all events and labels. */
  private static String digest(List<Window> windows) {
    long digest = windows.size();
    for (Window window : windows) {
      EventBatch events = window.events();
      for (int i = 0; i < events.size(); i++) {
        digest = 31 * digest + events.t(i);
        digest = 31 * digest + (events.x(i) << 16 | events.y(i));
      }
      digest = 31 * digest + window.label();
    }
    return Long.toHexString(digest);
  }
}
