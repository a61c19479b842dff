/** Readings on their way: as received, as processed, as refused. */
@NullMarked
package org.kitstream.contract.reading;

import org.jspecify.annotations.NullMarked;
