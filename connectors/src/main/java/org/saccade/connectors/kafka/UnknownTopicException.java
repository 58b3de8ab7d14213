package org.saccade.connectors.kafka;

import java.io.IOException;

/** A topic that the brokers do not have. One line that names it and what to do. */
public final class UnknownTopicException extends IOException {
  private static final long serialVersionUID = 1L;

  UnknownTopicException(String topic, String servers) {
    super(
        "the brokers at "
            + servers
            + " have no topic "
            + topic
            + ": create it, as `saccade topics --create` does with those of the jobs, or name one"
            + " that exists");
  }
}
