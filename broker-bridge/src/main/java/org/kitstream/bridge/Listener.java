package org.kitstream.bridge;

import java.util.ArrayList;
import java.util.List;
import org.kitstream.bridge.settings.BridgeSettings.Listeners;

/** The ways to reach a bridge, in the order in which the broker opens them. */
public enum Listener {
  PLAIN,
  WEB_SOCKET,
  TLS,
  TLS_WEB_SOCKET;

  /** Those that the settings ask for. */
  static List<Listener> opened(Listeners settings) {
    List<Listener> opened = new ArrayList<>(List.of(PLAIN));
    if (settings.webSocketPort() != null) {
      opened.add(WEB_SOCKET);
    }
    if (settings.tls() != null) {
      opened.add(TLS);
      if (settings.tls().webSocketPort() != null) {
        opened.add(TLS_WEB_SOCKET);
      }
    }
    return opened;
  }
}
