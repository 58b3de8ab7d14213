package org.saccade.operators.spikepoint;

import org.saccade.operators.probability.SplitMix;
import org.saccade.schemas.batch.EventBatch;

/**
 * What a window puts into the network: points, groups, spikes. Inference and training feed on this
 * class; so a network sees in training what it will see on a stream.
 */
public final class NetworkInput {
  private static final long SAMPLING = 1;
  private static final long CENTROIDS = 2;
  private static final long CODE = 3;

  private final SpikePointParameters parameters;
  private final PointCloud cloud;
  private final Grouping grouping;
  private final RateCode code;

  public NetworkInput(SpikePointParameters parameters) {
    this.parameters = parameters;
    cloud = new PointCloud(parameters.points());
    grouping = new Grouping(parameters.points(), parameters.centroids(), parameters.neighbours());
    code =
        new RateCode(grouping, parameters.centroids(), parameters.neighbours(), parameters.code());
  }

  /**
   * Takes a window.
   *
   * @param window its events in the order of their times, at least one, already cropped
   * @param width of the crop, pixels
   * @param height of the crop, pixels
   * @param seed of every random choice
   */
  public void take(EventBatch window, int width, int height, long seed) {
    cloud.sample(window, width, height, SplitMix.at(seed, SAMPLING));
    grouping.group(cloud, SplitMix.at(seed, CENTROIDS));
    code.take(cloud, SplitMix.at(seed, CODE));
  }

  RateCode code() {
    return code;
  }

  /**
   * The spikes of a step, 0 or 1; of the direct code the numbers, the same at every step.
   *
   * @param members takes {@code [centroids, neighbours, 6]} from {@code membersAt}
   * @param centroids takes {@code [centroids, 3]} from {@code centroidsAt}
   */
  public void step(int step, float[] members, int membersAt, float[] centroids, int centroidsAt) {
    if (code.isDirect()) {
      numbers(members, membersAt, centroids, centroidsAt);
      return;
    }
    int m = membersAt;
    int c = centroidsAt;
    for (int group = 0; group < parameters.centroids(); group++) {
      for (int k = 0; k < parameters.neighbours(); k++, m += 6) {
        unpack(code.member(step, group, k), 6, members, m);
      }
      unpack(code.centroid(step, group), 3, centroids, c);
      c += 3;
    }
  }

  private void numbers(float[] members, int membersAt, float[] centroids, int centroidsAt) {
    int neighbours = parameters.neighbours();
    for (int group = 0; group < parameters.centroids(); group++) {
      int from = code.at(group, 0);
      for (int i = 0; i < 6 * neighbours; i++) {
        members[membersAt + 6 * neighbours * group + i] = (float) code.values()[from + i];
      }
      for (int i = 0; i < 3; i++) {
        centroids[centroidsAt + 3 * group + i] = (float) code.values()[from + 6 * neighbours + i];
      }
    }
  }

  private static void unpack(int pattern, int channels, float[] out, int at) {
    for (int channel = 0; channel < channels; channel++) {
      out[at + channel] = pattern >> channel & 1;
    }
  }
}
