package org.kitstream.api.devices;

import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.kitstream.api.failure.Violations;

/** What must hold for a device. */
final class DraftCheck {

  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~-]{1,64}");

  private DraftCheck() {}

  /** The violations of a draft of this device, among all that is stored. */
  static Violations violations(Handle handle, long id, DeviceDraft draft) {
    DeviceDao dao = handle.attach(DeviceDao.class);
    String token = draft.token();
    Integer kitId = draft.kitId();
    Integer destination = draft.policy().forwardingDestinationId();
    return violations(draft)
        .addIf(token != null && dao.isTokenTaken(token, id), "device_token", Violations.TAKEN)
        .addIf(kitId != null && !dao.kitExists(kitId), "kit_id", Violations.MISSING_TARGET)
        .addIf(
            destination != null
                && !handle.attach(PostprocessingDao.class).destinationExists(destination),
            "forwarding_destination_id",
            Violations.MISSING_TARGET);
  }

  /** What can be told from the draft alone. A token must fit into one level of a topic. */
  private static Violations violations(DeviceDraft draft) {
    String name = draft.name();
    String mac = draft.macAddress();
    String token = draft.token();
    Violations violations = new Violations();
    violations.addIf(name == null || name.isBlank(), "name", Violations.BLANK);
    violations.addIf(mac != null && !MacAddress.isValid(mac), "mac_address", Violations.INVALID);
    violations.addIf(
        token != null && !TOKEN.matcher(token).matches(), "device_token", Violations.INVALID);
    draft.placement().check(violations);
    KitConfig.check(draft.config(), violations);
    return violations;
  }
}
