package org.saccade.local.broker;

import java.nio.file.Path;
import java.util.Properties;

/** The broker's settings: one node, everything replicated once, sized for a desk. */
final class BrokerProperties {
  /**
   * Largest record batch: packets of events are read up to 16 MiB, and an envelope comes on top.
   */
  static final int MAX_MESSAGE_BYTES = 17 << 20;

  static final int NODE_ID = 1;
  static final String CONTROLLER = "CONTROLLER";

  private BrokerProperties() {}

  static Properties of(Path folder, int port, int controllerPort) {
    Properties p = new Properties();
    p.put("process.roles", "broker,controller");
    p.put("node.id", "" + NODE_ID);
    p.put("controller.quorum.voters", NODE_ID + "@localhost:" + controllerPort);
    p.put(
        "listeners",
        "PLAINTEXT://localhost:" + port + "," + CONTROLLER + "://localhost:" + controllerPort);
    p.put("controller.listener.names", CONTROLLER);
    p.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
    p.put("inter.broker.listener.name", "PLAINTEXT");
    p.put("log.dirs", folder.toString());
    for (String topic : new String[] {"offsets.topic", "transaction.state.log"}) {
      p.put(topic + ".replication.factor", "1");
      p.put(topic + ".num.partitions", "1");
    }
    p.put("transaction.state.log.min.isr", "1");
    p.put("share.coordinator.state.topic.replication.factor", "1");
    p.put("share.coordinator.state.topic.min.isr", "1");
    p.put("share.coordinator.state.topic.num.partitions", "1");
    p.put("group.initial.rebalance.delay.ms", "0");
    p.put("auto.create.topics.enable", "false");
    p.put("log.message.timestamp.type", "LogAppendTime");
    p.put("message.max.bytes", "" + MAX_MESSAGE_BYTES);
    p.put("replica.fetch.max.bytes", "" + MAX_MESSAGE_BYTES);
    p.put("log.segment.bytes", "" + (256 << 20));
    p.put("num.network.threads", "2");
    p.put("num.io.threads", "2");
    p.put("log.cleaner.dedupe.buffer.size", "" + (2 << 20));
    return p;
  }
}
