package org.saccade.connectors.recording;

/**
 * How a recording is written, where the format leaves a choice.
 *
 * @param text layout of text formats
 */
public record WriteOptions(TextLayout text) {
  public static final WriteOptions DEFAULT =
      new WriteOptions(new TextLayout("txyp", TextLayout.Unit.MICROSECONDS, ','));
}
