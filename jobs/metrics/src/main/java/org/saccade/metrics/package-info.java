/**
 * Flink's metrics out through Micrometer, on a Prometheus endpoint.
 *
 * <p>A reporter starts before any job's classes are there, so this is a plugin jar of its own: in a
 * cluster it lies in {@code plugins/saccade-metrics/}, and the configuration names the factory:
 *
 * <pre>
 *   metrics.reporter.saccade.factory.class: org.saccade.metrics.MicrometerReporterFactory
 *   metrics.reporter.saccade.host: 127.0.0.1     # 0.0.0.0 to be scraped from elsewhere
 *   metrics.reporter.saccade.port: 9249-9260     # the first free one is taken; 0: any
 * </pre>
 *
 * <p>Start with {@link org.saccade.metrics.MicrometerReporter}.
 */
package org.saccade.metrics;
