/** From processed readings to points in InfluxDB. */
@NullMarked
package org.kitstream.jobs.history;

import org.jspecify.annotations.NullMarked;
