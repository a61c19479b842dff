/** Load on the kits' door: many connections from one thread, and what it costs. */
@NullMarked
package org.kitstream.ops.load;

import org.jspecify.annotations.NullMarked;
