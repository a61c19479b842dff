package org.kitstream.calibration.formula;

/** A part of a formula: a number or a condition. The two never stand for each other. */
sealed interface Node permits Term, Condition {}
