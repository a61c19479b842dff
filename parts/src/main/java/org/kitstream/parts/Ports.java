package org.kitstream.parts;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** TCP ports of the loopback interface. */
public final class Ports {

  private Ports() {}

  /** A port that nothing listens on at this moment. */
  public static int free() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new PartFailedException("No free port could be had on the loopback interface.", e);
    }
  }

  /** The port itself, or a free one when it is 0. */
  static int orFree(int port) {
    return port == 0 ? free() : port;
  }

  /** Whether the port of the address can be listened on now. */
  public static boolean isFree(String host, int port) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(host, port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
