package org.saccade.connectors.recording.bids;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.saccade.connectors.recording.UnreadableRecordingException;

/**
 * What files beside a recording say of it.
 *
 * @param channels table of channels; null: none
 * @param events table of events; null: none
 * @param description keys of all JSON files that apply
 */
record Sidecars(Table channels, Table events, JsonNode description) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long MAX_JSON_BYTES = 1 << 22;

  static Sidecars of(Path root, Path file, BidsName name) throws IOException {
    ObjectNode description = JSON.createObjectNode();
    List<Path> texts = applying(root, file, name, name.suffix(), ".json");
    for (Path text : texts) {
      description.setAll(json(text));
    }
    return new Sidecars(
        table(applying(root, file, name, "channels", ".tsv")),
        table(applying(root, file, name, "events", ".tsv")),
        description);
  }

  /** The files that apply, the nearest last. */
  private static List<Path> applying(
      Path root, Path file, BidsName name, String suffix, String ending) throws IOException {
    List<Path> folders = new ArrayList<>();
    Path at = file.toAbsolutePath().normalize().getParent();
    for (; at != null && at.startsWith(root); at = at.getParent()) {
      folders.add(0, at);
    }
    List<Path> all = new ArrayList<>();
    for (Path folder : folders) {
      Path best = null;
      int most = -1;
      try (Stream<Path> files = Files.list(folder)) {
        for (Path each : files.sorted().toList()) {
          Optional<BidsName> one =
              BidsName.of(each)
                  .filter(n -> n.suffix().equals(suffix) && n.ending().equals(ending))
                  .filter(n -> n.appliesTo(name));
          if (one.isPresent() && one.get().entities().size() > most) {
            best = each;
            most = one.get().entities().size();
          }
        }
      }
      if (best != null) {
        all.add(best);
      }
    }
    return all;
  }

  private static Table table(List<Path> files) throws IOException {
    return files.isEmpty() ? null : Table.read(files.get(files.size() - 1));
  }

  private static ObjectNode json(Path file) throws IOException {
    if (Files.size(file) > MAX_JSON_BYTES) {
      throw new UnreadableRecordingException(
          file + ": has " + Files.size(file) + " bytes; expected at most " + MAX_JSON_BYTES);
    }
    try {
      if (JSON.readTree(Files.readAllBytes(file)) instanceof ObjectNode object) {
        return object;
      }
      throw new UnreadableRecordingException(file + ": line 1: expected an object of JSON");
    } catch (JsonProcessingException e) {
      // What stands there is not told: it may name a person.
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw new UnreadableRecordingException(file + ": line " + line + ": is no JSON");
    }
  }
}
