/** History that owners upload as files: what is in a file, and its way into the stream. */
@NullMarked
package org.kitstream.api.uploads;

import org.jspecify.annotations.NullMarked;
