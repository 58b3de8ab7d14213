package org.saccade.operators.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.saccade.operators.paged.Page;
import org.saccade.operators.paged.PageSink;
import org.saccade.operators.stage.FeatureValue;
import org.saccade.operators.stage.StageOutput;
import org.saccade.schemas.batch.EventBatch;

class RateMeterTest {
  private final List<String> given = new ArrayList<>();
  private double sum;

  private void take(StageOutput output) {
    FeatureValue f = (FeatureValue) output;
    given.add(f.name() + " " + f.start() + ".." + f.end() + " " + f.value());
    if (f.name().equals("event_rate")) {
      sum += f.value() * (f.end() - f.start()) / 1e6;
    }
  }

  /** Positive times are ON, negative ones OFF at the same distance from 0. */
  private static EventBatch at(long... times) {
    EventBatch batch = new EventBatch(Math.max(1, times.length));
    for (long t : times) {
      batch.add(Math.abs(t), 0, 0, t > 0 ? 1 : 0);
    }
    return batch;
  }

  private List<String> eventRates() {
    return given.stream().filter(s -> s.startsWith("event_rate ")).toList();
  }

  @Test
  void countsByPolarityAndGivesEventsASecondWhenTheWindowIsPassed() {
    RateMeter meter = new RateMeter(new RateParameters(100_000));
    meter.process(at(1, -50_000, 99_999), 99_999, this::take);
    assertThat(given).as("the window is still open").isEmpty();
    meter.process(at(100_000), 100_000, this::take);
    assertThat(given)
        .containsExactly(
            "event_rate 0..100000 30.0", "on_rate 0..100000 20.0", "off_rate 0..100000 10.0");
  }

  @Test
  void windowsAreAlignedToMultiplesOfTheirLengthAlsoBelowZero() {
    RateMeter meter = new RateMeter(new RateParameters(100));
    EventBatch batch = new EventBatch(2);
    batch.add(-30, 0, 0, 1);
    batch.add(230, 0, 0, 1);
    meter.process(batch, 230, this::take);
    assertThat(eventRates())
        .containsExactly(
            "event_rate -100..0 10000.0", "event_rate 0..100 0.0", "event_rate 100..200 0.0");
  }

  @Test
  void aPacketWithoutEventsClosesTheWindowsThatItPasses() {
    RateMeter meter = new RateMeter(new RateParameters(100));
    meter.process(at(5), 5, this::take);
    meter.process(at(), 205, this::take);
    assertThat(eventRates())
        .containsExactly("event_rate 0..100 10000.0", "event_rate 100..200 0.0");
  }

  @Test
  void aSilenceOfUpToTenThousandWindowsIsFilledWithZerosALongerOneIsJumpedOver() {
    RateMeter filled = new RateMeter(new RateParameters(1));
    filled.process(at(5), 5, this::take);
    filled.process(at(5 + 10_001), 5 + 10_001, this::take);
    assertThat(eventRates()).hasSize(10_001);

    given.clear();
    RateMeter jumped = new RateMeter(new RateParameters(1));
    jumped.process(at(5), 5, this::take);
    jumped.process(at(5 + 10_002), 5 + 10_002, this::take);
    jumped.close(this::take);
    assertThat(eventRates())
        .containsExactly("event_rate 5..6 1000000.0", "event_rate 10007..10008 1000000.0");
  }

  @Test
  void anEventThatGoesBackBeforeTheWindowIsCountedInIt() {
    RateMeter meter = new RateMeter(new RateParameters(100));
    meter.process(at(250, 30, 260), 260, this::take);
    meter.close(this::take);
    assertThat(eventRates()).containsExactly("event_rate 200..300 30000.0");
  }

  @Property(tries = 300)
  void theRatesOfASessionAddUpToItsEventsWhereverItIsCutAndRestored(
      @ForAll List<@IntRange(max = 500) Integer> steps,
      @ForAll @IntRange(min = 1, max = 7) int cut) {
    sum = 0;
    given.clear();
    RateMeter meter = new RateMeter(new RateParameters(100));
    RateMeter whole = new RateMeter(new RateParameters(100));
    EventBatch all = new EventBatch(1);
    EventBatch part = new EventBatch(1);
    long t = 0;
    for (int step : steps) {
      t += step;
      all.add(t, 0, 0, step & 1);
      part.add(t, 0, 0, step & 1);
      if (part.size() == cut) {
        meter.process(part, t, this::take);
        part.clear();
        meter = restored(meter);
      }
    }
    meter.process(part, t, this::take);
    meter.close(this::take);
    assertThat(sum).isCloseTo(steps.size(), Offset.offset(1e-6));

    List<String> cuts = List.copyOf(given);
    given.clear();
    whole.process(all, t, this::take);
    whole.close(this::take);
    assertThat(cuts).isEqualTo(given);
  }

  private static RateMeter restored(RateMeter meter) {
    RateMeter next = new RateMeter(new RateParameters(100));
    meter.flush(
        new PageSink() {
          @Override
          public void put(int number, Page page) {
            next.restore(number, page);
          }

          @Override
          public void remove(int number) {}
        });
    return next;
  }
}
