package org.kitstream.api.surface.v0;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/** An SCK 1.x, with the HTTP of its firmware. */
final class LegacyKit {

  private LegacyKit() {}

  /** Sends data to the port of such kits; the whole answer. */
  static String add(int port, String mac, String version, String data) throws IOException {
    String request =
        """
        PUT /add HTTP/1.1\s
        Host: data.smartcitizen.me\s
        User-Agent: SmartCitizen\s
        X-SmartCitizenMacADDR: %s\s
        X-SmartCitizenVersion: %s\s
        X-SmartCitizenData: %s

        ]\r
        \r
        """;
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      byte[] bytes = request.formatted(mac, version, data).getBytes(ISO_8859_1);
      socket.getOutputStream().write(bytes);
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }
  }
}
