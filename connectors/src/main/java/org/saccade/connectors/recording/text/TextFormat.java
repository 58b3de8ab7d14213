package org.saccade.connectors.recording.text;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.saccade.connectors.recording.EventFormat;
import org.saccade.connectors.recording.EventWriter;
import org.saccade.connectors.recording.Head;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.connectors.recording.RecordingHeader;
import org.saccade.connectors.recording.TextLayout;
import org.saccade.connectors.recording.WriteOptions;
import org.saccade.schemas.codec.EventDecoder;
import org.saccade.schemas.codec.ViolationCounts;

/** CSV and other lines of text, one event a line. */
public final class TextFormat implements EventFormat {
  private static final int MIN_PERCENT = 75;
  private static final int PLAUSIBLE = 90;
  private static final int NAMED = 100;

  private static final String COLUMNS = "columns";
  private static final String UNIT = "unit";
  private static final String SEPARATOR = "separator";

  @Override
  public String name() {
    return "csv";
  }

  @Override
  public String description() {
    return "text, one event a line: CSV, or t x y p in seconds (rpg)";
  }

  @Override
  public String extension() {
    return ".csv";
  }

  @Override
  public Optional<Recognised> recognise(Head head, ReadOptions options) {
    TextHead text = TextHead.of(head, options.text());
    boolean named = name().equalsIgnoreCase(options.format());
    // A header line that names the columns is enough for a recording without events.
    boolean headed = text.dataOffset() > 3 && text.percentEvents() == 100;
    boolean plausible =
        text.events() > 0 && text.percentEvents() >= MIN_PERCENT || headed && text.width() == 0;
    if (!named && !plausible) {
      return Optional.empty();
    }
    boolean told = options.width() > 0 && options.height() > 0;
    boolean stated = text.width() > 0;
    RecordingHeader header =
        new RecordingHeader(
            name(),
            stated ? text.width() : told ? options.width() : 0,
            stated ? text.height() : told ? options.height() : 0,
            fields(text.layout()),
            text.dataOffset(),
            null,
            new ViolationCounts());
    return Optional.of(new Recognised(header, named ? NAMED : PLAUSIBLE));
  }

  private static Map<String, String> fields(TextLayout layout) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put(COLUMNS, layout.columns());
    fields.put(UNIT, layout.unit().name());
    fields.put(SEPARATOR, String.valueOf(layout.separator()));
    return fields;
  }

  /**
   * @throws IllegalArgumentException if the header is not one that {@link #recognise} made
   */
  @Override
  public EventDecoder decoder(RecordingHeader header, ReadOptions options) {
    Map<String, String> fields = header.fields();
    if (!fields.containsKey(COLUMNS)) {
      throw new IllegalArgumentException("header has no layout of columns: " + header);
    }
    return new TextDecoder(
        new TextLayout(
            fields.get(COLUMNS),
            TextLayout.Unit.valueOf(fields.get(UNIT)),
            fields.get(SEPARATOR).charAt(0)));
  }

  @Override
  public EventWriter writer(OutputStream out, RecordingHeader header, WriteOptions options)
      throws IOException {
    return new TextWriter(out, options.text());
  }
}
