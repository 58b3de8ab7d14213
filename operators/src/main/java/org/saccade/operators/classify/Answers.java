package org.saccade.operators.classify;

import java.util.ArrayList;
import java.util.List;
import org.saccade.operators.spikepoint.SpikePoint;
import org.saccade.schemas.Classification;
import org.saccade.schemas.Provenance;
import org.saccade.schemas.Score;
import org.saccade.schemas.batch.EventBatch;

/** From a window's events to the record of its answer. */
final class Answers {
  /** Label of a window with too few events. */
  static final String NOTHING = "nothing";

  static final String TYPE = Classification.class.getSimpleName();

  private Answers() {}

  /**
   * Classifies a window.
   *
   * @param events of the window, cropped
   */
  static Classification of(LoadedModel model, EventBatch events, long seed, Provenance provenance) {
    if (events.size() < model.preprocessing().leastEvents()) {
      return nothing(provenance, events.size());
    }
    SpikePoint spikePoint = model.spikePoint();
    int best = spikePoint.classify(events, seed, model.exit());
    List<String> labels = model.model().labels();
    List<Score> scores = new ArrayList<>(labels.size());
    for (int c = 0; c < labels.size(); c++) {
      scores.add(new Score(labels.get(c), spikePoint.score(c)));
    }
    return new Classification(
        provenance,
        labels.get(best),
        scores,
        spikePoint.confidence(),
        spikePoint.steps(),
        events.size());
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
