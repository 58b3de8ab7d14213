package org.saccade.operators.samples;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;
import org.saccade.operators.state.Ending;
import org.saccade.operators.state.WriteBehindOperator;
import org.saccade.schemas.DeadLetter;
import org.saccade.schemas.StreamHealth;
import org.saccade.schemas.batch.SampleBatch;
import org.saccade.schemas.flink.RecordTypeInfo;
import org.saccade.schemas.packet.RawSamplePacket;

/**
 * Packets of samples, keyed by stream, through one stage to what it finds.
 *
 * <pre>
 *   packets.keyBy(RawSamplePacket::stream, Types.STRING)
 *       .transform(uid, new RecordTypeInfo&lt;&gt;(Microsaccade.class),
 *           new KeyedSampleOperator&lt;&gt;(parameters, stages, uid))
 *       .uid(uid)
 * </pre>
 *
 * @param <R> what the stage finds
 */
public final class KeyedSampleOperator<R>
    extends WriteBehindOperator<RawSamplePacket, R, SampleStream<R>> {
  /** Gaps, late packets, resets of the clock, what the stage says of the sensor, summaries. */
  public static final OutputTag<StreamHealth> HEALTH =
      new OutputTag<>("stream-health", new RecordTypeInfo<>(StreamHealth.class));

  /** Packets that could not be used. */
  public static final OutputTag<DeadLetter> DEAD_LETTERS =
      new OutputTag<>("dead-letters", new RecordTypeInfo<>(DeadLetter.class));

  private static final long serialVersionUID = 1L;

  private final SampleStreamParameters parameters;
  private final Stages<R> stages;
  private final String uid;
  private transient SampleBatch batch;
  private transient SampleRecords records;
  private transient Counter packetsIn;
  private transient Counter samplesIn;
  private transient Counter found;
  private transient Counter deadLetters;
  private transient Counter health;

  /**
   * Makes a stage a stream; travels to the cluster.
   *
   * @param <R> what they find
   */
  public interface Stages<R> extends Supplier<SampleStage<R>>, Serializable {
    /** All that the outputs depend on, as text. */
    String decisive();
  }

  /**
   * @param uid the operator's uid in the job; part of the ids of its outputs
   */
  public KeyedSampleOperator(SampleStreamParameters parameters, Stages<R> stages, String uid) {
    super(parameters.cacheBytes(), parameters.expiry().toMillis(), parameters.idle().toMillis());
    this.parameters = parameters;
    this.stages = stages;
    this.uid = uid;
  }

  @Override
  public void open() throws Exception {
    super.open();
    batch = new SampleBatch();
    records = new SampleRecords(uid, digest(), getRuntimeContext().getJobInfo().getJobName());
    packetsIn = getMetricGroup().counter("packets_in");
    samplesIn = getMetricGroup().counter("samples_in");
    found = getMetricGroup().counter("found");
    deadLetters = getMetricGroup().counter("dead_letters");
    health = getMetricGroup().counter("health");
  }

  /** First 16 hexadecimal digits of SHA-256 over what the outputs depend on. */
  private String digest() {
    try {
      String text = parameters.decisive() + ";" + stages.decisive();
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  @Override
  protected SampleStream<R> create(String key) {
    return new SampleStream<>(key, parameters, stages.get(), records, new Side(), batch);
  }

  @Override
  protected void process(SampleStream<R> stream, RawSamplePacket packet) {
    packetsIn.inc();
    stream.offer(packet);
  }

  @Override
  protected void end(SampleStream<R> stream, Ending why) {
    stream.end(why);
  }

  @Override
  protected void silent(SampleStream<R> stream) {
    stream.silent();
  }

  /** Records go out without a time stamp of Flink's: sensor time is no Unix time. */
  private final class Side implements SampleOutputs<R> {
    @Override
    public void decoded(int samples) {
      samplesIn.inc(samples);
    }

    @Override
    public void emit(R record) {
      found.inc();
      output.collect(new StreamRecord<>(record));
    }

    @Override
    public void health(StreamHealth record) {
      health.inc();
      output.collect(HEALTH, new StreamRecord<>(record));
    }

    @Override
    public void deadLetter(DeadLetter letter) {
      deadLetters.inc();
      output.collect(DEAD_LETTERS, new StreamRecord<>(letter));
    }
  }
}
