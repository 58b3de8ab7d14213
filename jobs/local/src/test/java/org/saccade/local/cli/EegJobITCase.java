package org.saccade.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.jobs.config.JobConfiguration;
import org.saccade.local.demo.Demo;
import org.saccade.simulators.eeg.EegEpisode;
import org.saccade.simulators.eeg.EegEpisode.Kind;
import org.saccade.simulators.eeg.EegParameters;
import org.saccade.simulators.eeg.EegSimulation;
import org.saccade.simulators.eeg.Montage;
import org.saccade.simulators.eeg.SimulatedEeg;

/** EEG through the neural job in this process: {@code run neural} over a file, and the demo. */
class EegJobITCase {
  @TempDir Path folder;

  @Test
  void aRecordingInWhichThingsGoWrongIsRunFromItsFile() throws IOException {
    int rate = 250;
    SimulatedEeg eeg =
        new EegSimulation(
                EegParameters.DEFAULTS,
                Montage.of(8),
                rate,
                60,
                3,
                List.of(
                    new EegEpisode(Kind.GAP, -1, 10 * rate, 14 * rate, 0),
                    new EegEpisode(Kind.DEAD, 2, 20 * rate, 30 * rate, 0),
                    new EegEpisode(Kind.GAIN, -1, 40 * rate, 50 * rate, 0.4)))
            .run();
    Path out = folder.resolve("out.jsonl");
    Told told = Told.by("run", "neural", "--input", brainVision(eeg), "--output", out.toString());
    assertThat(told.status()).as(told.err()).isZero();
    List<JsonNode> records = new ArrayList<>();
    for (String line : Files.readAllLines(out)) {
      JsonNode record = new ObjectMapper().readTree(line);
      records.add(record.has("record") ? record.get("record") : record);
    }
    // A window a second, less those of the gap and those under the other gain.
    assertThat(of(records, "Feature")).hasSize(5 * 41);
    List<JsonNode> closed =
        of(records, "StreamHealth").stream()
            .filter(h -> h.get("state").asText().equals("CLOSED"))
            .toList();
    assertThat(closed)
        .extracting(h -> h.get("kind").asText())
        .containsExactlyInAnyOrder("GAP", "FLAT", "GAIN");
    for (JsonNode health : closed) {
      double[] interval =
          switch (health.get("kind").asText()) {
            case "GAP" -> new double[] {10, 14};
            case "FLAT" -> new double[] {20, 30};
            default -> new double[] {40, 50};
          };
      JsonNode from = health.get("provenance");
      assertThat(from.get("start").asLong() / 1e6).isCloseTo(interval[0], within(0.03));
      assertThat(from.get("end").asLong() / 1e6).isCloseTo(interval[1], within(0.03));
    }
    assertThat(of(records, "StreamHealth"))
        .extracting(h -> h.get("kind").asText())
        .containsOnly("GAP", "FLAT", "GAIN", "SUMMARY");
  }

  /**
   * Sample of the marker; three values, sum and sum of squares of an epoch, in microvolts: of
   * MNE-Python 1.13.2.
   *
   * <pre>
   *   raw = mne.io.read_raw_brainvision("test.vhdr", preload=True)
   *   events, _ = mne.events_from_annotations(raw)
   *   raw.pick(["FP1", "F3", "C4", "O1"])
   *   d = mne.Epochs(raw, events, {"S255": 255, "254": 254}, tmin=-0.2, tmax=0.5,
   *                  baseline=(-0.2, 0), reject=dict(eeg=53.2e-6), preload=True).get_data() * 1e6
   *   d[e, 0, 0], d[e, 1, 350], d[e, 3, 700], d[e].sum(), (d[e] ** 2).sum()
   * </pre>
   */
  private static final double[][] MNE = {
    {
      3252,
      -24.567164179104477,
      -24.88557213930348,
      24.44527363184079,
      3252.7164179104466,
      1627184.7171852181
    },
    {
      3262,
      -24.069651741293534,
      -24.41542288557214,
      24.92786069651741,
      5196.522388059697,
      1627108.2041409863
    },
    {
      6619,
      -24.393034825870647,
      25.7363184079602,
      24.55223880597015,
      -2920.644278606965,
      1631255.4856872354
    },
    {
      6629,
      -24.370646766169155,
      25.213930348258707,
      25.049751243781092,
      -964.6691542288571,
      1632761.521404173
    }
  };

