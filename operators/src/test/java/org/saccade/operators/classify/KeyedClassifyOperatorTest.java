package org.saccade.operators.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.saccade.operators.classify.Scene.events;
import static org.saccade.operators.classify.Scene.marker;
import static org.saccade.operators.classify.Scene.model;
import static org.saccade.operators.classify.Scene.order;
import static org.saccade.operators.classify.Scene.packets;

import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.saccade.operators.safetensors.Safetensors;
import org.saccade.operators.spikepoint.EarlyExit;
import org.saccade.operators.spikepoint.SpikePoint;
import org.saccade.operators.spikepoint.SpikePointModel;
import org.saccade.schemas.Classification;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.packet.RawEventPacket;

class KeyedClassifyOperatorTest {
  private static final ClassifyParameters PLAIN = ClassifyParameters.of(model()).withStagger(false);

  private static List<Classification> answers(
      ClassifyParameters parameters, List<RawEventPacket> packets) throws Exception {
    try (ClassifyHarness harness = ClassifyHarness.of(parameters)) {
      return harness.offer(packets).answers();
    }
  }

  private static List<String> spans(List<Classification> answers) {
    return answers.stream()
        .map(a -> a.getProvenance().getStart() + ".." + a.getProvenance().getEnd())
        .toList();
  }

  @Test
  void windowsBeginAtMultiplesOfTheStepAndTheLastIsTheFirstThatEndsBehindTheEvents()
      throws Exception {
    // Events at 13.0, 13.1, … 44.9 ms.
    List<Classification> answers =
        answers(PLAIN, packets("cam", events("cam", 13_000, 45_000), 50));
    assertThat(spans(answers)).containsExactly("10000..30000", "20000..40000", "30000..44900");
    assertThat(answers).extracting(Classification::getCount).containsExactly(170, 200, 150);
  }

  @Test
  void anAnswerIsTheModelsForTheWindowsEventsAndSeed() throws Exception {
    EventBatch all = events("cam", 0, 21_000);
    Classification first = answers(PLAIN, packets("cam", all, 64)).get(0);
    EventBatch window = new EventBatch(200);
    window.append(all, 0, 200);
    SpikePointModel model = SpikePointModel.of(Safetensors.parse(model()));
    SpikePoint spikePoint = new SpikePoint(model);
    int best = spikePoint.classify(window, WindowSeed.of("cam", "s", 0), EarlyExit.NEVER);
    assertThat(first.getLabel()).isEqualTo(model.labels().get(best));
    assertThat(first.getConfidence()).isEqualTo(spikePoint.confidence());
    assertThat(first.getSteps()).isEqualTo(6);
    for (int c = 0; c < 3; c++) {
      assertThat(first.getScores().get(c).getScore()).isEqualTo(spikePoint.score(c));
    }
    assertThat(first.getProvenance().getModel()).isEqualTo(model.digest());
  }

  @Property(tries = 30)
  void howEventsCameInPacketsChangesNothing(@ForAll @IntRange(min = 1, max = 400) int size)
      throws Exception {
    ClassifyParameters parameters = ClassifyParameters.of(model()).withVotes(true);
    EventBatch all = events("cam", 5_000, 70_000);
    try (ClassifyHarness one = ClassifyHarness.of(parameters);
        ClassifyHarness other = ClassifyHarness.of(parameters)) {
      one.offer(packets("cam", all, 100_000));
      other.offer(packets("cam", all, size));
      assertThat(other.said()).isEqualTo(one.said());
      assertThat(one.answers()).hasSizeGreaterThan(6);
    }
  }

  @Test
  void tooFewEventsAreAnAnswerAndAGapIsOne() throws Exception {
    EventBatch batch = events("cam", 0, 20_000);
    batch.append(events("cam", 500_000, 500_300), 0, 3);
    List<Classification> answers = answers(PLAIN, packets("cam", batch, 1000));
    assertThat(spans(answers))
        .containsExactly("0..20000", "10000..30000", "20000..500000", "490000..500200");
    assertThat(answers)
        .extracting(Classification::getLabel)
        .startsWith(answers.get(0).getLabel(), answers.get(1).getLabel())
        .endsWith("nothing", "nothing");
    assertThat(answers.get(2).getScores()).isEmpty();
    assertThat(answers.get(3).getCount()).isEqualTo(3);
  }

  @Test
  void cropAndPolarityAreTheModels() throws Exception {
    EventBatch all = events("cam", 0, 20_000);
    int expected = 0;
    for (int i = 0; i < all.size(); i++) {
      expected +=
          all.x(i) >= 4 && all.x(i) < 24 && all.y(i) >= 2 && all.y(i) < 32 && all.p(i) == 1 ? 1 : 0;
    }
    ClassifyParameters parameters =
        ClassifyParameters.of(model("crop", "4,2,20,30", "polarity", "on")).withStagger(false);
    assertThat(answers(parameters, packets("cam", all, 77)).get(0).getCount()).isEqualTo(expected);
  }

