package org.saccade.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.stream.LongStream;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

class MicrometerReporterTest {

  /** Counts what it sees, and scrapes the endpoint while its own metrics are still registered. */
  static final class Scraping extends RichMapFunction<Long, String> {
    private static final long serialVersionUID = 1L;
    private final long last;
    private final int port;
    private transient Counter seen;

    Scraping(long last, int port) {
      this.last = last;
      this.port = port;
    }

    @Override
    public void open(OpenContext context) {
      seen = getRuntimeContext().getMetricGroup().addGroup("sensor", "s0").counter("seen");
    }

    @Override
    public String map(Long value) throws Exception {
      seen.inc();
      if (value != last) {
        return "";
      }
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics")).build();
      return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
  }

  @Test
  void aJobsCounterIsScrapedWithItsScopesVariables() throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    Configuration configuration = new Configuration();
    configuration.setString(
        "metrics.reporter.saccade.factory.class", MicrometerReporterFactory.class.getName());
    configuration.setString("metrics.reporter.saccade.port", Integer.toString(port));
    configuration.setString("rest.port", "0");
    var env = StreamExecutionEnvironment.getExecutionEnvironment(configuration);
    env.setParallelism(1);
    StringBuilder scraped = new StringBuilder();
    var numbers = LongStream.rangeClosed(1, 1000).boxed().toArray(Long[]::new);
    env.fromData(numbers)
        .map(new Scraping(1000, port))
        .executeAndCollect()
        .forEachRemaining(scraped::append);
    assertThat(scraped.toString().lines())
        .anyMatch(
            line ->
                line.startsWith("flink_taskmanager_job_task_operator_sensor_seen_total{")
                    && line.contains("sensor=\"s0\"")
                    && !line.contains("task_attempt_id")
                    && line.endsWith(" 1000.0"));
  }

  @Test
  void aTakenPortIsPassedOverInARangeAndToldWhereItIsTheOnlyOne() throws Exception {
    try (ServerSocket taken = new ServerSocket()) {
      taken.bind(new InetSocketAddress("127.0.0.1", 0));
      int port = taken.getLocalPort();
      try (var endpoint =
          PrometheusEndpoint.start("127.0.0.1", port + "-" + (port + 20), () -> "")) {
        assertThat(endpoint.address()).doesNotContain(":" + port + "/");
      }
      assertThatThrownBy(
              () -> PrometheusEndpoint.start("127.0.0.1", Integer.toString(port), () -> ""))
          .isInstanceOf(BindException.class)
          .hasMessageContaining("metrics.port");
    }
  }
}
