/** The formula language: text in, a tree over primitive doubles out. The README has its grammar. */
@NullMarked
package org.kitstream.calibration.formula;

import org.jspecify.annotations.NullMarked;
