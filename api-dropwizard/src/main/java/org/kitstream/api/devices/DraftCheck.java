package org.kitstream.api.devices;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.failure.Violations;

/** What must hold for a device, as far as it can be told from the device alone. */
final class DraftCheck {

  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~-]{1,64}");
  private static final List<String> EXPOSURES = List.of("indoor", "outdoor");
  private static final double MAX_LATITUDE = 90;
  private static final double MAX_LONGITUDE = 180;

  private DraftCheck() {}

  /** The draft's violations; more can be added. A token must fit into one level of a topic. */
  static Violations violations(DeviceDraft draft) {
    String name = draft.name();
    String mac = draft.macAddress();
    String token = draft.token();
    String exposure = draft.placement().exposure();
    Violations violations = new Violations();
    violations.addIf(name == null || name.isBlank(), "name", Violations.BLANK);
    violations.addIf(mac != null && !MacAddress.isValid(mac), "mac_address", Violations.INVALID);
    violations.addIf(
        token != null && !TOKEN.matcher(token).matches(), "device_token", Violations.INVALID);
    violations.addIf(
        exposure != null && !EXPOSURES.contains(exposure), "exposure", Violations.NOT_INCLUDED);
    checkDegrees(violations, "latitude", draft.placement().latitude(), MAX_LATITUDE);
    checkDegrees(violations, "longitude", draft.placement().longitude(), MAX_LONGITUDE);
    return violations;
  }

  private static void checkDegrees(
      Violations violations, String field, @Nullable Double degrees, double bound) {
    violations.addIf(degrees != null && Math.abs(degrees) > bound, field, Violations.NOT_INCLUDED);
  }
}
