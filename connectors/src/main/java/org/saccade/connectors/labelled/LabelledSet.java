package org.saccade.connectors.labelled;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Labelled clips and the classes that they can be of.
 *
 * @param classes names, in the order of a model's outputs; a class may have no clip
 * @param clips each of one of the classes
 */
public record LabelledSet(List<String> classes, List<LabelledClip> clips) {
  public LabelledSet {
    classes = List.copyOf(classes);
    clips = List.copyOf(clips);
    Set<String> known = new HashSet<>(classes);
    if (known.size() < classes.size()) {
      throw new IllegalArgumentException("classes " + classes + " must differ from each other");
    }
    for (LabelledClip clip : clips) {
      if (!known.contains(clip.label())) {
        throw new IllegalArgumentException(
            clip.recording() + ": label \"" + clip.label() + "\" must be one of " + classes);
      }
    }
  }

  /** Number of a clip's class, from 0. */
  public int classOf(LabelledClip clip) {
    return classes.indexOf(clip.label());
  }

  /** Who is in the clips, in the order in which they come. */
  public List<String> subjects() {
    return clips.stream().map(LabelledClip::subject).distinct().toList();
  }

  /** The clips for which something holds, of the same classes. */
  public LabelledSet where(Predicate<LabelledClip> holds) {
    return new LabelledSet(classes, clips.stream().filter(holds).toList());
  }

  /** The same set without a class and its clips, such as {@code other_gestures}. */
  public LabelledSet without(String label) {
    return new LabelledSet(
        classes.stream().filter(c -> !c.equals(label)).toList(),
        clips.stream().filter(c -> !c.label().equals(label)).toList());
  }
}
