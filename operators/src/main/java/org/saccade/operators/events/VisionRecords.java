package org.saccade.operators.events;

import java.nio.ByteBuffer;
import org.saccade.operators.flow.FlowOutput;
import org.saccade.operators.frame.FrameOutput;
import org.saccade.operators.frame.FramePixels;
import org.saccade.operators.track.TrackOutput;
import org.saccade.schemas.Flow;
import org.saccade.schemas.Frame;
import org.saccade.schemas.FrameContent;
import org.saccade.schemas.PixelFormat;
import org.saccade.schemas.Provenance;
import org.saccade.schemas.Track;
import org.saccade.schemas.TrackState;
import org.saccade.schemas.codec.FlowPayload;
import org.saccade.schemas.codec.FramePayload;

/** Frames, flow and tracks as records. What stages use again is copied here. */
final class VisionRecords {
  private VisionRecords() {}

  static Frame frame(FrameOutput f, Provenance provenance) {
    FramePixels p = f.pixels();
    FramePayload.Packed packed = FramePayload.pack(p.data());
    return new Frame(
        provenance,
        FrameContent.valueOf(p.content().name()),
        p.width(),
        p.height(),
        p.planes(),
        p.binning(),
        PixelFormat.valueOf("UINT" + 8 * p.content().bytes()),
        p.content().scale(),
        p.tauMicros(),
        f.events(),
        packed.compression(),
        packed.bytes());
  }

  static Flow flow(FlowOutput f, Provenance provenance) {
    int count = f.vectors().size();
    return new Flow(
        provenance,
        f.vx(),
        f.vy(),
        f.speed(),
        f.residual(),
        f.events(),
        count,
        ByteBuffer.wrap(FlowPayload.encode(f.vectors(), 0, count)));
  }

  static Track track(TrackOutput t, Provenance provenance) {
    return new Track(
        provenance,
        t.track(),
        TrackState.valueOf(t.state().name()),
        t.end(),
        t.born(),
        t.x(),
        t.y(),
        t.vx(),
        t.vy(),
        t.spreadX(),
        t.spreadY(),
        t.events());
  }
}
