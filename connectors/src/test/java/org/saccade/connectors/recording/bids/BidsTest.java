package org.saccade.connectors.recording.bids;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saccade.connectors.recording.RecordingMarker;
import org.saccade.connectors.recording.Samples;
import org.saccade.connectors.recording.SidecarLayouts;
import org.saccade.connectors.recording.UnreadableRecordingException;
import org.saccade.schemas.ChannelType;
import org.saccade.schemas.packet.SampleChannel;

/** A data set in BIDS layout of two subjects, BrainVision files of three channels at 100 Hz. */
class BidsTest {
  private static final String HEADER =
      """
      Brain Vision Data Exchange Header File Version 1.0
      [Common Infos]
      DataFile=%1$s.eeg
      MarkerFile=%1$s.vmrk
      DataFormat=BINARY
      DataOrientation=MULTIPLEXED
      NumberOfChannels=3
      SamplingInterval=10000
      [Binary Infos]
      BinaryFormat=INT_16
      [Channel Infos]
      Ch1=A,,0.5,uV
      Ch2=B,,1,uV
      Ch3=C,,1,n/a
      """;

  @TempDir Path root;

  private Path first;

  @BeforeEach
  void dataset() throws IOException {
    write("dataset_description.json", "{\"Name\": \"x\", \"BIDSVersion\": \"1.10.0\"}");
    write("participants.tsv", "participant_id\tname\nsub-01\tJane Secretname\n");
    first = recording("sub-01/eeg", "sub-01_task-rest_eeg");
    recording("sub-02/ses-a/eeg", "sub-02_ses-a_task-rest_run-2_eeg");
    recording("derivatives/clean/sub-01/eeg", "sub-01_task-rest_eeg");
  }

