/** Simulated kits, and a real data set replayed, over the same doors that real kits use. */
@NullMarked
package org.kitstream.ops.demo;

import org.jspecify.annotations.NullMarked;
