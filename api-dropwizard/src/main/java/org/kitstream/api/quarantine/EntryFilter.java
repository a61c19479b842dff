package org.kitstream.api.quarantine;

import org.jspecify.annotations.Nullable;

/**
 * Which entries are wanted.
 *
 * @param reason null: for any reason
 * @param replayed also those that were sent again
 * @param folded of those that are alike the newest only
 */
public record EntryFilter(@Nullable String reason, boolean replayed, boolean folded) {}
