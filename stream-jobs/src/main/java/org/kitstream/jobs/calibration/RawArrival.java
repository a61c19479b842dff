package org.kitstream.jobs.calibration;

import org.jspecify.annotations.Nullable;
import org.kitstream.contract.reading.QuarantinedReading;
import org.kitstream.contract.reading.RawReading;

/**
 * A record of {@code readings.raw}: a reading, or what had to be refused because its key or headers
 * make no sense. Exactly one of the two is there.
 */
public record RawArrival(@Nullable RawReading reading, @Nullable QuarantinedReading refused) {}
