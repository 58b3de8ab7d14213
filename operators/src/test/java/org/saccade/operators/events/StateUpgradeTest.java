package org.saccade.operators.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saccade.operators.filter.Refractory;
import org.saccade.operators.filter.RefractoryParameters;
import org.saccade.operators.paged.Page;
import org.saccade.operators.paged.PageForm;
import org.saccade.operators.paged.PageSink;
import org.saccade.operators.paged.Paged;
import org.saccade.operators.rate.RateParameters;
import org.saccade.operators.state.Ending;
import org.saccade.operators.state.WriteBehindOperator;
import org.saccade.operators.surface.TimeSurface;
import org.saccade.schemas.EventPacket;
import org.saccade.schemas.HealthKind;
import org.saccade.schemas.StreamHealth;
import org.saccade.schemas.codec.Violation;
import org.saccade.schemas.packet.RawEventPacket;

/** State whose pages are all of the version before is taken over. */
class StateUpgradeTest {
  /** An operator that leaves the pages of the version before behind, as written below. */
  private static final class Before
      extends WriteBehindOperator<RawEventPacket, EventPacket, OldPages> {
    private static final long serialVersionUID = 1L;

    Before() {
      super(1 << 20, 1_000_000, 0);
    }

    @Override
    protected OldPages create(String key) {
      return new OldPages();
    }

    @Override
    protected void process(OldPages pages, RawEventPacket packet) {}

    @Override
    protected void end(OldPages pages, Ending why) {}
  }

  private static final class OldPages implements Paged {
    @Override
    public long bytes() {
      return 0;
    }

    @Override
    public void restore(int number, Page page) {}

    @Override
    public void flush(PageSink sink) {
      sink.put(0, head());
      sink.put(1 << 24, surface());
    }
  }

  /** Session "s" of a 64x48 camera after packets 0 and 1. */
  private static Page head() {
    return PageForm.page(
        2,
        out -> {
          out.writeInt(1); // the tracker's version: no remembered gaps
          for (long total : new long[] {2, 2, 0, 0}) {
            out.writeLong(total);
          }
          out.writeInt(0); // ended sessions
          out.writeBoolean(true);
          out.writeUTF("s");
          for (long field : new long[] {2, 1, 19_999, 0, 1, 2, 0, 0, 0, 0, 0}) {
            out.writeLong(field);
          }
          out.writeInt(0); // waiting packets
          out.writeByte(2); // decoder: none, fresh
          out.write(new byte[] {0, 1});
          out.writeLong(RawEventPacket.NO_EPOCH);
          out.writeUTF("dvs.events");
          out.writeInt(0);
          out.writeLong(1);
          out.writeLong(1_000);
          out.writeBoolean(true); // the session
          out.writeInt(64);
          out.writeInt(48);
          for (long field : new long[] {0, 19_999, 7, 5, 0, 0}) {
            out.writeLong(field);
          }
          out.writeInt(1);
          out.writeUTF(Violation.OUT_OF_FRAME.name());
          out.writeLong(3);
          out.writeLong(0); // never idle
          out.writeBoolean(false);
        });
  }

  /** Pixel (1, 2) fired at 19,999; 64 x 48 pixels of 8 bytes are one page. */
  private static Page surface() {
    ByteBuffer page = ByteBuffer.allocate(8 * 64 * 48).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < 64 * 48; i++) {
      page.putLong(i == 2 * 64 + 1 ? 19_999 : TimeSurface.NEVER);
    }
    return new Page(1, page.array());
  }

  @ParameterizedTest
  @EnumSource(Harness.Backend.class)
  void goesOnFromTheStateOfTheVersionBefore(Harness.Backend backend) throws Exception {
    OperatorSubtaskState state;
    try (Harness h = new Harness(new Before(), backend, 1, 0, null)) {
      h.offer(Packets.packet("cam", "s", 1, new long[] {19_999, 1, 2, 1}));
      state = h.snapshot(1);
    }
    var parameters =
        EventStreamParameters.DEFAULTS.withChain(
            new RefractoryParameters(Refractory.LAST_EVENT, 1_000), new RateParameters(100_000));
    try (Harness h =
        new Harness(new KeyedEventOperator(parameters, Harness.UID), backend, 1, 0, state)) {
      h.offer(
          Packets.packet(
              "cam", "s", 2, new long[] {20_998, 1, 2, 1}, new long[] {20_999, 5, 5, 1}));
      h.offer(Packets.packet("cam", "s", 0, new long[] {0, 1, 2, 1}));
      assertThat(h.packets()).extracting(EventPacket::getCount).containsExactly(1);
      assertThat(h.health())
          .extracting(StreamHealth::getKind)
          .as("no gap; of what is old nothing is known")
          .containsExactly(HealthKind.LATE);
      h.endInput();
      assertThat(h.health())
          .extracting(StreamHealth::getDetail)
          .last()
          .isEqualTo(
              "packets=3 events_in=9 events_kept=6 dropped_by_refractory=1 gaps=0 missing=0 duplicates=0 late=1"
                  + " reordered=0 dead_letters=0 features=3 violations=3 out_of_frame=3"
                  + " ended_by=end_of_input");
    }
  }

  @ParameterizedTest
  @EnumSource(Harness.Backend.class)
  void whatItTookOverIsWrittenInTheFormOfToday(Harness.Backend backend) throws Exception {
    OperatorSubtaskState state;
    try (Harness h = new Harness(new Before(), backend, 1, 0, null)) {
      h.offer(Packets.packet("cam", "s", 1, new long[] {19_999, 1, 2, 1}));
      state = h.snapshot(1);
    }
    var parameters =
        EventStreamParameters.DEFAULTS.withChain(
            new RefractoryParameters(Refractory.LAST_EVENT, 1_000), new RateParameters(100_000));
    for (int i = 2; i < 5; i++) {
      try (Harness h =
          new Harness(new KeyedEventOperator(parameters, Harness.UID), backend, 1, 0, state)) {
        h.offer(Packets.packet("cam", "s", i, new long[] {19_999 + 999 * (i - 1), 1, 2, 1}));
        assertThat(h.packets()).extracting(EventPacket::getCount).isEqualTo(List.of(0));
        state = h.snapshot(i);
      }
    }
  }
}
