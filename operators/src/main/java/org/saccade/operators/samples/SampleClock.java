package org.saccade.operators.samples;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Locale;
import org.saccade.operators.stream.StreamReport;
import org.saccade.schemas.HealthKind;
import org.saccade.schemas.HealthState;
import org.saccade.schemas.packet.RawSamplePacket;
import org.saccade.schemas.packet.SampleRate;

/** A session's clock, and what was told of it and is not over. */
final class SampleClock {
  private final ClockWatch watch = new ClockWatch();
  private final Told rate = new Told(HealthKind.RATE);
  private final Told drift = new Told(HealthKind.CLOCK_DRIFT);
  private long base;
  private long begun;
  private long last;

  /** An interval of a kind. */
  private static final class Told {
    private final HealthKind kind;
    private boolean open;
    private long ordinal;
    private long start;

    Told(HealthKind kind) {
      this.kind = kind;
    }

    void open(long from, String detail, StreamReport report) {
      open = true;
      ordinal = report.takeOrdinal();
      start = from;
      report.health(kind, HealthState.OPEN, start, start, 1, ordinal, detail);
    }

    void close(long to, String detail, StreamReport report) {
      open = false;
      report.health(kind, HealthState.CLOSED, start, Math.max(start, to), 1, ordinal, detail);
    }

    void write(DataOutput out) throws IOException {
      out.writeBoolean(open);
      out.writeLong(ordinal);
      out.writeLong(start);
    }

    void read(DataInput in) throws IOException {
      open = in.readBoolean();
      ordinal = in.readLong();
      start = in.readLong();
    }
  }

  /** The clock begins at a sample of the session, with its time. */
  void begin(long sample, long micros) {
    base = sample;
    begun = micros;
    watch.clear();
    rate.open = false;
    drift.open = false;
  }

  /**
   * A packet.
   *
   * @param off how far its time is from where its samples are, microseconds
   */
  void packet(RawSamplePacket packet, long off, SampleRate nominal, StreamReport report) {
    last = packet.timeEnd();
    long length = nominal.micros(packet.count());
    watch.packet(
        packet.firstSample() - base,
        off,
        length,
        nominal,
        new ClockWatch.Sink() {
          @Override
          public void jumped(long micros) {
            report.tell(
                HealthKind.CLOCK_RESET,
                packet.timeBase(),
                packet.timeEnd(),
                1,
                String.format(
                    "the clock jumped by %d µs at packet %d, where no sample is missing by number",
                    micros, packet.sequence()));
          }

          @Override
          public void off(boolean ofRate, boolean opens, long secondsBack, double ppm) {
            Told told = ofRate ? rate : drift;
            long time = Math.max(begun, packet.timeBase() - 1_000_000 * secondsBack);
            if (opens) {
              told.open(
                  time,
                  String.format(
                      Locale.ROOT,
                      ofRate
                          ? "samples come at %.2f Hz, nominal are %s"
                          : "the clock drifts: samples come at %.4f Hz, nominal are %s",
                      nominal.hz() / (1 + ppm / 1e6),
                      nominal),
                  report);
            } else {
              told.close(time, "as by the nominal rate again", report);
            }
          }
        });
  }

  /** The clock ends: what is open is closed. */
  void end(StreamReport report) {
    for (Told told : new Told[] {rate, drift}) {
      if (told.open) {
        told.close(last, "this run of the clock ends", report);
      }
    }
  }

  void write(DataOutput out) throws IOException {
    out.writeLong(base);
    out.writeLong(begun);
    out.writeLong(last);
    watch.write(out);
    rate.write(out);
    drift.write(out);
  }

  void read(DataInput in) throws IOException {
    base = in.readLong();
    begun = in.readLong();
    last = in.readLong();
    watch.read(in);
    rate.read(in);
    drift.read(in);
  }
}
