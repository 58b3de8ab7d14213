package org.saccade.metrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** Serves one text at {@code /metrics}. */
final class PrometheusEndpoint implements AutoCloseable {
  private final HttpServer server;

  private PrometheusEndpoint(HttpServer server) {
    this.server = server;
  }

  /**
   * Binds the first free port.
   *
   * @param ports one port or a range {@code 9249-9260}; 0: any free one
   * @throws IOException if none is free, naming host and ports
   */
  static PrometheusEndpoint start(String host, String ports, Supplier<String> scrape)
      throws IOException {
    int dash = ports.indexOf('-');
    int first = Integer.parseInt((dash < 0 ? ports : ports.substring(0, dash)).trim());
    int last = dash < 0 ? first : Integer.parseInt(ports.substring(dash + 1).trim());
    for (int port = first; port <= last; port++) {
      try {
        HttpServer server = HttpServer.create(new InetSocketAddress(host, port), 8);
        server.createContext("/metrics", exchange -> answer(exchange, scrape.get()));
        server.start();
        return new PrometheusEndpoint(server);
      } catch (BindException e) {
        // Taken: the next port of the range.
      }
    }
    throw new BindException(
        "metrics: no free port in " + ports + " on " + host + "; set metrics.port to another");
  }

  private static void answer(HttpExchange exchange, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  String address() {
    InetSocketAddress bound = server.getAddress();
    return "http://" + bound.getHostString() + ":" + bound.getPort() + "/metrics";
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
