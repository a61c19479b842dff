/** One box: every part of the platform on one machine, started and stopped in order. */
@NullMarked
package org.kitstream.ops.box;

import org.jspecify.annotations.NullMarked;
