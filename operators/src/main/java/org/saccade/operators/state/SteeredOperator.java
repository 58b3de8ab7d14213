package org.saccade.operators.state;

import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedMultiInput;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.transformations.TwoInputTransformation;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.saccade.operators.paged.Paged;

/**
 * A keyed operator with a second input that every subtask hears: commands. They are kept in
 * broadcast state by a name each, so that keys which come later, and a restored operator at another
 * parallelism, know them too.
 *
 * @param <I> records in, keyed
 * @param <C> commands in, to all
 * @param <O> records out
 * @param <S> a key's object
 */
public abstract class SteeredOperator<I, C, O, S extends Paged> extends KeyedObjects<O, S>
    implements TwoInputStreamOperator<I, C, O>, BoundedMultiInput {
  private static final long serialVersionUID = 1L;

  private final TypeInformation<C> commandType;
  private transient BroadcastState<String, C> commands;
  private transient Work<S, I> processing;

  /**
   * As {@link KeyedObjects}.
   *
   * @param commandType what Flink knows of the commands
   */
  protected SteeredOperator(
      long cacheBytes, long expiryMillis, long silenceMillis, TypeInformation<C> commandType) {
    super(cacheBytes, expiryMillis, silenceMillis);
    this.commandType = commandType;
  }

  /** Works on one record of the object's key. */
  protected abstract void process(S object, I record) throws Exception;

  /**
   * A command came.
   *
   * @param kept the commands that are kept, by their names; to be added to
   */
  protected abstract void command(C command, BroadcastState<String, C> kept) throws Exception;

  /** The commands that are kept, once it starts and whenever {@link #command} is through. */
  protected abstract void commanded(Iterable<C> kept);

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    commands =
        context
            .getOperatorStateStore()
            .getBroadcastState(new MapStateDescriptor<>("commands", Types.STRING, commandType));
  }

  @Override
  public void open() throws Exception {
    super.open();
    processing = this::process;
    commanded(values());
  }

  private Iterable<C> values() throws Exception {
    java.util.List<C> all = new java.util.ArrayList<>();
    commands.immutableEntries().forEach(entry -> all.add(entry.getValue()));
    return all;
  }

  @Override
  public void processElement1(StreamRecord<I> element) throws Exception {
    withObject(element.getValue(), processing);
  }

  @Override
  public void processElement2(StreamRecord<C> element) throws Exception {
    command(element.getValue(), commands);
    commanded(values());
  }

  /** The keys end with the records; commands alone keep nothing going. */
  @Override
  public void endInput(int input) throws Exception {
    if (input == 1) {
      endAll();
    }
  }

  /**
   * Connects the records, by key, and the commands, to all, with the operator. Flink's own {@code
   * connect} knows keyed with keyed only, or a function in the place of an operator.
   */
  public static <I, C, O, S extends Paged> SingleOutputStreamOperator<O> connect(
      KeyedStream<I, String> records,
      DataStream<C> commands,
      String uid,
      TypeInformation<O> outputType,
      SteeredOperator<I, C, O, S> operator) {
    TwoInputTransformation<I, C, O> transformation =
        new TwoInputTransformation<>(
            records.getTransformation(),
            commands.broadcast().getTransformation(),
            uid,
            operator,
            outputType,
            records.getExecutionEnvironment().getParallelism(),
            false);
    KeySelector<I, String> key = records.getKeySelector();
    transformation.setStateKeySelectors(key, null);
    transformation.setStateKeyType(records.getKeyType());
    transformation.setUid(uid);
    records.getExecutionEnvironment().addOperator(transformation);
    return new Connected<>(records, transformation);
  }

  /** The constructor that Flink keeps for its own. */
  private static final class Connected<O> extends SingleOutputStreamOperator<O> {
    Connected(DataStream<?> of, TwoInputTransformation<?, ?, O> transformation) {
      super(of.getExecutionEnvironment(), transformation);
    }
  }
}