  @Test
  void eventsThatStandAloneAreLeftOutAndThenCountForNothing() throws Exception {
    EventBatch batch = new EventBatch(30);
    for (int i = 0; i < 10; i++) {
      batch.add(1_000 * i, 10, 10, 1);
      batch.add(1_000 * i + 200, 11, 10, 1);
      batch.add(1_000 * i + 500, 30, 3 * i, 1);
    }
    ClassifyParameters two = ClassifyParameters.of(model("lone", "300")).withStagger(false);
    assertThat(answers(two, packets("cam", batch, 7)).get(0).getCount()).isEqualTo(20);
    ClassifyParameters none = ClassifyParameters.of(model("lone", "100")).withStagger(false);
    Classification nothing = answers(none, packets("cam", batch, 7)).get(0);
    assertThat(nothing.getLabel()).isEqualTo("nothing");
    assertThat(nothing.getCount()).isZero();
  }

  @Test
  void aSensorTwiceAsLargeIsBroughtToTheModels() throws Exception {
    EventBatch batch = new EventBatch(40);
    EventBatch larger = new EventBatch(40);
    for (int i = 0; i < 40; i++) {
      batch.add(100 * i, i * 7 % 34, i * 5 % 34, 1);
      larger.add(100 * i, 2 * (i * 7 % 34) + i % 2, 2 * (i * 5 % 34), 1);
    }
    ClassifyParameters parameters =
        ClassifyParameters.of(model("sensor", "34,34")).withStagger(false);
    List<RawEventPacket> seen =
        packets("cam", larger, 9).stream().map(p -> sized(p, 68, 68)).toList();
    assertThat(answers(parameters, seen).get(0).getScores())
        .isEqualTo(answers(parameters, packets("cam", batch, 9)).get(0).getScores());
  }

  @Test
  void neighboursOnASensorHalfAsLargeStillSupportEachOther() throws Exception {
    EventBatch batch = new EventBatch(40);
    for (int i = 0; i < 20; i++) {
      batch.add(200 * i, 8, i % 16, 1);
      batch.add(200 * i + 50, 9, i % 16, 1);
    }
    ClassifyParameters parameters =
        ClassifyParameters.of(model("sensor", "34,34", "lone", "100")).withStagger(false);
    List<RawEventPacket> seen =
        packets("cam", batch, 9).stream().map(p -> sized(p, 17, 17)).toList();
    assertThat(answers(parameters, seen).get(0).getCount()).isEqualTo(40);
  }

  private static RawEventPacket sized(RawEventPacket p, int width, int height) {
    return new RawEventPacket(
        p.stream(),
        p.session(),
        p.sequence(),
        p.timeBase(),
        p.timeEnd(),
        p.epochMicros(),
        width,
        height,
        p.encoding(),
        p.decoderState(),
        p.count(),
        p.last(),
        p.record(),
        p.payloadOffset(),
        p.origin());
  }

  @Test
  void windowsByCountEndWithTheEventThatFillsThem() throws Exception {
    ClassifyParameters parameters = ClassifyParameters.of(model("window", "0,0,50,10"));
    List<Classification> answers =
        answers(parameters, packets("cam", events("cam", 0, 12_000), 33));
    assertThat(spans(answers)).containsExactly("0..4900", "4900..9900", "9900..11900");
    assertThat(answers).extracting(Classification::getCount).containsExactly(50, 50, 20);
  }

  @Test
  void ofTimeAndCountWhicheverComesFirstEndsAWindow() throws Exception {
    ClassifyParameters parameters =
        ClassifyParameters.of(model("window", "5000,5000,45,10")).withStagger(false);
    EventBatch batch = events("cam", 0, 3_000);
    batch.append(events("cam", 4_000, 12_000), 0, 80);
    List<Classification> answers = answers(parameters, packets("cam", batch, 33));
    assertThat(spans(answers)).startsWith("0..5000", "5000..9400", "9400..11900");
    assertThat(answers).extracting(Classification::getCount).containsExactly(40, 45, 25);
  }

  @Test
  void sensorsAreMovedApartFromTheSecondWindowOn() throws Exception {
    ClassifyParameters parameters = ClassifyParameters.of(model());
    List<Classification> one = answers(parameters, packets("a", events("a", 0, 60_000), 100));
    List<Classification> two = answers(parameters, packets("b", events("b", 0, 60_000), 100));
    assertThat(spans(one).get(0)).isEqualTo("0..20000").isEqualTo(spans(two).get(0));
    long first = one.get(1).getProvenance().getStart();
    assertThat(first).isBetween(1L, 10_000L);
    assertThat(two.get(1).getProvenance().getStart()).isNotEqualTo(first);
    assertThat(one.get(2).getProvenance().getStart()).isEqualTo(first + 10_000);
  }