  @Test
  void epochsOfARecordingAreThoseOfMne() throws IOException {
    Path file =
        Path.of(System.getProperty("saccade.recordings", "none"), "neuro/brainvision/test.vhdr");
    assumeTrue(Files.exists(file), "no recording " + file + " (-Dsaccade.recordings)");
    Path out = folder.resolve("epochs.jsonl");
    List<String> run =
        new ArrayList<>(List.of("run", "neural", "--input", file.toString(), "--output"));
    run.add(out.toString());
    for (String set :
        List.of(
            "neural.channels=FP1, F3, C4, O1",
            "neural.bad-channels=keep",
            "neural.high-pass=off",
            "neural.notch=off",
            "neural.reference=off",
            "neural.features=off",
            "neural.detect=off",
            "neural.epochs=Stimulus/S255, Event/254",
            "neural.epochs.reject.microvolts=53.2")) {
      run.addAll(List.of("--set", set));
    }
    Told told = Told.by(run.toArray(String[]::new));
    assertThat(told.status()).as(told.err()).isZero();
    List<JsonNode> records = new ArrayList<>();
    for (String line : Files.readAllLines(out)) {
      records.add(new ObjectMapper().readTree(line));
    }
    List<JsonNode> epochs = of(records, "Epoch");
    assertThat(epochs).hasSize(MNE.length);
    for (int e = 0; e < MNE.length; e++) {
      JsonNode epoch = epochs.get(e);
      JsonNode values = epoch.get("values");
      double sum = 0;
      double squares = 0;
      for (JsonNode channel : values) {
        assertThat(channel).hasSize(701);
        for (JsonNode value : channel) {
          sum += value.asDouble();
          squares += value.asDouble() * value.asDouble();
        }
      }
      double[] found = {
        epoch.get("sample").asDouble(),
        values.get(0).get(0).asDouble(),
        values.get(1).get(350).asDouble(),
        values.get(3).get(700).asDouble(),
        sum,
        squares
      };
      for (int k = 0; k < found.length; k++) {
        assertThat(found[k]).isCloseTo(MNE[e][k], within(1e-9 * Math.abs(MNE[e][k])));
      }
    }
    assertThat(of(records, "StreamHealth"))
        .extracting(h -> h.get("detail").asText())
        .filteredOn(d -> d.contains("no epoch"))
        .containsExactly(
            "no epoch around marker \"Stimulus/S255\": rejected, amplitude in channel O1",
            "no epoch around marker \"Event/254\": rejected, amplitude in channel FP1",
            "no epoch around marker \"Stimulus/S255\": rejected, amplitude in channel FP1",
            "no epoch around marker \"Stimulus/S255\": rejected, amplitude in channel F3");
  }

  private static List<JsonNode> of(List<JsonNode> records, String type) {
    return records.stream().filter(r -> r.get("type").asText().equals(type)).toList();
  }

  /** As the amplifier's software writes it: a segment a stretch, 16 bits, tenths of microvolts. */
  private String brainVision(SimulatedEeg eeg) throws IOException {
    StringBuilder header =
        new StringBuilder("Brain Vision Data Exchange Header File Version 1.0\n[Common Infos]\n");
    header.append("DataFile=night.eeg\nMarkerFile=night.vmrk\nDataFormat=BINARY\n");
    header.append("DataOrientation=MULTIPLEXED\nNumberOfChannels=").append(eeg.names().size());
    header.append("\nSamplingInterval=").append(1e6 / eeg.rate());
    header.append("\n[Binary Infos]\nBinaryFormat=INT_16\n[Channel Infos]\n");
    for (int c = 0; c < eeg.names().size(); c++) {
      header.append("Ch").append(c + 1).append("=C").append(c + 1).append("z,,0.1,uV\n");
    }
    StringBuilder markers =
        new StringBuilder(
            "Brain Vision Data Exchange Marker File, Version 1.0\n[Common Infos]\n"
                + "DataFile=night.eeg\n[Marker Infos]\n");
    ByteBuffer data =
        ByteBuffer.allocate(2 * eeg.names().size() * eeg.size()).order(ByteOrder.LITTLE_ENDIAN);
    LocalDateTime begin = LocalDateTime.of(2026, 3, 4, 5, 6, 7);
    int mark = 0;
    for (SimulatedEeg.Stretch s : eeg.stretches()) {
      LocalDateTime at = begin.plus(Math.round(1e6 * s.from() / eeg.rate()), ChronoUnit.MICROS);
      markers
          .append("Mk")
          .append(++mark)
          .append("=New Segment,,")
          .append(data.position() / (2 * eeg.names().size()) + 1)
          .append(",1,0,")
          .append(at.format(DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSSSSS")))
          .append('\n');
      for (int i = s.from(); i < s.to(); i++) {
        for (double[] channel : eeg.microvolts()) {
          data.putShort((short) Math.rint(10 * channel[i]));
        }
      }
    }
    byte[] written = new byte[data.position()];
    data.flip().get(written);
    Files.write(folder.resolve("night.eeg"), written);
    Files.writeString(folder.resolve("night.vmrk"), markers);
    return Files.writeString(folder.resolve("night.vhdr"), header).toString();
  }

  @Test
  void theDemoFindsWhatIsTrueOfSimulatedEegAndTellsGesturesApart() throws Exception {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    Demo demo =
        new Demo(
                JobConfiguration.load(null, Map.of(), List.of()),
                List.of(),
                ReadOptions.DEFAULT,
                Double.POSITIVE_INFINITY,
                true)
            .withGestures(folder);
    JsonNode root =
        new ObjectMapper()
            .readTree(
                demo.run(new PrintStream(printed, true, StandardCharsets.UTF_8), b -> {}).json());
    JsonNode brain = root.get("brains").get("eeg");
    assertThat(brain.get("samplesIn").asInt()).isEqualTo(250 * 120 - 300);
    List<String> kinds = new ArrayList<>();
    brain.get("health").forEach(h -> kinds.add(h.get("kind").asText()));
    assertThat(kinds).containsExactly("GAP", "FLAT", "GAIN");
    JsonNode alpha = root.get("series").get("eeg").get("eeg_alpha");
    assertThat(alpha.get("firstDrift").get("direction").asText()).isEqualTo("UP");
    assertThat(alpha.get("firstDrift").get("began").asLong()).isBetween(67_000_000L, 69_500_000L);
    JsonNode seen = root.get("gestures");
    assertThat(seen.get("gestures").asInt()).isEqualTo(10);
    assertThat(seen.get("rightGestures").asInt()).isBetween(8, 10);
    // Of 1.5 s, four or five windows of 0.5 s that begin at multiples of 0.25 s.
    assertThat(seen.get("windows").asInt()).isBetween(40, 50);
    assertThat(seen.get("rightWindows").asInt()).isGreaterThan(30);
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains(seen.get("rightGestures").asInt() + " of 10 gestures right, ")
        .contains("channel F3 is dead", "FLAT from 55.50 to 62.00 s", "drift of eeg_alpha, UP");
  }
}
