package org.kitstream.contract.device;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version of a calibration and the readings it is for: those recorded from {@code validFrom}
 * (included; null: since ever) to {@code validTo} (excluded; null: for ever).
 *
 * @param version counts from 1 within the component
 * @param expression the formula over the posted value {@code x}
 */
public record CalibrationProfile(
    long id,
    int version,
    String expression,
    @Nullable Instant validFrom,
    @Nullable Instant validTo) {}
