package org.kitstream.contract.device;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kitstream.contract.reading.PayloadFormat;

/**
 * All that the stream needs of a device, in {@code devices.profiles}. Every change makes a new
 * revision; revisions of one device only grow.
 *
 * @param uuid the device's uuid, in its canonical text form
 * @param token what the kit proves itself with; null when it has none, so it cannot publish
 * @param kitId the blueprint it is built from, if any
 * @param archived an archived device takes no readings
 * @param readingsFormat how to read what it posts as JSON, for a kit of another platform; null: as
 *     {@link PayloadFormat#JSON}
 * @param forwarding who may follow its processed readings live; null: nobody
 */
public record DeviceProfile(
    long deviceId,
    String uuid,
    long revision,
    @Nullable String token,
    @Nullable Integer kitId,
    List<ComponentProfile> components,
    @Nullable Double latitude,
    @Nullable Double longitude,
    @Nullable String exposure,
    boolean isPrivate,
    boolean archived,
    @Nullable PayloadFormat readingsFormat,
    @Nullable ForwardingAccess forwarding) {}
