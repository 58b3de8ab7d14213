package org.saccade.connectors.recording;

import org.saccade.schemas.codec.BackwardTime;
import org.saccade.schemas.codec.OutOfFrame;

/**
 * What a caller says of a recording that the recording itself may not say.
 *
 * @param format name of the format, or null: found by content
 * @param width columns where the recording does not say; 0: unknown
 * @param height rows where the recording does not say; 0: unknown
 * @param backwardTime what becomes of events that go back in time
 * @param outOfFrame what becomes of events outside of the frame
 * @param text how lines of text are events
 * @param addresses how addresses of AEDAT 1 and 2 are events
 * @param camera which one, where a recording has several; null: the first
 * @param gaze what is said of recordings of gaze
 * @param samples what of a sampled recording is read
 */
public record ReadOptions(
    String format,
    int width,
    int height,
    BackwardTime backwardTime,
    OutOfFrame outOfFrame,
    TextLayout text,
    AddressLayout addresses,
    String camera,
    GazeOptions gaze,
    SampleOptions samples) {

  /** Found by content; time passes as it is, out-of-frame events are dropped; text is guessed. */
  public static final ReadOptions DEFAULT =
      new ReadOptions(
          null,
          0,
          0,
          BackwardTime.PASS,
          OutOfFrame.DROP,
          TextLayout.GUESS,
          AddressLayout.PUBLISHED,
          null,
          GazeOptions.DEFAULT,
          SampleOptions.DEFAULT);

  public ReadOptions {
    if (width < 0 || height < 0 || width > 1 << 15 || height > 1 << 15) {
      throw new IllegalArgumentException(
          "geometry " + width + "x" + height + " must be between 1x1 and 32768x32768");
    }
  }

  public ReadOptions withFormat(String name) {
    return new ReadOptions(
        name, width, height, backwardTime, outOfFrame, text, addresses, camera, gaze, samples);
  }

  public ReadOptions withGeometry(int columns, int rows) {
    return new ReadOptions(
        format, columns, rows, backwardTime, outOfFrame, text, addresses, camera, gaze, samples);
  }

  public ReadOptions withPolicies(BackwardTime backward, OutOfFrame out) {
    return new ReadOptions(
        format, width, height, backward, out, text, addresses, camera, gaze, samples);
  }

  public ReadOptions withText(TextLayout layout) {
    return new ReadOptions(
        format, width, height, backwardTime, outOfFrame, layout, addresses, camera, gaze, samples);
  }

  public ReadOptions withAddresses(AddressLayout layout) {
    return new ReadOptions(
        format, width, height, backwardTime, outOfFrame, text, layout, camera, gaze, samples);
  }

  public ReadOptions withCamera(String name) {
    return new ReadOptions(
        format, width, height, backwardTime, outOfFrame, text, addresses, name, gaze, samples);
  }

  public ReadOptions withGaze(GazeOptions options) {
    return new ReadOptions(
        format, width, height, backwardTime, outOfFrame, text, addresses, camera, options, samples);
  }

  public ReadOptions withSamples(SampleOptions options) {
    return new ReadOptions(
        format, width, height, backwardTime, outOfFrame, text, addresses, camera, gaze, options);
  }
}
