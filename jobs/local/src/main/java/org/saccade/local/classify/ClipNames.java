package org.saccade.local.classify;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.saccade.connectors.labelled.LabelledClip;

/**
 * Names of clips' streams, by which everything random of them is seeded: {@code folder/file@begin},
 * the same in a set and in a part of it. Where two clips would have one name, the later has an
 * ordinal.
 */
final class ClipNames {
  private ClipNames() {}

  /** The clips by name, in their order. */
  static Map<String, LabelledClip> of(List<LabelledClip> clips) {
    Map<String, LabelledClip> named = new LinkedHashMap<>();
    for (LabelledClip clip : clips) {
      String name = name(clip);
      String free = name;
      for (int n = 2; named.containsKey(free); n++) {
        free = name + "#" + n;
      }
      named.put(free, clip);
    }
    return named;
  }

  private static String name(LabelledClip clip) {
    Path path = clip.recording().toAbsolutePath();
    int names = path.getNameCount();
    String file = path.subpath(Math.max(0, names - 2), names).toString();
    String begin = clip.fromMicros() == Long.MIN_VALUE ? "" : Long.toString(clip.fromMicros());
    return file.replace('\\', '/') + "@" + begin;
  }
}
