package org.kitstream.jobs.calibration;

import org.kitstream.contract.reading.RawReading;

/**
 * A reading whose device or sensors are not known yet.
 *
 * @param until when it is given up, in epoch milliseconds
 */
public record WaitingReading(RawReading reading, long until) {}
