package org.saccade.connectors.recording;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.batch.OtherItems;
import org.saccade.schemas.codec.ViolationCounts;

/**
 * What one pass over a recording shows. Of a recording without events the largest coordinates are
 * -1, and times are those of its edges and items; of one that holds nothing they are 0.
 *
 * @param header what the recording says of itself
 * @param holds what it mainly holds: {@code events}, {@code triggers}, or a kind of item
 * @param events how many
 * @param on how many of them are ON
 * @param triggers edges of trigger inputs
 * @param items other items by kind, as {@code cat --items} has it: {@code imu}, {@code frames} and
 *     those of {@link ItemBatch.Kind}; kinds that are not there are left out
 * @param declared items by kind as the recording counts them itself, {@code events} and {@code
 *     triggers} among them; empty where it does not
 * @param firstT time of the first event, or else edge or item, microseconds
 * @param lastT time of the last
 * @param minT earliest time; below {@code firstT} where time goes back
 * @param maxT latest time
 * @param maxX largest column
 * @param maxY largest row
 * @param monotonic whether no event is earlier than the one before
 * @param sdkShiftMicros what the vendor's SDK subtracts from the times; 0 where it has no such
 *     custom
 * @param violations what was wrong
 */
public record RecordingScan(
    RecordingHeader header,
    String holds,
    long events,
    long on,
    long triggers,
    Map<String, Long> items,
    Map<String, Long> declared,
    long firstT,
    long lastT,
    long minT,
    long maxT,
    int maxX,
    int maxY,
    boolean monotonic,
    long sdkShiftMicros,
    ViolationCounts violations) {
  private static final int BATCH = 8192;
  private static final int OTHERS = 256;

  /** Reads a file from its start to its end. */
  public static RecordingScan of(Path path, ReadOptions options) throws IOException {
    try (RecordingReader reader = RecordingReader.open(path, options)) {
      Map<String, Long> declared = Map.of();
      if (Files.isRegularFile(path)) {
        try (SeekableByteChannel channel = Files.newByteChannel(path)) {
          declared = reader.format().declared(channel, reader.header(), options);
        }
      }
      return of(reader, declared);
    }
  }

  /** Reads a fresh reader to its end; the caller closes it. */
  public static RecordingScan of(RecordingReader reader) throws IOException {
    return of(reader, Map.of());
  }

  private static RecordingScan of(RecordingReader reader, Map<String, Long> declared)
      throws IOException {
    EventBatch batch = new EventBatch(BATCH);
    long events = 0;
    long on = 0;
    long triggers = 0;
    Map<String, Long> items = new TreeMap<>();
    long firstT = 0;
    long lastT = 0;
    long minT = Long.MAX_VALUE;
    long maxT = Long.MIN_VALUE;
    int maxX = -1;
    int maxY = -1;
    boolean monotonic = true;
    reader.readItems();
    OtherItems others = reader.format().holdsOthers() ? new OtherItems(OTHERS) : null;
    TimeSpan beside = new TimeSpan();
    while (reader.read(batch, others)) {
      count(others, items, beside);
      for (int i = 0; i < reader.items().size(); i++) {
        items.merge(reader.items().kind(i).toString(), 1L, Long::sum);
        beside.add(reader.items().t(i));
      }
      for (int i = 0; i < reader.triggers().size(); i++) {
        beside.add(reader.triggers().t(i));
      }
      triggers += reader.triggers().size();
      int n = batch.size();
      if (n == 0) {
        continue;
      }
      long[] t = batch.t();
      firstT = events == 0 ? t[0] : firstT;
      long previous = events == 0 ? t[0] : lastT;
      for (int i = 0; i < n; i++) {
        monotonic &= t[i] >= previous;
        previous = t[i];
        minT = Math.min(minT, t[i]);
        maxT = Math.max(maxT, t[i]);
        maxX = Math.max(maxX, batch.x(i));
        maxY = Math.max(maxY, batch.y(i));
        on += batch.p(i);
      }
      lastT = previous;
      events += n;
    }
    return new RecordingScan(
        reader.header(),
        reader.format().holds(reader.header()),
        events,
        on,
        triggers,
        Collections.unmodifiableMap(items),
        declared,
        events == 0 ? beside.first() : firstT,
        events == 0 ? beside.last() : lastT,
        events == 0 ? beside.min() : minT,
        events == 0 ? beside.max() : maxT,
        maxX,
        maxY,
        monotonic,
        reader.sdkShiftMicros(),
        reader.violations());
  }

  private static void count(OtherItems others, Map<String, Long> items, TimeSpan times) {
    if (others != null && others.imu().size() > 0) {
      items.merge("imu", (long) others.imu().size(), Long::sum);
      for (int i = 0; i < others.imu().size(); i++) {
        times.add(others.imu().t(i));
      }
    }
    if (others != null && others.hasFrame()) {
      items.merge("frames", 1L, Long::sum);
      times.add(others.frame().t());
    }
  }

  /** Whether nothing was read that has a time. */
  public boolean isEmpty() {
    return events == 0 && triggers == 0 && items.isEmpty();
  }

  /** How many of a kind were read. */
  public long read(String kind) {
    return switch (kind) {
      case "events" -> events;
      case "triggers" -> triggers;
      default -> items.getOrDefault(kind, 0L);
    };
  }

  /** Whether as many of each kind were read as the recording declares. */
  public boolean isAsDeclared() {
    return declared.entrySet().stream().allMatch(e -> e.getValue() == read(e.getKey()));
  }

  /** Name of the format. */
  public String format() {
    return header.format();
  }

  /** Microseconds from the earliest time to the latest. */
  public long durationMicros() {
    return maxT - minT;
  }

  /**
   * The header, with the smallest geometry that holds all events where it has none: for formats
   * that do not say it. The sensor may be larger.
   */
  public RecordingHeader headerWithGeometry() {
    return header.hasGeometry() || events == 0 ? header : header.withGeometry(maxX + 1, maxY + 1);
  }
}
