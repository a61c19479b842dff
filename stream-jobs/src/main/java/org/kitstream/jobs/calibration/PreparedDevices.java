package org.kitstream.jobs.calibration;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kitstream.calibration.CatalogueIndex;
import org.kitstream.contract.device.DeviceProfile;
import org.kitstream.contract.device.SensorCatalogue;

/**
 * The prepared devices of one task, made when first needed and kept, at most {@link #BOUND} of
 * them: those that were used last. Not state: what is lost is made again.
 */
final class PreparedDevices {

  /** A prepared device of ten linear sensors takes some 5 kB. */
  static final int BOUND = 50_000;

  private final Map<Long, PreparedDevice> byDevice = new LeastRecentlyUsed();
  private @Nullable SensorCatalogue catalogue;
  private @Nullable CatalogueIndex index;

  PreparedDevice get(DeviceProfile profile, SensorCatalogue sensors) {
    CatalogueIndex current = indexOf(sensors);
    PreparedDevice known = byDevice.get(profile.deviceId());
    if (known != null && known.isOf(profile, current)) {
      return known;
    }
    var prepared = new PreparedDevice(profile, current);
    byDevice.put(profile.deviceId(), prepared);
    return prepared;
  }

  void forget(long deviceId) {
    byDevice.remove(deviceId);
  }

  private CatalogueIndex indexOf(SensorCatalogue sensors) {
    boolean same = catalogue != null && catalogue.revision() == sensors.revision();
    if (index == null || !same) {
      catalogue = sensors;
      index = CatalogueIndex.of(sensors);
    }
    return index;
  }

  private static final class LeastRecentlyUsed extends LinkedHashMap<Long, PreparedDevice> {

    LeastRecentlyUsed() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Long, PreparedDevice> eldest) {
      return size() > BOUND;
    }
  }
}
