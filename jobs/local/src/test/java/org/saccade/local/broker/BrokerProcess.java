package org.saccade.local.broker;

import java.util.concurrent.CountDownLatch;

/** A process with a broker in it that waits to be killed; its first line is the broker's folder. */
final class BrokerProcess {
  private BrokerProcess() {}

  public static void main(String[] args) throws Exception {
    EmbeddedBroker broker = EmbeddedBroker.start();
    System.out.println(broker.folder());
    new CountDownLatch(1).await();
  }
}
