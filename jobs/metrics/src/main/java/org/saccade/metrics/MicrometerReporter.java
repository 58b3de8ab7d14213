package org.saccade.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.LogicalScopeProvider;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;

/**
 * Mirrors every Flink metric into a Micrometer registry and serves that to Prometheus.
 *
 * <p>A Flink counter becomes a counter, a meter a counter and a {@code .rate} gauge, a histogram
 * its 50, 95 and 99 % quantiles, a numeric gauge a gauge. The name is the logical scope's ({@code
 * flink_taskmanager_job_task_operator_…}), the scope's variables are the tags; the task attempt is
 * left out, or every restart would open new series.
 */
public final class MicrometerReporter implements MetricReporter {
  private static final double[] QUANTILES = {0.5, 0.95, 0.99};
  private static final String NOT_A_TAG = "<task_attempt_id>";

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Map<Metric, List<Meter>> live = new ConcurrentHashMap<>();
  private PrometheusEndpoint endpoint;

  @Override
  public void open(MetricConfig config) {
    try {
      endpoint =
          PrometheusEndpoint.start(
              config.getString("host", "127.0.0.1"),
              config.getString("port", "9249-9260"),
              registry::scrape);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it is served, such as {@code http://127.0.0.1:9249/metrics}. */
  public String address() {
    return endpoint.address();
  }

  @Override
  public void close() {
    live.values().forEach(meters -> meters.forEach(registry::remove));
    live.clear();
    if (endpoint != null) {
      endpoint.close();
    }
  }

  @Override
  public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
    String id = "flink." + logicalScope(group) + "." + name;
    live.put(metric, meters(metric, id, tags(group)));
  }

  @Override
  public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {
    List<Meter> meters = live.remove(metric);
    if (meters != null) {
      meters.forEach(registry::remove);
    }
  }

  private List<Meter> meters(Metric metric, String id, Tags tags) {
    List<Meter> meters = new ArrayList<>();
    switch (metric.getMetricType()) {
      case COUNTER ->
          meters.add(
              FunctionCounter.builder(id, (Counter) metric, Counter::getCount)
                  .tags(tags)
                  .register(registry));
      case METER -> {
        var meter = (org.apache.flink.metrics.Meter) metric;
        meters.add(
            FunctionCounter.builder(id, meter, m -> m.getCount()).tags(tags).register(registry));
        meters.add(
            Gauge.builder(id + ".rate", meter, m -> m.getRate()).tags(tags).register(registry));
      }
      case GAUGE ->
          meters.add(
              Gauge.builder(
                      id, (org.apache.flink.metrics.Gauge<?>) metric, MicrometerReporter::number)
                  .tags(tags)
                  .register(registry));
      case HISTOGRAM -> {
        for (double q : QUANTILES) {
          meters.add(
              Gauge.builder(id, (Histogram) metric, h -> h.getStatistics().getQuantile(q))
                  .tags(tags.and("quantile", Double.toString(q)))
                  .register(registry));
        }
      }
    }
    return meters;
  }

  private static double number(org.apache.flink.metrics.Gauge<?> gauge) {
    return gauge.getValue() instanceof Number n ? n.doubleValue() : Double.NaN;
  }

  private static Tags tags(MetricGroup group) {
    List<Tag> tags = new ArrayList<>();
    group
        .getAllVariables()
        .forEach(
            (variable, value) -> {
              if (!variable.equals(NOT_A_TAG)) {
                tags.add(Tag.of(variable.substring(1, variable.length() - 1), value));
              }
            });
    return Tags.of(tags);
  }

  private static String logicalScope(MetricGroup group) {
    return LogicalScopeProvider.castFrom(group)
        .getLogicalScope(s -> s.replaceAll("[^a-zA-Z0-9]", "_"), '.');
  }
}
