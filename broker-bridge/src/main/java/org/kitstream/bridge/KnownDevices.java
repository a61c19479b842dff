package org.kitstream.bridge;

import org.jspecify.annotations.Nullable;
import org.kitstream.bridge.access.DeviceNews;
import org.kitstream.bridge.access.ForwardRights;
import org.kitstream.bridge.access.Tokens;
import org.kitstream.bridge.door.LiveSessions;
import org.kitstream.bridge.downlink.Configurations;
import org.kitstream.contract.device.DeviceProfile;

/** All that a bridge knows of devices. */
record KnownDevices(Tokens tokens, ForwardRights forwards, Configurations configurations)
    implements DeviceNews {

  /**
   * None yet; who loses a token or a right is cut off.
   *
   * @param messagesPerSecond of one device, in the long run
   */
  static KnownDevices none(LiveSessions sessions, int messagesPerSecond) {
    Tokens tokens = new Tokens(messagesPerSecond, sessions::cutOff);
    return new KnownDevices(
        tokens, new ForwardRights(sessions::cutOff), new Configurations(tokens));
  }

  @Override
  public void profile(long deviceId, @Nullable DeviceProfile profile) {
    tokens.update(deviceId, profile);
    forwards.update(deviceId, profile);
  }

  @Override
  public void config(long deviceId, byte @Nullable [] config) {
    configurations.update(deviceId, config);
  }
}
