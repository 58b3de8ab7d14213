package org.saccade.connectors.recording.brainvision;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.saccade.connectors.recording.Head;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.connectors.recording.SampleFormat;
import org.saccade.connectors.recording.SampleHeader;
import org.saccade.connectors.recording.SampleRecording;
import org.saccade.connectors.recording.SegmentedRecording.Segment;
import org.saccade.schemas.SampleEncoding;
import org.saccade.schemas.codec.Violation;
import org.saccade.schemas.codec.ViolationCounts;

/** BrainVision, by its header file. */
public final class BrainVisionFormat implements SampleFormat {
  private static final int SIGNATURE = 100;

  @Override
  public String name() {
    return "brainvision";
  }

  @Override
  public String description() {
    return "BrainVision (.vhdr with its .vmrk and .eeg): binary and text, multiplexed and vectorized";
  }

  @Override
  public String extension() {
    return ".vhdr";
  }

  @Override
  public int certainty(Head head) {
    boolean marked = head.length() > 3 && head.bytes()[0] == (byte) 0xef;
    String mark = marked ? "\u00ef\u00bb\u00bf" : "";
    for (String first :
        List.of("Brain Vision Data Exchange Header", "BrainVision Data Exchange Header")) {
      if (startsWith(head, mark + first)) {
        return SIGNATURE;
      }
    }
    return 0;
  }

  private static boolean startsWith(Head head, String latin) {
    for (int i = 0; i < latin.length(); i++) {
      if (i >= head.length() || (head.bytes()[i] & 0xff) != latin.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public SampleRecording open(Path path, Head head, ReadOptions options) throws IOException {
    BrainVisionHeader header = BrainVisionHeader.read(path);
    MarkerFile markers =
        new MarkerFile(header.markers() == null ? IniText.of("") : IniText.read(header.markers()));
    ViolationCounts violations = new ViolationCounts();
    violations.add(Violation.MISSING_HEADER, header.markers() == null ? 1 : 0);
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("format", header.format() == null ? "ASCII" : header.format().name());
    fields.put("orientation", header.vectorized() ? "VECTORIZED" : "MULTIPLEXED");
    SampleHeader told =
        new SampleHeader(
            name(),
            header.channels(),
            header.rate(),
            header.format() == null ? SampleEncoding.FLOAT64 : header.format().encoding(),
            markers.epochMicros(header.rate()),
            fields);
    List<Segment> segments = markers.segments(header.rate());
    violations.add(markers.violations());
    if (header.format() == null) {
      return TextSamples.open(header, told, segments, markers, violations);
    }
    long bytes = Files.size(header.data());
    long point = (long) header.format().width() * header.channels().size();
    violations.add(Violation.TRUNCATED_TAIL, bytes % point);
    return new BinarySamples(
        header,
        told,
        bytes / point,
        segments,
        markers.markers(told, segments),
        violations,
        FileChannel.open(header.data()));
  }
}
