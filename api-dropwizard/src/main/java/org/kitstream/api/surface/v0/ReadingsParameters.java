package org.kitstream.api.surface.v0;

import org.kitstream.api.surface.http.Kind;
import org.kitstream.api.surface.http.Takes;

/** What may be asked of a sensor's history. */
@Takes(
    value = "rollup",
    required = true,
    about = "Width of a bucket: a number and y M w d h m s or ms.")
@Takes(value = "sensor_id", as = Kind.INTEGER, about = "This or sensor_key has to be given.")
@Takes(value = "sensor_key", about = "The sensor's name on its board; goes before sensor_id.")
@Takes(
    value = "function",
    oneOf = {"avg", "max", "min", "sum", "count", "dev", "first", "last"},
    about = "Of the values in a bucket; avg unless said.")
@Takes(value = "from", as = Kind.TIME, about = "The first moment; also seconds since 1970.")
@Takes(value = "to", as = Kind.TIME, about = "The last moment, now unless said; only with from.")
@Takes(
    value = "relative",
    about = "How long ago to begin without from, like rollup; 6w unless said.")
@Takes(value = "limit", as = Kind.INTEGER, about = "How many points to read at most, oldest first.")
@Takes(value = "raw", about = "If given at all: the numbers as they were posted.")
@Takes(
    value = "all_intervals",
    about = "If true: empty buckets too, for rollups of 10m and longer.")
@Takes(value = "localtimes", about = "If 1: times in the caller's zone.")
final class ReadingsParameters {

  private ReadingsParameters() {}
}
