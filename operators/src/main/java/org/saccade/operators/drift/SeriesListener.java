package org.saccade.operators.drift;

import org.saccade.operators.series.SeriesDetector;

/** Hears what a series' detector says, value after value. */
interface SeriesListener {
  /** Of a series that is watched alone. */
  SeriesListener NONE =
      new SeriesListener() {
        @Override
        public void stepped(String session, long time, double value, SeriesDetector said) {}

        @Override
        public void interrupted() {}

        @Override
        public void forgotten() {}
      };

  void stepped(String session, long time, double value, SeriesDetector said);

  /** The next value is no neighbour of the last. */
  void interrupted();

  /** The series begins anew. */
  void forgotten();
}
