package org.saccade.operators.drift;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.saccade.operators.drift.FeatureRecords.Context;
import org.saccade.operators.htm.HtmDesign;
import org.saccade.operators.joint.Joint;
import org.saccade.operators.paged.Page;
import org.saccade.operators.paged.PageForm;
import org.saccade.operators.paged.PageSink;
import org.saccade.operators.paged.ShiftedPages;
import org.saccade.operators.series.SeriesDetector;
import org.saccade.operators.state.Ending;
import org.saccade.schemas.HealthKind;
import org.saccade.schemas.packet.ControlCommand;
import org.saccade.schemas.packet.FeatureSample;
import org.saccade.schemas.packet.Origin;
import org.saccade.schemas.packet.RawEventPacket;
import org.saccade.schemas.packet.SeriesKey;

/**
 * The features of a stream and source, each watched as it is alone, and some or all together.
 *
 * <pre>
 *   page 0                        names, what is told of all together
 *   page (1 + k) &lt;&lt; 25 | n      page n of the k-th feature
 * </pre>
 */
final class FeatureGroup implements Watched {
  private static final int VERSION = 1;
  private static final int SHIFT = 25;

  /** Page numbers are positive. */
  private static final int MOST = (1 << 31 - SHIFT) - 2;

  private final SeriesKey key;
  private final DriftParameters parameters;
  private final JointParameters jointly;
  private final HtmDesign design;
  private final FeatureRecords records;
  private final FeatureOutputs outputs;
  private final List<String> names = new ArrayList<>();
  private final List<FeatureSeries> members = new ArrayList<>();
  private JointWatch watch;
  private Context at;
  private boolean full;

  /**
   * @param key without a name
   */
  FeatureGroup(
      SeriesKey key,
      DriftParameters parameters,
      JointParameters jointly,
      HtmDesign design,
      FeatureRecords records,
      FeatureOutputs outputs) {
    this.key = key;
    this.parameters = parameters;
    this.jointly = jointly;
    this.design = design;
    this.records = records;
    this.outputs = outputs;
    at = new Context(key, "", RawEventPacket.NO_EPOCH, Origin.file(0));
    if (!jointly.names().isEmpty()) {
      begin(jointly.names());
    }
  }

  private void begin(List<String> together) {
    watch = new JointWatch(together, parameters, jointly.trainedLayer(), records, outputs);
  }

  @Override
  public void offer(FeatureSample sample, List<ControlCommand> commands) {
    at = Context.of(sample);
    int k = names.indexOf(sample.name());
    if (k < 0 && names.size() == MOST) {
      tellFull(sample);
      return;
    }
    FeatureSeries series = k < 0 ? add(sample.name()) : members.get(k);
    series.offer(sample, commands);
  }

  private FeatureSeries add(String name) {
    SeriesKey own = new SeriesKey(key.stream(), name, key.source());
    FeatureSeries series =
        new FeatureSeries(own, parameters, design, records, outputs, new Member(name));
    names.add(name);
    members.add(series);
    return series;
  }

  private void tellFull(FeatureSample sample) {
    if (!full) {
      outputs.health(
          records.health(
              at,
              sample.session(),
              HealthKind.OTHER,
              sample.time(),
              sample.time(),
              1,
              0,
              "not watched, nor others: the stream has more than " + MOST + " features"));
      full = true;
    }
  }

  /** Of all features, those are watched together whose stream has them when the first is scored. */
  private final class Member implements SeriesListener {
    private final String name;

    private Member(String name) {
      this.name = name;
    }

    @Override
    public void stepped(String session, long time, double value, SeriesDetector said) {
      if (watch == null && names.size() > 1) {
        begin(names.subList(0, Math.min(names.size(), Joint.MOST)));
      }
      int k = watch == null ? -1 : watch.names().indexOf(name);
      if (k >= 0) {
        watch.stepped(k, at, session, time, value, said);
      }
    }

    @Override
    public void interrupted() {
      if (watch != null) {
        watch.interrupted();
      }
    }

    @Override
    public void forgotten() {
      if (watch != null) {
        watch.forget();
      }
    }
  }

  @Override
  public void end(Ending why) {
    if (watch != null) {
      watch.flush();
    }
    members.forEach(series -> series.end(why));
  }

  @Override
  public long bytes() {
    long bytes = watch == null ? 0 : watch.bytes();
    for (FeatureSeries series : members) {
      bytes += series.bytes();
    }
    return bytes;
  }

  @Override
  public void flush(PageSink sink) {
    sink.put(0, PageForm.page(VERSION, this::write));
    for (int k = 0; k < members.size(); k++) {
      members.get(k).flush(new ShiftedPages(sink, 1 + k << SHIFT));
    }
  }

  @Override
  public void restore(int number, Page page) {
    if (number == 0) {
      PageForm.read("features of " + key, page, VERSION, this::read);
    } else {
      members.get((number >> SHIFT) - 1).restore(number & (1 << SHIFT) - 1, page);
    }
  }

  private void write(DataOutput out) throws IOException {
    out.writeUTF(at.session());
    out.writeLong(at.epochMicros());
    at.origin().write(out);
    out.writeBoolean(full);
    writeNames(out, names);
    out.writeBoolean(watch != null);
    if (watch != null) {
      writeNames(out, watch.names());
      watch.write(out);
    }
  }

  private void read(DataInput in) throws IOException {
    at = new Context(key, in.readUTF(), in.readLong(), Origin.read(in));
    full = in.readBoolean();
    readNames(in).forEach(this::add);
    if (in.readBoolean()) {
      begin(readNames(in));
      watch.read(in, at);
    }
  }

  private static void writeNames(DataOutput out, List<String> names) throws IOException {
    out.writeInt(names.size());
    for (String name : names) {
      out.writeUTF(name);
    }
  }

  private static List<String> readNames(DataInput in) throws IOException {
    List<String> names = new ArrayList<>();
    for (int n = in.readInt(); n > 0; n--) {
      names.add(in.readUTF());
    }
    return names;
  }
}
