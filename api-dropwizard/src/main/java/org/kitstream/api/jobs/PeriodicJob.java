package org.kitstream.api.jobs;

import java.time.Duration;
import java.util.function.IntSupplier;

/**
 * Work that is done every so often. Several nodes may do it at the same time.
 *
 * @param name for operators, such as {@code purge-devices}
 * @param work says how many things it dealt with
 */
public record PeriodicJob(String name, Duration period, IntSupplier work) {}
