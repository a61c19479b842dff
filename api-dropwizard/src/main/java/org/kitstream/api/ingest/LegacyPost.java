package org.kitstream.api.ingest;

import org.jspecify.annotations.Nullable;

/**
 * What an SCK 1.x says in the headers of a request.
 *
 * @param macAddress by which its device is known
 * @param version {@code <hardware>-<firmware>[-<letter>]}
 * @param data a JSON array of readings
 */
public record LegacyPost(
    @Nullable String macAddress, @Nullable String version, @Nullable String data) {}
