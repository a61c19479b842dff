/** The way into the stream: payloads to {@code readings.raw}. */
@NullMarked
package org.kitstream.api.raw;

import org.jspecify.annotations.NullMarked;
