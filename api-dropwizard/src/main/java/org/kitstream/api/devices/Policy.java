package org.kitstream.api.devices;

import org.jspecify.annotations.Nullable;

/**
 * What may be done with a device's data, and what its owner wants to hear.
 *
 * @param preciseLocation false: its place is kept only roughly
 * @param forwardingDestinationId who gets its data when it is forwarded; a label
 */
public record Policy(
    boolean isPrivate,
    boolean isTest,
    boolean preciseLocation,
    boolean enableForwarding,
    boolean notifyLowBattery,
    boolean notifyStoppedPublishing,
    @Nullable Integer forwardingDestinationId) {

  /** Public, precise and quiet. */
  public static final Policy DEFAULT = new Policy(false, false, true, false, false, false, null);
}
