package org.saccade.operators.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.saccade.operators.stage.EventStage;
import org.saccade.schemas.batch.EventBatch;

/** On real recordings the variants named after tonic keep exactly the events that tonic keeps. */
class PublishedFiltersTest {
  private static final String GOLDEN = "derived/tonic_filter_golden.tsv";

  @Test
  void keepTheEventsThatTonicKeeps() throws Exception {
    if (Recordings.absent()) {
      System.out.println("no recordings: filters are not compared with " + GOLDEN);
      return;
    }
    List<String> got = new ArrayList<>();
    List<String> want =
        Files.readAllLines(Recordings.path(GOLDEN)).stream()
            .skip(1)
            .filter(
                line -> !line.contains(".aedat4")) // no reader here: PublishedFiltersOfAedat4Test
            .toList();
    for (String line : want) {
      String[] f = line.split("\t");
      EventBatch batch = Recordings.read(f[0]);
      long micros = Long.parseLong(f[2]);
      EventStage filter =
          f[1].equals("denoise")
              ? new BackgroundActivityParameters(BackgroundActivity.FOUR_NEIGHBOURS, micros).stage()
              : new RefractoryParameters(Refractory.LAST_EVENT, micros).stage();
      int in = batch.size();
      int[] kept = keptIndices(filter, batch);
      got.add(String.join("\t", f[0], f[1], f[2], "" + in, "" + kept.length, digest(kept)));
    }
    assertThat(got).isEqualTo(want);
    assertThat(got).as("five recordings, two filters, two times").hasSize(20);
  }

  /** Event by event: which of them the filter kept is then known without matching times. */
  private static int[] keptIndices(EventStage filter, EventBatch events) {
    filter.open(1280, 720);
    int[] kept = new int[events.size()];
    int n = 0;
    EventBatch one = new EventBatch(1);
    for (int i = 0; i < events.size(); i++) {
      one.clear();
      one.append(events, i, i + 1);
      filter.process(one, events.t(i), output -> {});
      kept[n] = i;
      n += one.size();
    }
    return java.util.Arrays.copyOf(kept, n);
  }

  private static String digest(int[] indices) throws Exception {
    ByteBuffer bytes = ByteBuffer.allocate(4 * indices.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asIntBuffer().put(indices);
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA3-224").digest(bytes.array()));
  }

  @Test
  void aWholeRecordingAtOnceGivesWhatItGivesEventByEvent() throws Exception {
    if (Recordings.absent()) {
      System.out.println("no recordings: whole batches are not compared with single events");
      return;
    }
    for (BackgroundActivity variant : BackgroundActivity.values()) {
      EventBatch events = Recordings.read("expelliarmus/evt3_sample.raw");
      EventBatch want = new EventBatch(events.size());
      for (int i : keptIndices(new BackgroundActivityParameters(variant, 1000).stage(), events)) {
        want.append(events, i, i + 1);
      }
      EventStage filter = new BackgroundActivityParameters(variant, 1000).stage();
      filter.open(1280, 720);
      filter.process(events, 0, output -> {});
      assertThat(events).as(variant.name()).isEqualTo(want);
    }
  }
}