  @Test
  void windowsVoteWhenTheSessionEnds() throws Exception {
    List<Classification> answers =
        answers(PLAIN.withVotes(true), packets("cam", events("cam", 0, 50_000), 100));
    Classification vote = answers.get(answers.size() - 1);
    List<Classification> windows = answers.subList(0, answers.size() - 1);
    assertThat(vote.getProvenance().getOperator()).isEqualTo("spikepoint-votes");
    assertThat(spans(List.of(vote))).containsExactly("0..49900");
    for (int c = 0; c < 3; c++) {
      int label = c;
      assertThat(vote.getScores().get(c).getScore())
          .isEqualTo(
              windows.stream()
                  .mapToDouble(w -> w.getScores().get(label).getScore())
                  .average()
                  .orElseThrow());
    }
    assertThat(answers).extracting(a -> a.getProvenance().getId()).doesNotHaveDuplicates();
  }

  @Test
  void aModelIsSwappedAtTheWindowWhoseEndReachesTheCommandsTime() throws Exception {
    byte[] other = model(3);
    String first = SpikePointModel.of(Safetensors.parse(model())).digest();
    String second = SpikePointModel.of(Safetensors.parse(other)).digest();
    try (ClassifyHarness harness = ClassifyHarness.of(PLAIN)) {
      harness.order(order("*", other, 40_000, 7));
      harness.offer(packets("cam", events("cam", 0, 61_000), 100));
      assertThat(harness.answers())
          .extracting(a -> a.getProvenance().getModel())
          .containsExactly(first, first, second, second, second, second);
    }
  }

  @Test
  void aModelOfOtherWindowsAndCropGoesOnWithTheEventsThatAreThere() throws Exception {
    byte[] other = model("window", "30000,30000,0,10", "crop", "0,0,17,34");
    try (ClassifyHarness harness = ClassifyHarness.of(PLAIN)) {
      harness.order(order("cam", other, 30_000, 7));
      harness.order(order("elsewhere", model(5), 0, 8));
      harness.offer(packets("cam", events("cam", 0, 75_000), 100));
      assertThat(spans(harness.answers()))
          .containsExactly("0..20000", "10000..30000", "20000..50000", "50000..74900");
      assertThat(harness.answers().get(1).getCount()).isBetween(70, 130);
    }
  }

  @Test
  void aPartBetweenTwoMarkersIsOneAnswerWheneverTheMarkersCome() throws Exception {
    ClassifyParameters parameters = PLAIN.withMarkers(true);
    List<RawEventPacket> packets = packets("cam", events("cam", 0, 50_000), 40);
    TreeMap<String, List<String>> before;
    try (ClassifyHarness harness = ClassifyHarness.of(parameters)) {
      harness.mark(marker("cam", 0, 5_000), marker("cam", 1, 15_000), marker("cam", 2, 40_050));
      before = harness.offer(packets).said();
      assertThat(spans(harness.answers()))
          .containsExactly("5000..15000", "15000..40050", "40050..49901");
      assertThat(harness.answers())
          .extracting(Classification::getCount)
          .containsExactly(100, 251, 99);
    }
    try (ClassifyHarness harness = ClassifyHarness.of(parameters)) {
      harness.offer(packets.subList(0, 8)).mark(marker("cam", 0, 5_000));
      harness.offer(packets.subList(8, 11)).mark(marker("cam", 1, 15_000));
      harness.mark(marker("cam", 2, 40_050)).offer(packets.subList(11, packets.size()));
      assertThat(harness.said()).isEqualTo(before);
    }
  }

  @Test
  void ofMoreEventsThanAreKeptTheOldestAreLostAndCounted() throws Exception {
    ClassifyParameters parameters =
        new ClassifyParameters(
            PLAIN.order(),
            model("window", "1000000,1000000,0,10"),
            0,
            0,
            false,
            false,
            false,
            4096,
            PLAIN.cacheBytes(),
            PLAIN.expiry(),
            PLAIN.idle(),
            0);
    try (ClassifyHarness harness = ClassifyHarness.of(parameters)) {
      harness.offer(packets("cam", events("cam", 0, 500_000), 500));
      assertThat(harness.answers()).extracting(Classification::getCount).containsExactly(4096);
      assertThat(harness.health().get(0).getDetail()).contains("overwritten=904 ");
    }
  }
}
