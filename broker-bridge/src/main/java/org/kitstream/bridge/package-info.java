/**
 * The MQTT front door: kits publish here, and what is acknowledged is in Kafka.
 *
 * <p>{@link org.kitstream.bridge.MqttBridge} is the way in; the module's RATIONALE says why it is
 * built around a hook of Netty; {@code door} is its heart.
 */
@NullMarked
package org.kitstream.bridge;

import org.jspecify.annotations.NullMarked;
