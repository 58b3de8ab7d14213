package org.saccade.connectors.recording.evt;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.saccade.connectors.recording.CannotHoldException;
import org.saccade.connectors.recording.EventWriter;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.batch.TriggerBatch;
import org.saccade.schemas.codec.evt.WordEncoder;

/** Writes a RAW recording: header lines, then the words of an encoder. */
final class EvtWriter implements EventWriter {
  private static final int CHUNK_EVENTS = 4096;

  private final OutputStream out;
  private final String format;
  private final WordEncoder encoder;
  private final byte[] chunk;
  private long events;
  private long edges;

  /** Writes the header lines at once. */
  EvtWriter(OutputStream out, String format, WordEncoder encoder, String lines) throws IOException {
    this.out = out;
    this.format = format;
    this.encoder = encoder;
    chunk = new byte[encoder.mostBytes(CHUNK_EVENTS)];
    out.write(lines.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public void write(EventBatch batch) throws IOException {
    write(batch, 0, batch.size());
  }

  @Override
  public void write(EventBatch batch, TriggerBatch triggers) throws IOException {
    int i = 0;
    for (int k = 0; k < triggers.size(); k++) {
      int next = i;
      while (next < batch.size() && batch.t(next) <= triggers.t(k)) {
        next++;
      }
      write(batch, i, next);
      i = next;
      try {
        out.write(chunk, 0, encoder.encode(triggers, k, k + 1, chunk, 0));
        edges++;
      } catch (IllegalArgumentException e) {
        throw refused("trigger " + edges, e);
      }
    }
    write(batch, i, batch.size());
  }

  private void write(EventBatch batch, int from, int to) throws IOException {
    for (int i = from; i < to; i += CHUNK_EVENTS) {
      int stop = Math.min(to, i + CHUNK_EVENTS);
      int bytes;
      try {
        bytes = encoder.encode(batch, i, stop, chunk, 0);
      } catch (IllegalArgumentException e) {
        writeOneByOne(batch, i, stop);
        continue;
      }
      out.write(chunk, 0, bytes);
      events += stop - i;
    }
  }

  /** For a chunk that cannot be held in one call: writes up to the event that cannot be at all. */
  private void writeOneByOne(EventBatch batch, int from, int to) throws IOException {
    for (int i = from; i < to; i++) {
      int bytes;
      try {
        bytes = encoder.encode(batch, i, i + 1, chunk, 0);
      } catch (IllegalArgumentException e) {
        throw refused("event " + events, e);
      }
      out.write(chunk, 0, bytes);
      events++;
    }
  }

  private CannotHoldException refused(String item, IllegalArgumentException e) {
    String why = e.getMessage().substring(e.getMessage().indexOf(": ") + 2);
    return new CannotHoldException(format, item + ": " + why);
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
