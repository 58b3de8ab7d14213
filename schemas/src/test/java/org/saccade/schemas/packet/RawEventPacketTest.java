package org.saccade.schemas.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.saccade.schemas.EventEncoding;

class RawEventPacketTest {
  private static RawEventPacket packet(byte[] record) {
    return new RawEventPacket(
        "cämera",
        "s1",
        7,
        -5,
        1L << 60,
        RawEventPacket.NO_EPOCH,
        1280,
        720,
        EventEncoding.EVT3,
        new byte[] {1, 2, 3},
        42,
        true,
        record,
        2,
        new Origin("dvs.events", 3, 9, 11));
  }

  @Test
  void readsBackEveryFieldThatWasWritten() throws IOException {
    RawEventPacket packet = packet(new byte[] {9, 8, 7, 6});
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    packet.write(new DataOutputStream(out));
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(out.toByteArray()));

    assertThat(RawEventPacket.read(in)).isEqualTo(packet);
    assertThat(in.read()).as("nothing is left").isEqualTo(-1);
  }

  @Test
  void isEqualByContent() {
    assertThat(packet(new byte[] {1, 2, 3})).isEqualTo(packet(new byte[] {1, 2, 3}));
    assertThat(packet(new byte[] {1, 2, 3})).isNotEqualTo(packet(new byte[] {1, 2, 4}));
    assertThat(packet(new byte[] {1, 2, 3}).payloadLength()).isEqualTo(1);
  }
}
