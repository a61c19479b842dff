package org.kitstream.api.devices;

import java.util.List;
import java.util.Optional;
import org.kitstream.api.filters.Search;
import org.kitstream.api.paging.Page;

/**
 * Which devices are asked for.
 *
 * @param near nearest first, if asked for
 * @param tags of which a device has to have one, unless there are none
 */
public record DeviceQuery(Search search, Optional<Near> near, List<String> tags, Page page) {

  /** All devices, by ascending id. */
  public static DeviceQuery all(Page page) {
    return new DeviceQuery(Search.ALL, Optional.empty(), List.of(), page);
  }
}
