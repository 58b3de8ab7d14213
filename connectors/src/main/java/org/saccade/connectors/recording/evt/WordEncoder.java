package org.saccade.connectors.recording.evt;

import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.batch.TriggerBatch;
import org.saccade.schemas.codec.evt.Evt2Encoder;
import org.saccade.schemas.codec.evt.Evt3Encoder;

/** What the encoders of both encodings can do; refusing with IllegalArgumentException. */
interface WordEncoder {
  int maxBytes(int n);

  int encode(EventBatch batch, int from, int to, byte[] out, int offset);

  int encode(TriggerBatch batch, int from, int to, byte[] out, int offset);

  static WordEncoder evt2() {
    Evt2Encoder encoder = new Evt2Encoder();
    return new WordEncoder() {
      @Override
      public int maxBytes(int n) {
        return Evt2Encoder.maxBytes(n);
      }

      @Override
      public int encode(EventBatch batch, int from, int to, byte[] out, int offset) {
        return encoder.encode(batch, from, to, out, offset);
      }

      @Override
      public int encode(TriggerBatch batch, int from, int to, byte[] out, int offset) {
        return encoder.encode(batch, from, to, out, offset);
      }
    };
  }

  static WordEncoder evt3() {
    Evt3Encoder encoder = new Evt3Encoder();
    return new WordEncoder() {
      @Override
      public int maxBytes(int n) {
        return Evt3Encoder.maxBytes(n);
      }

      @Override
      public int encode(EventBatch batch, int from, int to, byte[] out, int offset) {
        return encoder.encode(batch, from, to, out, offset);
      }

      @Override
      public int encode(TriggerBatch batch, int from, int to, byte[] out, int offset) {
        return encoder.encode(batch, from, to, out, offset);
      }
    };
  }
}
