/** Who is online. */
@NullMarked
package org.kitstream.jobs.status;

import org.jspecify.annotations.NullMarked;
