/** From raw to processed, latest and quarantined readings. */
@NullMarked
package org.kitstream.jobs.calibration;

import org.jspecify.annotations.NullMarked;
