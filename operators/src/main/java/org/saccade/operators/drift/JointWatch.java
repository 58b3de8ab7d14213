package org.saccade.operators.drift;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.saccade.operators.drift.FeatureRecords.Context;
import org.saccade.operators.joint.Joint;
import org.saccade.operators.joint.TrainedLayer;
import org.saccade.operators.series.SeriesDetector;

/** What is told of the features of a stream together, under the name {@code joint:LEADER}. */
final class JointWatch {
  private final DriftParameters parameters;
  private final TrainedLayer layer;
  private final FeatureRecords records;
  private final FeatureOutputs outputs;
  private final List<String> names;
  private final JointRows rows;
  private Joint joint;
  private String session = "";
  private long ordinal;
  private Context at;

  /**
   * @param names of the features
   */
  JointWatch(
      List<String> names,
      DriftParameters parameters,
      TrainedLayer layer,
      FeatureRecords records,
      FeatureOutputs outputs) {
    this.names = new ArrayList<>(names);
    this.parameters = parameters;
    this.layer = layer;
    this.records = records;
    this.outputs = outputs;
    rows = new JointRows(names.size());
    forget();
  }

  List<String> names() {
    return names;
  }

  /** What one feature's detector said of a moment. */
  void stepped(int series, Context now, String of, long time, double value, SeriesDetector said) {
    at = now;
    if (!of.equals(session)) {
      flush();
      rows.restart();
      if (!session.isEmpty()) {
        joint.interrupted();
      }
      session = of;
      ordinal = 0;
    } else if (rows.isBack(series, time)) {
      flush();
      rows.restart();
    }
    rows.put(series, time, value, said.rawScore(), said.deviations());
    for (JointRow row = rows.next(); row != null; row = rows.next()) {
      step(row);
    }
  }

  void interrupted() {
    joint.interrupted();
  }

  void forget() {
    rows.restart();
    joint = new Joint(names.size(), parameters.warmUp(), parameters.runLength(), layer);
  }

  /** Nothing more comes: what waits goes out. */
  void flush() {
    for (JointRow row = rows.last(); row != null; row = rows.last()) {
      step(row);
    }
  }

  private void step(JointRow row) {
    joint.step(row.time, row.values, row.raw, row.z);
    if (joint.isWarm() && joint.anomalyScore() >= parameters.anomalyThreshold()) {
      int leader = joint.extreme() >= 0 ? joint.extreme() : row.leader();
      outputs.anomaly(
          records.jointAnomaly(at, session, names, leader, row, joint.anomalyScore(), ordinal++));
    }
    if (joint.drift() != 0) {
      outputs.drift(records.jointDrift(at, session, names, row.time, joint, ordinal++));
    }
  }

  long bytes() {
    return joint.bytes() + rows.bytes();
  }

  void write(DataOutput out) throws IOException {
    out.writeUTF(session);
    out.writeLong(ordinal);
    rows.write(out);
    joint.write(out);
  }

  void read(DataInput in, Context where) throws IOException {
    at = where;
    session = in.readUTF();
    ordinal = in.readLong();
    rows.read(in);
    joint.read(in);
  }
}