  private Path write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private Path recording(String folder, String name) throws IOException {
    write(
        folder + "/" + name + ".vmrk",
        "Brain Vision Data Exchange Marker File, Version 1.0\n[Marker Infos]\n"
            + "Mk1=Stimulus,S  1,11,1,0\n");
    ByteBuffer data = ByteBuffer.allocate(2 * 3 * 200).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < 600; i++) {
      data.putShort((short) i);
    }
    Path file = write(folder + "/" + name + ".vhdr", String.format(HEADER, name));
    Files.write(file.resolveSibling(name + ".eeg"), data.array());
    return file;
  }

  private List<Path> expanded(Path folder) throws IOException {
    return SidecarLayouts.expand(List.of(folder), new ArrayList<>());
  }

  @Test
  void aFolderIsItsRecordingsAndDerivativesAreNot() throws IOException {
    List<Path> files = expanded(root);
    assertThat(files.stream().map(f -> f.getFileName().toString()))
        .containsExactly("sub-01_task-rest_eeg.vhdr", "sub-02_ses-a_task-rest_run-2_eeg.vhdr");
    assertThat(expanded(root.resolve("sub-02"))).hasSize(1);
    assertThat(expanded(root.resolve("derivatives"))).hasSize(1);
    assertThat(expanded(first)).containsExactly(first);
  }

  @Test
  void whatIsNoKnownRecordingIsTold() throws IOException {
    write("sub-03/eeg/sub-03_task-rest_eeg.set", "MATLAB");
    List<String> leftOut = new ArrayList<>();
    assertThat(SidecarLayouts.expand(List.of(root), leftOut)).hasSize(2);
    assertThat(leftOut).hasSize(1).first().asString().contains("sub-03_task-rest_eeg.set: is no");
    assertThatThrownBy(() -> expanded(root.resolve("sub-03")))
        .isInstanceOf(UnreadableRecordingException.class)
        .hasMessageContaining("holds no recording that is read");
  }

  @Test
  void withoutSidecarsARecordingIsAsItsFileSays() throws IOException {
    Samples.Content content = Samples.read(first);
    assertThat(content.header().channels().get(0))
        .isEqualTo(new SampleChannel("A", ChannelType.OTHER, "uV", 0.5, 0));
    assertThat(content.markers())
        .containsExactly(new RecordingMarker(100_000, 10_000, "Stimulus/S  1"));
  }

  @Test
  void tablesGiveTypesAndBadChannelsAndTheFilesUnitStays() throws IOException {
    write(
        "sub-01/eeg/sub-01_task-rest_channels.tsv",
        "name\ttype\tunits\tstatus\nA\tEEG\tV\tgood\nB\tEEG\t\u00b5V\tbad\nC\tEOG\tn/a\tn/a\nD\tEEG\tuV\tgood\n");
    Samples.Content content = Samples.read(first);
    assertThat(content.header().channels())
        .containsExactly(
            new SampleChannel("A", ChannelType.EEG, "uV", 0.5, 0),
            new SampleChannel("B", ChannelType.OTHER, "uV", 1, 0),
            new SampleChannel("C", ChannelType.EOG, "n/a", 1, 0));
    assertThat(content.header().fields())
        .containsEntry("bad channels", "B")
        .containsEntry("units in channels.tsv", "A: V, in the file uV")
        .containsEntry("only in channels.tsv", "D");
    assertThat(content.physical().get(0).get(199)).isEqualTo(597 * 0.5);
  }

  @Test
  void rowsOfEventsAreTheMarkersFromTheFirstSampleOn() throws IOException {
    write(
        "sub-01/eeg/sub-01_task-rest_events.tsv",
        "\ufeffonset\tduration\ttrial_type\tvalue\r\n1.5\tn/a\tn/a\t12\r\n0.25\t0.5\tgo\t3\r\n"
            + "n/a\t0\tlost\t1\r\n9\t0\tlate\tn/a\r\n");
    Samples.Content content = Samples.read(first);
    assertThat(content.markers())
        .containsExactly(
            new RecordingMarker(250_000, 500_000, "go"),
            new RecordingMarker(1_500_000, 0, "12"),
            new RecordingMarker(9_000_000, 0, "late"));
    assertThat(content.violations().total()).isEqualTo(1);
  }

  @Test
  void sidecarsHigherUpApplyUnlessANearerOneSaysOtherwise() throws IOException {
    write("task-rest_eeg.json", "{\"PowerLineFrequency\": 50, \"SamplingFrequency\": 100}");
    write("task-other_eeg.json", "{\"PowerLineFrequency\": 1}");
    write("task-rest_channels.tsv", "name\ttype\tunits\nA\tEEG\tuV\n");
    write("sub-02/sub-02_eeg.json", "{\"PowerLineFrequency\": 60}");
    write("sub-02/ses-a/sub-02_ses-a_channels.tsv", "name\ttype\tunits\nA\tEMG\tuV\n");
    Samples.Content one = Samples.read(first);
    Samples.Content two = Samples.read(expanded(root).get(1));
    assertThat(one.header().fields())
        .containsEntry("PowerLineFrequency", "50")
        .doesNotContainKey("SamplingFrequency");
    assertThat(two.header().fields()).containsEntry("PowerLineFrequency", "60");
    assertThat(one.header().channels().get(0).type()).isEqualTo(ChannelType.EEG);
    assertThat(two.header().channels().get(0).type()).isEqualTo(ChannelType.EMG);
  }

  @Test
  void anotherRateInTheJsonIsTold() throws IOException {
    write("eeg.json", "{\"SamplingFrequency\": 250, \"InstitutionName\": \"Secretname\"}");
    assertThat(Samples.read(first).header().fields())
        .containsEntry("SamplingFrequency", "250")
        .doesNotContainValue("Secretname");
  }

  @Test
  void whatCannotBeReadIsToldWithItsFileAndLine() throws IOException {
    String name = "sub-01/eeg/sub-01_task-rest_";
    refuses(name + "eeg.json", "{\n  \"a\": 1,\n  \"Jane Doe\n", "eeg.json: line 3: is no JSON");
    refuses(name + "eeg.json", "[]", "eeg.json: line 1: expected an object");
    refuses(name + "events.tsv", "onset\tx\n1\t2\nsoon\t2\n", "line 3: onset is \"soon\"");
    refuses(name + "events.tsv", "duration\n1\n", "line 1: has no column onset");
    refuses(name + "events.tsv", "onset\tx\n1\n", "line 2: has 1 fields, its first line 2");
    refuses(name + "channels.tsv", "type\nEEG\n", "line 1: has no column name");
  }

  private void refuses(String path, String text, String message) throws IOException {
    Path sidecar = write(path, text);
    assertThatThrownBy(() -> Samples.read(first))
        .isInstanceOf(UnreadableRecordingException.class)
        .hasMessageStartingWith(sidecar.toAbsolutePath().toString())
        .hasMessageContaining(message)
        .hasMessageNotContaining("\n")
        .hasMessageNotContaining("Jane");
    Files.delete(sidecar);
  }
}
