package org.kitstream.bridge.downlink;

import io.netty.handler.codec.mqtt.MqttQoS;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.kitstream.bridge.access.AccessRules;
import org.kitstream.bridge.access.Tokens;
import org.kitstream.bridge.metrics.Exposition;

/**
 * What every kit is told to do, by device: so a configuration moves with its device to another
 * token. A kit hears it when it subscribes and whenever it changes, at QoS 1, never an older one
 * behind a newer one.
 *
 * <p>Holds the newest configuration of every device that has one. Safe for use by any thread.
 */
public final class Configurations {

  private final Tokens tokens;
  private final Map<Long, byte[]> byDevice = new ConcurrentHashMap<>();
  private final LongAdder published = new LongAdder();
  private final CompletableFuture<Outlet> outlet = new CompletableFuture<>();

  /** None yet. */
  public Configurations(Tokens tokens) {
    this.tokens = tokens;
  }

  /** Says where to publish; what was wanted before is published then. */
  public void open(Outlet where) {
    outlet.complete(where);
  }

  /** Takes in what a device's kit is told to do; null: nothing. Called by one thread. */
  public void update(long deviceId, byte @Nullable [] config) {
    if (config == null) {
      byDevice.remove(deviceId);
    } else {
      byDevice.put(deviceId, config);
      tokens.tokenOf(deviceId).ifPresent(token -> publish(token, deviceId));
    }
  }

  /** The kit of that token has subscribed; whether there is something to tell it. */
  public boolean wanted(String token) {
    return tokens
        .deviceOf(token)
        .filter(byDevice::containsKey)
        .map(
            deviceId -> {
              publish(token, deviceId);
              return true;
            })
        .orElse(false);
  }

  /** Writes how often a kit was told something. */
  public void expose(Exposition page) {
    page.counter("configurations_published_total", "Configurations handed to the broker for kits");
    page.sample(published.sum());
  }

  private void publish(String token, long deviceId) {
    var unused = outlet.thenAccept(where -> publish(where, token, deviceId));
  }

  /** One at a time, so that what is published last is what holds. */
  private synchronized void publish(Outlet where, String token, long deviceId) {
    byte[] newest = byDevice.get(deviceId);
    if (newest != null) {
      published.increment();
      var unused = where.publish(AccessRules.configTopic(token), newest, MqttQoS.AT_LEAST_ONCE);
    }
  }
}
