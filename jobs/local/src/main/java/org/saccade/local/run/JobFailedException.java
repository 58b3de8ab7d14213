package org.saccade.local.run;

/** A job that could not be started or did not end well. */
public final class JobFailedException extends Exception {
  private static final long serialVersionUID = 1L;

  JobFailedException(String message, Throwable cause) {
    super(message, cause);
  }

  /** With the reason at the bottom of what Flink tells. */
  static JobFailedException of(Throwable e) {
    Throwable reason = e;
    while (reason.getCause() != null && !namesThePlace(reason)) {
      reason = reason.getCause();
    }
    return new JobFailedException("the job failed: " + text(reason), e);
  }

  /** Whether it is its cause's message behind a place: {@code bars.raw: packet 7: …}. */
  private static boolean namesThePlace(Throwable e) {
    String message = e.getMessage();
    String below = e.getCause().getMessage();
    return message != null
        && below != null
        && message.endsWith(": " + below)
        && !message.equals(e.getCause().toString())
        && !message.endsWith(e.getCause().getClass().getName() + ": " + below);
  }

  /**
   * Messages of one word, such as the name of a class, say nothing without the exception's name.
   */
  private static String text(Throwable e) {
    String message = e.getMessage();
    if (message == null) {
      return e.getClass().getSimpleName();
    }
    return message.strip().contains(" ") ? message : e.getClass().getSimpleName() + ": " + message;
  }
}
