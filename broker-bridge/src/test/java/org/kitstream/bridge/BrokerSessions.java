package org.kitstream.bridge;

import java.lang.reflect.Field;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which sessions the broker of a bridge keeps: it tells nobody, so this looks. */
final class BrokerSessions {

  private BrokerSessions() {}

  /** The client ids of all, connected or not. */
  static Set<String> of(MqttBridge bridge) {
    Object registry = field(field(field(bridge, "broker"), "server"), "sessions");
    Set<String> clientIds = new TreeSet<>();
    ((Map<?, ?>) field(registry, "pool")).keySet().forEach(id -> clientIds.add(id.toString()));
    return clientIds;
  }

  private static Object field(Object owner, String name) {
    try {
      Field field = owner.getClass().getDeclaredField(name);
      field.setAccessible(true);
      return field.get(owner);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("the broker looks different", e);
    }
  }
}
