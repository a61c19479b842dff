package org.kitstream.api.quarantine;

import static java.util.stream.Collectors.partitioningBy;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Stores what was refused, within the bound of each device. Thread-safe. */
public final class QuarantineWriter {

  private final Jdbi jdbi;
  private final QuarantineSettings settings;

  public QuarantineWriter(Jdbi jdbi, QuarantineSettings settings) {
    this.jdbi = jdbi;
    this.settings = settings;
  }

  /** How many were new, and how many belong to no device. */
  record Written(int stored, int strays) {}

  /**
   * Writes a batch in one transaction. What belongs to no device that is known is only counted; a
   * batch that comes twice is counted twice then.
   */
  Written write(List<RefusedRecord> records) {
    return records.isEmpty()
        ? new Written(0, 0)
        : jdbi.inTransaction(handle -> write(handle, records));
  }

  private Written write(Handle handle, List<RefusedRecord> records) {
    QuarantineDao dao = handle.attach(QuarantineDao.class);
    List<Long> named =
        records.stream()
            .map(RefusedRecord::deviceId)
            .filter(Objects::nonNull)
            .distinct()
            .sorted()
            .toList();
    Set<Long> existing = new HashSet<>(dao.existing(named));
    Map<Boolean, List<RefusedRecord>> owned =
        records.stream().collect(partitioningBy(one -> isOf(existing, one)));
    Collection<RefusedRecord> ours = owned.getOrDefault(true, List.of());
    Collection<RefusedRecord> strays = owned.getOrDefault(false, List.of());
    int stored = ours.isEmpty() ? 0 : Arrays.stream(dao.insert(ours)).sum();
    if (!strays.isEmpty()) {
      dao.countStrays(strays);
    }
    existing.forEach(device -> dao.trim(device, settings.entriesPerDevice()));
    return new Written(stored, strays.size());
  }

  private static boolean isOf(Set<Long> devices, RefusedRecord refused) {
    Long device = refused.deviceId();
    return device != null && devices.contains(device);
  }
}
