package org.saccade.operators.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saccade.operators.paged.Page;
import org.saccade.operators.paged.PageForm;
import org.saccade.operators.paged.PageSink;
import org.saccade.operators.paged.Paged;

class WriteBehindOperatorTest {
  /** Counts the records of its key; an object of 100 bytes. */
  private static final class Count implements Paged {
    private final String key;
    private int n;

    Count(String key) {
      this.key = key;
    }

    @Override
    public long bytes() {
      return 100;
    }

    @Override
    public void restore(int number, Page page) {
      PageForm.read("count", page, 1, in -> n += in.readInt());
    }

    /** Tens in page 1, ones in page 0: a page that is written is not all there is. */
    @Override
    public void flush(PageSink sink) {
      sink.put(0, PageForm.page(1, out -> out.writeInt(n % 10)));
      if (n >= 10) {
        sink.put(1, PageForm.page(1, out -> out.writeInt(n / 10 * 10)));
      }
    }
  }

  private static final class Counting extends WriteBehindOperator<String, String, Count> {
    private static final long serialVersionUID = 1L;
    static final List<String> CREATED = new ArrayList<>();

    Counting(long cacheBytes, long silenceMillis) {
      super(cacheBytes, 1000, silenceMillis);
    }

    @Override
    protected Count create(String key) {
      CREATED.add(key);
      return new Count(key);
    }

    @Override
    protected void process(Count count, String record) {
      count.n++;
    }

    @Override
    protected void end(Count count, Ending why) {
      output.collect(new StreamRecord<>(count.key + count.n + why));
    }

    @Override
    protected void silent(Count count) {
      output.collect(new StreamRecord<>(count.key + " silent"));
    }
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, String, String> harness(
      Counting operator, boolean rocks, OperatorSubtaskState state) throws Exception {
    var h = new KeyedOneInputStreamOperatorTestHarness<>(operator, s -> s, Types.STRING);
    h.setStateBackend(rocks ? new EmbeddedRocksDBStateBackend() : new HashMapStateBackend());
    if (state != null) {
      h.initializeState(state);
    }
    h.open();
    Counting.CREATED.clear();
    return h;
  }

  private static void offer(
      KeyedOneInputStreamOperatorTestHarness<String, String, String> h, String keys)
      throws Exception {
    for (char key : keys.toCharArray()) {
      h.processElement(new StreamRecord<>(String.valueOf(key)));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aKeyIsLoadedAgainOnlyAfterItWasPutAway(boolean rocks) throws Exception {
    try (var h = harness(new Counting(250, 0), rocks, null)) {
      offer(h, "ababab");
      assertThat(Counting.CREATED).as("two objects fit").containsExactly("a", "b");
      offer(h, "ca");
      assertThat(Counting.CREATED)
          .as("c puts a away, the one used longest ago; a puts b away")
          .containsExactly("a", "b", "c", "a");
      offer(h, "c");
      assertThat(Counting.CREATED).hasSize(4);
      h.endInput();
      assertThat(h.extractOutputValues())
          .containsExactly("a4END_OF_INPUT", "b3END_OF_INPUT", "c2END_OF_INPUT");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theEndOfTheInputReachesKeysThatAreOnlyInState(boolean rocks) throws Exception {
    OperatorSubtaskState state;
    try (var h = harness(new Counting(150, 0), rocks, null)) {
      offer(h, "aaaaaaaaaaaabcd");
      h.prepareSnapshotPreBarrier(1);
      state = h.snapshot(1, 1);
    }
    try (var h = harness(new Counting(150, 0), rocks, state)) {
      offer(h, "e");
      h.endInput();
      assertThat(h.extractOutputValues())
          .containsExactly(
              "a12END_OF_INPUT",
              "b1END_OF_INPUT",
              "c1END_OF_INPUT",
              "d1END_OF_INPUT",
              "e1END_OF_INPUT");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aKeyExpiresWhetherItIsInMemoryInStateOrRestored(boolean rocks) throws Exception {
    OperatorSubtaskState state;
    try (var h = harness(new Counting(150, 0), rocks, null)) {
      h.setProcessingTime(100);
      offer(h, "ab");
      h.setProcessingTime(600);
      offer(h, "cb");
      h.setProcessingTime(1099);
      assertThat(h.extractOutputValues()).isEmpty();
      h.setProcessingTime(1300);
      assertThat(h.extractOutputValues()).containsExactly("a1EXPIRED");
      h.prepareSnapshotPreBarrier(1);
      state = h.snapshot(1, 1);
    }
    try (var h = harness(new Counting(150, 0), rocks, state)) {
      h.setProcessingTime(1500);
      assertThat(h.extractOutputValues()).isEmpty();
      h.setProcessingTime(2000);
      assertThat(h.extractOutputValues()).containsExactlyInAnyOrder("b2EXPIRED", "c1EXPIRED");
      h.setProcessingTime(3000);
      assertThat(h.numProcessingTimeTimers()).as("a timer of a key that left ends").isZero();
      offer(h, "b");
      h.endInput();
      assertThat(h.extractOutputValues()).last().isEqualTo("b1END_OF_INPUT");
    }
  }

  @Test
  void aKeyThatIsLoadedAgainAndAgainHasFewTimers() throws Exception {
    try (var h = harness(new Counting(100, 0), false, null)) {
      for (int i = 0; i < 500; i++) {
        h.setProcessingTime(i);
        offer(h, "ab");
      }
      assertThat(Counting.CREATED).hasSize(1000);
      assertThat(h.numProcessingTimeTimers()).isLessThanOrEqualTo(2 * 9);
    }
  }

  @Test
  void silenceIsToldOnceASilence() throws Exception {
    try (var h = harness(new Counting(1000, 300), false, null)) {
      h.setProcessingTime(0);
      offer(h, "a");
      h.setProcessingTime(200);
      offer(h, "a");
      h.setProcessingTime(499);
      assertThat(h.extractOutputValues()).isEmpty();
      h.setProcessingTime(900);
      assertThat(h.extractOutputValues()).containsExactly("a silent");
      offer(h, "a");
      h.setProcessingTime(1200);
      assertThat(h.extractOutputValues()).containsExactly("a silent", "a silent");
    }
  }
}
