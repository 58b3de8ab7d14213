package org.saccade.operators.classify;

import java.util.ArrayList;
import java.util.List;
import org.saccade.schemas.Classification;
import org.saccade.schemas.Provenance;
import org.saccade.schemas.Score;

/** From what was said to the record of it. */
final class Answers {
  /** Label of a window with too few events. */
  static final String NOTHING = "nothing";

  static final String TYPE = Classification.class.getSimpleName();

  private Answers() {}

  /**
   * What a model said.
   *
   * @param events of the window
   */
  static Classification of(LoadedModel model, Said said, int events, Provenance provenance) {
    List<String> labels = model.model().labels();
    List<Score> scores = new ArrayList<>(labels.size());
    for (int c = 0; c < labels.size(); c++) {
      scores.add(new Score(labels.get(c), said.scores()[c]));
    }
    return new Classification(
        provenance, labels.get(said.best()), scores, said.confidence(), said.steps(), events);
  }

  static Classification nothing(Provenance provenance, int events) {
    return new Classification(provenance, NOTHING, List.of(), 0.0, 0, events);
  }

  /** What all windows of a session say together. */
  static Classification vote(LoadedModel model, Votes votes, Provenance provenance) {
    provenance.setOperator(provenance.getOperator() + "-votes");
    List<Score> means = votes.means(model.model().labels());
    if (means.isEmpty()) {
      return nothing(provenance, 0);
    }
    double[] scores = means.stream().mapToDouble(Score::getScore).toArray();
    int best = 0;
    for (int c = 1; c < scores.length; c++) {
      best = scores[c] > scores[best] ? c : best;
    }
    return new Classification(
        provenance,
        means.get(best).getLabel(),
        means,
        model.model().confidence().of(scores),
        votes.steps(),
        votes.events());
  }
}
