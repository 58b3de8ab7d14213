package org.saccade.local.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A Kafka broker in this process.
 *
 * <pre>
 *   try (EmbeddedBroker broker = EmbeddedBroker.start()) {
 *     … broker.bootstrapServers() …
 *   }
 * </pre>
 *
 * <p>Closing it, or ending the process by a signal, stops the server and deletes its folder. Takes
 * about 3 seconds to start the first time in a JVM and half a second after that.
 */
public final class EmbeddedBroker implements AutoCloseable {
  private static final int ATTEMPTS = 5;
  private static final long SHUTDOWN_SECONDS = 20;

  private final Path folder;
  private final int port;
  private final Thread hook = new Thread(this::stop, "embedded-broker-shutdown");
  private volatile KafkaRaftServer server;
  private boolean stopped;

  private EmbeddedBroker(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  /** Starts a broker on any free port, its files below the system's temporary folder. */
  public static EmbeddedBroker start() throws IOException {
    return start(0, Path.of(System.getProperty("java.io.tmpdir")));
  }

  /**
   * Starts a broker.
   *
   * @param port port to listen on, 0: any free one
   * @param parent folder in which the broker's own folder is made
   * @throws BrokerStartException if the port is in use, or the server does not come up
   */
  public static EmbeddedBroker start(int port, Path parent) throws IOException {
    return start(port, parent, EmbeddedBroker::freePorts);
  }

  /** Two ports that are free, for all one knows. */
  interface PortFinder {
    int[] find() throws IOException;
  }

  static EmbeddedBroker start(int port, Path parent, PortFinder ports) throws IOException {
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException("port=" + port + " must be between 0 and 65535");
    }
    for (int attempt = 1; ; attempt++) {
      if (port != 0 && !isFree(port)) {
        throw inUse(port, null);
      }
      int[] free = ports.find();
      int brokerPort = port == 0 ? free[0] : port;
      try {
        return startOn(brokerPort, free[1], parent);
      } catch (RuntimeException e) {
        // Somebody may have taken a port between the look and the bind: then look again.
        boolean taken = !isFree(brokerPort) || !isFree(free[1]);
        if (port != 0 && !isFree(port)) {
          throw inUse(port, e);
        }
        if (!taken || attempt == ATTEMPTS) {
          throw new BrokerStartException(
              "the embedded Kafka broker did not start on port "
                  + brokerPort
                  + ": "
                  + rootMessage(e),
              e);
        }
      }
    }
  }

  private static EmbeddedBroker startOn(int port, int controllerPort, Path parent)
      throws IOException {
    Path folder = Files.createTempDirectory(Files.createDirectories(parent), "saccade-broker-");
    EmbeddedBroker broker = new EmbeddedBroker(folder, port);
    Runtime.getRuntime().addShutdownHook(broker.hook);
    // Where a listener cannot be bound Kafka ends the process; inside of ours that is an exception.
    Exit.Procedure refuse =
        (status, message) -> {
          throw new IllegalStateException("Kafka's server gave up: " + message);
        };
    Exit.setExitProcedure(refuse);
    Exit.setHaltProcedure(refuse);
    try {
      format(folder);
      KafkaConfig config =
          KafkaConfig.fromProps(BrokerProperties.of(folder, port, controllerPort), false);
      broker.server = new KafkaRaftServer(config, Time.SYSTEM);
      broker.server.startup();
      return broker;
    } catch (RuntimeException e) {
      broker.close();
      throw e;
    } finally {
      Exit.resetExitProcedure();
      Exit.resetHaltProcedure();
    }
  }

  private static void format(Path folder) {
    PrintStream silent =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    try {
      new Formatter()
          .setPrintStream(silent)
          .setNodeId(BrokerProperties.NODE_ID)
          .setClusterId(Uuid.randomUuid().toString())
          .addDirectory(folder.toString())
          .setMetadataLogDirectory(folder.toString())
          .setControllerListenerName(BrokerProperties.CONTROLLER)
          .setIgnoreFormatted(true)
          .run();
    } catch (Exception e) {
      throw new IllegalStateException("formatting " + folder + ": " + e.getMessage(), e);
    }
  }

  /** Host and port for clients: {@code localhost:PORT}. */
  public String bootstrapServers() {
    return "localhost:" + port;
  }

  /** Where the broker's files are while it runs. */
  public Path folder() {
    return folder;
  }

  /** Stops the server and deletes its files. */
  @Override
  public void close() {
    stop();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending: the hook runs, and finds that all is done.
    }
  }

  private synchronized void stop() {
    if (stopped) {
      return;
    }
    stopped = true;
    if (server != null) {
      shutDown(server);
    }
    delete(folder);
  }

  /** Waits for the server's end, but not for ever: the folder has to go in any case. */
  private static void shutDown(KafkaRaftServer server) {
    Thread shutdown =
        new Thread(
            () -> {
              server.shutdown();
              server.awaitShutdown();
            },
            "embedded-broker-stop");
    shutdown.setDaemon(true);
    shutdown.start();
    try {
      shutdown.join(TimeUnit.SECONDS.toMillis(SHUTDOWN_SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Deletes a folder in which a server that is still ending may make or remove files. */
  private static void delete(Path folder) {
    for (int attempt = 1; Files.exists(folder); attempt++) {
      try (Stream<Path> files = Files.walk(folder)) {
        List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        for (Path file : deepestFirst) {
          Files.deleteIfExists(file);
        }
      } catch (IOException | UncheckedIOException e) {
        if (attempt == ATTEMPTS) {
          throw new IllegalStateException(
              "the broker's folder " + folder + " could not be deleted: " + e.getMessage(), e);
        }
      }
    }
  }

  private static BrokerStartException inUse(int port, Throwable cause) {
    return new BrokerStartException(
        "port "
            + port
            + " on localhost is in use, the embedded Kafka broker needs a free one: stop the"
            + " program that has it, or choose another port (0: any free one)",
        cause);
  }

  private static String rootMessage(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName("localhost"), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Two ports that were free a moment ago. */
  static int[] freePorts() throws IOException {
    InetAddress localhost = InetAddress.getByName("localhost");
    try (ServerSocket a = new ServerSocket(0, 1, localhost);
        ServerSocket b = new ServerSocket(0, 1, localhost)) {
      return new int[] {a.getLocalPort(), b.getLocalPort()};
    }
  }
}
