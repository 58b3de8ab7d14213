package org.saccade.connectors.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicNamesTest {
  @Test
  void areTheDefaultsUnlessToldOtherwise() {
    assertThat(TopicNames.DEFAULT.of(Topic.DVS_EVENTS)).isEqualTo("dvs.events");
    assertThat(TopicNames.DEFAULT.of(Topic.DEAD_LETTERS)).isEqualTo("dead-letters");
  }

  @Test
  void changeAllByOnePrefixAndOneByARename() {
    TopicNames names = new TopicNames("lab2.", Map.of("dvs.events", "camera"));

    assertThat(names.of(Topic.DVS_EVENTS)).isEqualTo("lab2.camera");
    assertThat(names.of(Topic.FEATURES)).isEqualTo("lab2.features");
  }

  @Test
  void refuseATopicThatDoesNotExistAndANameThatKafkaRefuses() {
    assertThatThrownBy(() -> new TopicNames("", Map.of("dvs.event", "x")))
        .hasMessageContaining("no topic dvs.event to rename; topics are dvs.events, ");
    assertThatThrownBy(() -> new TopicNames("a b", Map.of()))
        .hasMessageContaining("topic name \"a bdvs.events\"");
  }
}
