package org.kitstream.api.devices;

import org.kitstream.api.users.Caller;
import org.kitstream.api.users.Role;

/**
 * Who may do what with a device. These are the only such rules; the queries of {@link DeviceDao}
 * that list devices say {@link #mayRead} in SQL.
 */
public final class DeviceRules {

  private DeviceRules() {}

  /** Whether the caller may know of the device. */
  public static boolean mayRead(Caller caller, Device device) {
    return !device.policy().isPrivate() || mayChange(caller, device);
  }

  /** Whether the caller may change the device, and see what only its owner should see. */
  public static boolean mayChange(Caller caller, Device device) {
    return mayChange(caller, device.ownerId());
  }

  /** As {@link #mayChange(Caller, Device)}, of a device of this user. */
  public static boolean mayChange(Caller caller, long ownerId) {
    return caller.is(ownerId) || caller.hasRole(Role.ADMIN);
  }

  /** What remains of the wishes of somebody who may change the device, but not all of it. */
  static DeviceDraft permitted(Caller caller, DeviceDraft before, DeviceDraft wanted) {
    Policy old = before.policy();
    Policy wish = wanted.policy();
    boolean researcher = caller.hasRole(Role.RESEARCHER);
    Policy policy =
        new Policy(
            wish.isPrivate(),
            caller.hasRole(Role.ADMIN) ? wish.isTest() : old.isTest(),
            wish.preciseLocation(),
            researcher ? wish.enableForwarding() : old.enableForwarding(),
            wish.notifyLowBattery(),
            wish.notifyStoppedPublishing(),
            researcher ? wish.forwardingDestinationId() : old.forwardingDestinationId());
    return wanted
        .with(policy)
        .withPostprocessing(researcher ? wanted.postprocessing() : before.postprocessing());
  }
}
