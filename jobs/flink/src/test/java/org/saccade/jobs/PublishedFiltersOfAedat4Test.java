package org.saccade.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.connectors.recording.RecordingReader;
import org.saccade.operators.filter.BackgroundActivity;
import org.saccade.operators.filter.BackgroundActivityParameters;
import org.saccade.operators.filter.Refractory;
import org.saccade.operators.filter.RefractoryParameters;
import org.saccade.operators.stage.EventStage;
import org.saccade.schemas.batch.EventBatch;

/**
 * What tonic's filters keep of an AEDAT 4 recording: the rows of their golden output that the tests
 * of the filters, which have no such reader, leave to this one.
 */
class PublishedFiltersOfAedat4Test {

  @Test
  void keepTheEventsThatTonicKeeps() throws Exception {
    Path folder = Path.of(System.getProperty("saccade.recordings", "recordings"), "events");
    Path golden = folder.resolve("derived/tonic_filter_golden.tsv");
    if (!Files.exists(golden)) {
      System.out.println("no recordings: filters of AEDAT 4 are not compared with " + golden);
    }
    assumeTrue(Files.exists(golden));
    List<String> want =
        Files.readAllLines(golden).stream().filter(line -> line.contains(".aedat4")).toList();
    List<String> got = new ArrayList<>();
    for (String line : want) {
      String[] row = line.split("\t");
      long micros = Long.parseLong(row[2]);
      EventStage filter =
          row[1].equals("denoise")
              ? new BackgroundActivityParameters(BackgroundActivity.FOUR_NEIGHBOURS, micros).stage()
              : new RefractoryParameters(Refractory.LAST_EVENT, micros).stage();
      filter.open(1280, 720);
      ByteBuffer kept = ByteBuffer.allocate(1 << 20).order(ByteOrder.LITTLE_ENDIAN);
      int events = 0;
      try (RecordingReader reader =
          RecordingReader.open(folder.resolve(row[0]), ReadOptions.DEFAULT)) {
        EventBatch batch = new EventBatch(1);
        while (reader.read(batch)) {
          int before = batch.size();
          filter.process(batch, 0, output -> {});
          if (batch.size() > 0) {
            kept.putInt(events);
          }
          events += before;
        }
      }
      byte[] digest = MessageDigest.getInstance("SHA3-224").digest(bytes(kept.flip()));
      String hex = HexFormat.of().formatHex(digest);
      got.add(String.join("\t", row[0], row[1], row[2], "" + events, "" + kept.limit() / 4, hex));
    }
    assertThat(got).isEqualTo(want).hasSize(4);
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }
}
