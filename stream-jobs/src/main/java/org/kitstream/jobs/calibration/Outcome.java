package org.kitstream.jobs.calibration;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kitstream.contract.device.LatestDocument;
import org.kitstream.contract.reading.ProcessedReading;
import org.kitstream.contract.reading.Refusal;

/**
 * What became of one payload.
 *
 * @param processed by ascending time, each time once
 * @param latest the device's new latest document; null if it stays as it was
 */
record Outcome(
    List<ProcessedReading> processed, @Nullable LatestDocument latest, List<Refusal> refusals) {}
