package org.kitstream.api.kits;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.failure.Violations;

/**
 * All of a kit that can be set from outside.
 *
 * @param sensorIds which sensors it has; null leaves them as they are
 * @param sensorMap short names to sensor ids; null leaves them as they are. Without {@code
 *     sensorIds} it also says which sensors there are
 */
public record KitDraft(
    @Nullable String name,
    @Nullable String description,
    @Nullable String slug,
    @Nullable List<Integer> sensorIds,
    @Nullable Map<String, Integer> sensorMap) {

  /** A kit of which nothing was said yet. */
  public static final KitDraft EMPTY = new KitDraft(null, null, null, null, null);

  private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,63}");

  Violations violations() {
    Map<String, Integer> map = sensorMap == null ? Map.of() : sensorMap;
    boolean keysAreFit = map.keySet().stream().allMatch(key -> KEY.matcher(key).matches());
    boolean sensorsDiffer = map.values().stream().distinct().count() == map.size();
    return new Violations()
        .addIfBlank(name, "name")
        .addIfBlank(description, "description")
        .addIfLongLine(name, "name")
        .addIfLongText(description, "description")
        .addIfLongLine(slug, "slug")
        .addIf(!keysAreFit || !sensorsDiffer, "sensor_map", Violations.INVALID);
  }
}
