package org.saccade.connectors.labelled;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A set in two parts that have no subject and no recording in common.
 *
 * @param train to fit on
 * @param test to score on
 */
public record Split(LabelledSet train, LabelledSet test) {
  /**
   * @throws IllegalArgumentException naming a subject or a recording that is in both parts
   */
  public Split {
    requireApart("subject", train, test, LabelledClip::subject);
    requireApart("recording", train, test, LabelledClip::recording);
  }

  /**
   * A split by seed: the parts have about the same share of each class.
   *
   * @param testShare of the clips that are scored on, above 0 and below 1
   */
  public static Split random(LabelledSet set, double testShare, long seed) {
    if (!(testShare > 0 && testShare < 1)) {
      throw new IllegalArgumentException("testShare=" + testShare + " must be between 0 and 1");
    }
    Set<String> test =
        SubjectGroups.parts(set, new double[] {1 - testShare, testShare}, seed).get(1);
    return bySubject(set, test::contains);
  }

  /**
   * Cross-validation: each clip is scored on in exactly one of the splits.
   *
   * @param k number of splits, 2 to the number of subjects
   */
  public static List<Split> folds(LabelledSet set, int k, long seed) {
    int subjects = set.subjects().size();
    if (k < 2 || k > subjects) {
      throw new IllegalArgumentException(
          "k=" + k + " folds must be between 2 and " + subjects + ", the number of subjects");
    }
    double[] shares = IntStream.range(0, k).mapToDouble(f -> 1.0 / k).toArray();
    List<Split> folds = new ArrayList<>();
    for (Set<String> test : SubjectGroups.parts(set, shares, seed)) {
      folds.add(bySubject(set, test::contains));
    }
    return folds;
  }

  /** The subjects for which something holds are scored on. */
  public static Split bySubject(LabelledSet set, Predicate<String> isTest) {
    return new Split(
        set.where(clip -> !isTest.test(clip.subject())),
        set.where(clip -> isTest.test(clip.subject())));
  }

  private static void requireApart(
      String what, LabelledSet train, LabelledSet test, Function<LabelledClip, ?> of) {
    Set<Object> seen =
        train.clips().stream().map(of).collect(Collectors.toCollection(HashSet::new));
    for (LabelledClip clip : test.clips()) {
      if (seen.contains(of.apply(clip))) {
        throw new IllegalArgumentException(
            what + " " + of.apply(clip) + " is in both parts; it must be in one");
      }
    }
  }
}
