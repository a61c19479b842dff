/** From posted numbers to calibrated values: pure functions without clock, I/O or logging. */
@NullMarked
package org.kitstream.calibration;

import org.jspecify.annotations.NullMarked;
