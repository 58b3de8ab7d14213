package org.saccade.connectors.replay;

/** A clock that jumps to where somebody waits for. */
public final class ManualClock implements WallClock {
  private long now;

  @Override
  public long nanos() {
    return now;
  }

  @Override
  public void await(long nanos) {
    now = Math.max(now, nanos);
  }

  public void advance(long nanos) {
    now += nanos;
  }
}
