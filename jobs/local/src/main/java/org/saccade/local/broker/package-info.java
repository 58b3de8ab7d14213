/**
 * A real Kafka broker inside this process, for the demo and for tests: Kafka's own server in KRaft
 * mode (one node that is broker and controller), from the jars of Maven Central.
 *
 * <p>It has a temporary folder and ports of its own, listens on the loopback interface alone, and
 * leaves nothing behind, also when the process is interrupted.
 *
 * <p>Start with {@link org.saccade.local.broker.EmbeddedBroker}.
 */
package org.saccade.local.broker;
