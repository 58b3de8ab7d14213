package org.saccade.operators.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.saccade.operators.classify.Scene.events;
import static org.saccade.operators.classify.Scene.model;
import static org.saccade.operators.classify.Scene.order;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saccade.schemas.Classification;
import org.saccade.schemas.Provenance;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.packet.RawEventPacket;

/** Windows of all sensors on some threads: what is said does not depend on them. */
class ClassifyThreadsTest {
  private static TreeMap<String, List<String>> said(int threads) throws Exception {
    ClassifyParameters parameters =
        ClassifyParameters.of(model()).withVotes(true).withThreads(threads);
    List<List<RawEventPacket>> streams = new ArrayList<>();
    for (String stream : List.of("a", "b", "c")) {
      streams.add(Scene.packets(stream, events(stream, 0, 300_000), 100));
    }
    try (ClassifyHarness harness = ClassifyHarness.of(parameters)) {
      harness.order(order("*", model(3), 150_000, 7));
      for (int i = 0; i < streams.get(0).size(); i++) {
        for (List<RawEventPacket> stream : streams) {
          harness.offer(List.of(stream.get(i)));
        }
      }
      return harness.said();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5})
  void manyThreadsSayWhatOneSaysEachStreamInItsOrder(int threads) throws Exception {
    TreeMap<String, List<String>> one = said(1);
    assertThat(one.get("b")).hasSize(31);
    assertThat(said(threads)).isEqualTo(one);
  }

  @Test
  void anAnswerThatIsThereWaitsForThoseOfTheWindowsBefore() throws Exception {
    ClassifyThreads threads = ClassifyThreads.open(1);
    CountDownLatch held = hold(threads);
    List<Integer> told = new ArrayList<>();
    try (WindowsInWork work = new WindowsInWork(threads, () -> {})) {
      StreamAnswers stream = new StreamAnswers(work, a -> told.add(a.getCount()));
      StreamAnswers other = new StreamAnswers(work, a -> told.add(-a.getCount()));
      LoadedModel model = new LoadedModel(null, model(), ClassifyParameters.of(model()));
      stream.classify(model, events("a", 0, 20_000), 1, provenance());
      stream.nothing(7, provenance());
      other.nothing(8, provenance());
      assertThat(told).containsExactly(-8);
      held.countDown();
      work.tellAll();
      assertThat(told).containsExactly(-8, 200, 7);
    }
  }

  @Test
  void whatFailsOnAThreadFailsTheSubtask() throws Exception {
    try (WindowsInWork work = new WindowsInWork(ClassifyThreads.open(1), () -> {})) {
      StreamAnswers stream = new StreamAnswers(work, a -> {});
      LoadedModel model = new LoadedModel(null, model(), ClassifyParameters.of(model()));
      // A window without events has no points; the operator never asks for one.
      assertThatThrownBy(
              () -> {
                stream.classify(model, new EventBatch(1), 1, provenance());
                stream.tellAll();
              })
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("a window of stream cam could not be classified")
          .hasRootCauseMessage("a window without events has no points");
    }
  }

  @Test
  void theThreadsAreSharedAndEndWithTheLastWhoUsesThem() throws Exception {
    ClassifyThreads one = ClassifyThreads.open(2);
    ClassifyThreads other = ClassifyThreads.open(2);
    assertThat(other).isSameAs(one);
    one.close();
    FutureTask<Said> work = new FutureTask<>(() -> new Said(1, new double[2], 0.5, 3));
    other.execute(work);
    assertThat(work.get().steps()).isEqualTo(3);
    other.close();
    ClassifyThreads next = ClassifyThreads.open(2);
    assertThat(next).isNotSameAs(one);
    next.close();
  }

  /** A thread that does nothing until it is let go. */
  private static CountDownLatch hold(ClassifyThreads threads) {
    CountDownLatch letGo = new CountDownLatch(1);
    threads.execute(
        new FutureTask<>(
            () -> {
              letGo.await();
              return null;
            }));
    return letGo;
  }

  private static Provenance provenance() throws Exception {
    try (ClassifyHarness harness = ClassifyHarness.of(ClassifyParameters.of(model()))) {
      Classification any =
          harness.offer(Scene.packets("cam", events("cam", 0, 1_000), 100)).answers().get(0);
      return any.getProvenance();
    }
  }
}
