/** What runs, how it is and what it costs. */
@NullMarked
package org.kitstream.ops.status;

import org.jspecify.annotations.NullMarked;
