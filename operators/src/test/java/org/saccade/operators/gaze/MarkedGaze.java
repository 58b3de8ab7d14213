package org.saccade.operators.gaze;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.flink.types.Either;
import org.saccade.schemas.MarkerKind;
import org.saccade.schemas.packet.Origin;
import org.saccade.schemas.packet.RawPacket;
import org.saccade.schemas.packet.RawSamplePacket;
import org.saccade.schemas.packet.StreamMarker;

/** Packets of gaze and the markers among them, for tests: in any order of the two. */
final class MarkedGaze {
  private final String stream;
  private final String session;
  private final List<RawSamplePacket> packets;
  private final List<StreamMarker> markers = new ArrayList<>();

  MarkedGaze(String stream, String session, double[][] at, int size) {
    this.stream = stream;
    this.session = session;
    packets = GazePackets.of(stream, session, at, size);
  }

  /** A marker at the time of a sample. */
  MarkedGaze mark(long sample, String text) {
    return at(1_000_000 + 2000 * sample, text);
  }

  MarkedGaze at(long micros, String text) {
    markers.add(
        new StreamMarker(
            stream,
            session,
            markers.size(),
            RawPacket.NO_EPOCH,
            micros,
            0,
            MarkerKind.ANNOTATION,
            null,
            null,
            text,
            new Origin("markers", 0, markers.size(), 0)));
    return this;
  }

  /** Trials of some lengths, one behind the other, each with its two markers. */
  MarkedGaze trials(int... lengths) {
    long first = 0;
    for (int i = 0; i < lengths.length; i++) {
      mark(first, "TRIALID " + (i + 1));
      mark(first + lengths[i] - 1, "TRIAL_RESULT 0");
      first += lengths[i];
    }
    return this;
  }

  List<Either<RawSamplePacket, StreamMarker>> markersFirst() {
    List<Either<RawSamplePacket, StreamMarker>> all = new ArrayList<>(wrapped(markers));
    packets.forEach(p -> all.add(Either.Left(p)));
    return all;
  }

  List<Either<RawSamplePacket, StreamMarker>> markersLast() {
    List<Either<RawSamplePacket, StreamMarker>> all = new ArrayList<>();
    packets.forEach(p -> all.add(Either.Left(p)));
    all.addAll(wrapped(markers));
    return all;
  }

  List<StreamMarker> markers() {
    return markers;
  }

  List<RawSamplePacket> packets() {
    return packets;
  }

  static List<Either<RawSamplePacket, StreamMarker>> wrapped(List<StreamMarker> markers) {
    List<Either<RawSamplePacket, StreamMarker>> all = new ArrayList<>();
    markers.forEach(m -> all.add(Either.Right(m)));
    return all;
  }

  /** Both in their own order, one as far ahead of the other as chance has it. */
  List<Either<RawSamplePacket, StreamMarker>> mixed(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    long[] places = random.longs(markers.size(), 0, packets.size() + 1L).sorted().toArray();
    List<Either<RawSamplePacket, StreamMarker>> all = new ArrayList<>();
    int next = 0;
    for (int p = 0; p <= packets.size(); p++) {
      while (next < places.length && places[next] <= p) {
        all.add(Either.Right(markers.get(next++)));
      }
      if (p < packets.size()) {
        all.add(Either.Left(packets.get(p)));
      }
    }
    return all;
  }

  /** Positions of trials, one behind the other. */
  static double[][] joined(List<double[][]> trials) {
    double[][] all = new double[4][];
    for (int k = 0; k < 4; k++) {
      double[] one = new double[0];
      for (double[][] trial : trials) {
        int from = one.length;
        one = Arrays.copyOf(one, from + trial[k].length);
        System.arraycopy(trial[k], 0, one, from, trial[k].length);
      }
      all[k] = one;
    }
    return all;
  }
}
