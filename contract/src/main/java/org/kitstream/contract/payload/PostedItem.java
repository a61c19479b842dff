package org.kitstream.contract.payload;

import java.time.Instant;
import java.util.List;

/** What a kit says that it measured at one time. */
public record PostedItem(Instant recordedAt, List<PostedValue> values) {}
