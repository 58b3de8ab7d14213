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
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A job in this process, cancelled when it is closed. */
public final class RunningJob implements AutoCloseable {
  private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
  private static final long PATIENCE_SECONDS = 30;

  private final JobClient client;
  private final Thread hook = new Thread(this::cancel, "cancel-job");

  public RunningJob(JobClient client) {
    this.client = client;
  }

  /**
   * Starts the job that an environment holds.
   *
   * @throws JobFailedException if it cannot be started, with the reason
   */
  public static RunningJob start(StreamExecutionEnvironment env, String name)
      throws JobFailedException {
    try {
      return new RunningJob(env.executeAsync(name));
    } catch (Exception e) {
      throw JobFailedException.of(e);
    }
  }

  /** Waits until it runs. */
  public void awaitRunning() throws Exception {
    while (!runs()) {
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

  /**
   * Waits until it has ended by itself.
   *
   * @throws JobFailedException if it has failed, with the reason
   */
  public void awaitEnd() throws Exception {
    try {
      var unused = client.getJobExecutionResult().get();
    } catch (ExecutionException e) {
      throw JobFailedException.of(e);
    }
  }

  /**
   * Does nothing while it runs.
   *
   * @throws JobFailedException if it has failed, with the reason
   */
  public void failIfEnded() throws Exception {
    if (ended()) {
      awaitEnd();
      throw new JobFailedException("the job ended before its work was done", null);
    }
  }

  /** Asks the result, not the status: the mini cluster ends with the job and answers no more. */
  private boolean ended() {
    return client.getJobExecutionResult().isDone();
  }

  private boolean runs() throws InterruptedException, ExecutionException {
    try {
      return client.getJobStatus().get() == JobStatus.RUNNING;
    } catch (IllegalStateException e) {
      // The cluster has ended since: so has the job, and failIfEnded tells why.
      return false;
    }
  }

  /** Cancels it when the process is interrupted, so that its outputs are closed. */
  public void endAtInterrupt() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending: the hook has run.
    }
    cancel();
  }

  private void cancel() {
    try {
      if (!ended()) {
        client.cancel().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        var unused = client.getJobExecutionResult().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      }
    } catch (ExecutionException | TimeoutException | IllegalStateException e) {
      // Cancelled, which is told as a failure; or it ended meanwhile, and the cluster with it.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
