package org.saccade.local.run;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.saccade.jobs.config.ConfigurationException;

/** Whether metrics can be served where the configuration says. Flink itself would go on without. */
final class MetricsPort {
  private static final Pattern PORTS = Pattern.compile("(\\d{1,5})(?:-(\\d{1,5}))?");

  private MetricsPort() {}

  /**
   * @param ports a port, a range such as {@code 9249-9260}, or 0: any
   * @throws ConfigurationException if the text is none of these, or none of the ports is free
   */
  static void require(String host, String ports) {
    Matcher range = PORTS.matcher(ports.replace(" ", ""));
    boolean read = range.matches();
    int first = read ? Integer.parseInt(range.group(1)) : -1;
    int last = read && range.group(2) != null ? Integer.parseInt(range.group(2)) : first;
    if (!read || last < first || last > 65_535) {
      throw new ConfigurationException(
          "configuration: metrics.port="
              + ports
              + " must be a port up to 65535, a range such as 9249-9260, or 0 for any");
    }
    InetAddress address = address(host);
    for (int port = first; port <= last; port++) {
      if (isFree(address, port)) {
        return;
      }
    }
    throw new ConfigurationException(
        "configuration: metrics.port="
            + ports
            + ": in use on "
            + host
            + "; stop the program that has it, or set another (0: any free one)");
  }

  private static InetAddress address(String host) {
    try {
      return InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      throw new ConfigurationException(
          "configuration: metrics.host=" + host + " must be a name or address of this machine");
    }
  }

  private static boolean isFree(InetAddress address, int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(address, port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
