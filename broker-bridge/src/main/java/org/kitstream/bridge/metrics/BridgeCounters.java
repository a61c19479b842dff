package org.kitstream.bridge.metrics;

/**
 * What a bridge did since it started, at one moment. Once everything in flight is settled, {@code
 * received = forwarded + refused + failed} holds in each {@link Flow}.
 *
 * @param acknowledged publishes with QoS 1 and 2: forwarded means stored, and only those are
 *     acknowledged
 * @param unacknowledged publishes with QoS 0, which may be lost: alert on its {@code failed}
 * @param repeats QoS 2 publishes that were stored before and not stored again
 * @param connectionsRefused closed by the door: too many, malformed, revoked, not MQTT
 */
public record BridgeCounters(
    Flow acknowledged, Flow unacknowledged, long repeats, long connectionsRefused) {

  /**
   * One kind of publish.
   *
   * @param received taken off the wire
   * @param forwarded stored by Kafka
   * @param refused not authorised, or to a topic that is none
   * @param failed Kafka did not store it in time, or the connection ended before it was sent; a
   *     time-out can hide a record that Kafka stored all the same
   */
  public record Flow(long received, long forwarded, long refused, long failed) {}
}
