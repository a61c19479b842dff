package org.kitstream.api.uploads;

import java.time.Instant;
import java.util.UUID;

/**
 * An upload that this node has taken on.
 *
 * @param claim proves that it is still ours
 * @param sha256 of the file after decompression, hexadecimal
 * @param rowsDone rows that need not be sent again
 * @param receivedAt when it was stored whole
 */
public record ClaimedUpload(
    long id, long deviceId, UUID claim, String sha256, long rowsDone, Instant receivedAt) {}
