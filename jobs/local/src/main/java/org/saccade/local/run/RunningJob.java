package org.saccade.local.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.core.execution.JobClient;

/** A job in this process, cancelled when it is closed. */
public final class RunningJob implements AutoCloseable {
  private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
  private static final long PATIENCE_SECONDS = 30;

  private final JobClient client;
  private boolean ended;

  public RunningJob(JobClient client) {
    this.client = client;
  }

  /** Waits until it runs. */
  public void awaitRunning() throws Exception {
    while (status() != JobStatus.RUNNING) {
      failIfEnded();
      LockSupport.parkNanos(LOOK_AGAIN_NANOS);
    }
  }

  /**
   * Waits until every one of its tasks runs, asking Flink's REST endpoint: a job is called running
   * long before its source reads.
   */
  public void awaitTasks(int restPort) throws Exception {
    awaitRunning();
    HttpClient http = HttpClient.newHttpClient();
    HttpRequest ask =
        HttpRequest.newBuilder(
                URI.create("http://localhost:" + restPort + "/jobs/" + client.getJobID()))
            .build();
    while (!allRun(http.send(ask, HttpResponse.BodyHandlers.ofString()).body())) {
      failIfEnded();
      LockSupport.parkNanos(LOOK_AGAIN_NANOS);
    }
  }

  private static boolean allRun(String job) throws IOException {
    JsonNode vertices = new ObjectMapper().readTree(job).path("vertices");
    for (JsonNode vertex : vertices) {
      if (vertex.path("tasks").path("RUNNING").asInt() < vertex.path("parallelism").asInt()) {
        return false;
      }
    }
    return !vertices.isEmpty();
  }

  /** Waits until it has ended by itself. */
  public void awaitEnd() throws Exception {
    try {
      var unused = client.getJobExecutionResult().get();
    } catch (ExecutionException e) {
      throw failure(e);
    } finally {
      // The mini cluster goes with the job: from here on it answers no question.
      ended = true;
    }
  }

  /**
   * Does nothing while it runs.
   *
   * @throws JobFailedException if it has failed, with the reason
   */
  public void failIfEnded() throws Exception {
    if (status().isGloballyTerminalState()) {
      awaitEnd();
      throw new JobFailedException("the job ended before its work was done", null);
    }
  }

  private JobStatus status() throws InterruptedException, ExecutionException {
    return client.getJobStatus().get();
  }

  private static JobFailedException failure(ExecutionException e) {
    Throwable cause = e;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    String reason = cause.getMessage() == null ? cause.getClass().getName() : cause.getMessage();
    return new JobFailedException("the job failed: " + reason, e);
  }

  /** A job that did not end well. */
  public static final class JobFailedException extends Exception {
    private static final long serialVersionUID = 1L;

    JobFailedException(String message, Throwable cause) {
      super(message, cause);
    }
  }

  @Override
  public void close() throws InterruptedException {
    if (ended) {
      return;
    }
    try {
      if (!status().isGloballyTerminalState()) {
        client.cancel().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        var unused = client.getJobExecutionResult().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      }
    } catch (ExecutionException | TimeoutException e) {
      // Cancelled, which is told as a failure; or it ended meanwhile.
    }
  }
}
