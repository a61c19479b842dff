package org.kitstream.ops.box;

import java.nio.file.Path;

/** What a person who started a box needs next. */
final class Welcome {

  private Welcome() {}

  static String to(BoxSettings settings, Path adminPassword) {
    BoxPorts ports = settings.ports();
    return """

        Kitstream is ready.

          REST API    http://%1$s:%2$d/v0        health: http://%1$s:%2$d/health
          MQTT        %1$s:%3$d   (over WebSocket: ws://%1$s:%4$d/mqtt)
          Flink       http://127.0.0.1:%5$d
          metrics     http://%1$s:%6$d/metrics
          user admin  password in %7$s

        Try it:

          curl 'http://%1$s:%2$d/v0/devices?pretty=true'
          mosquitto_pub -h %1$s -p %3$d -q 1 -i TOKEN -t device/sck/TOKEN/readings/raw -m "{t:$(date -u +%%FT%%TZ),55:21.4}"

        README.md shows how to register a kit and get its TOKEN. Ctrl-C (or ops/down) stops everything in order.
        """
        .formatted(
            settings.host(),
            ports.http(),
            ports.mqtt(),
            ports.mqttWebSocket(),
            ports.flink(),
            ports.admin(),
            adminPassword);
  }
}
