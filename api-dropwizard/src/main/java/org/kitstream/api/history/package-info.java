/** History of one sensor, grouped by time: what is asked, where it is read, how it is grouped. */
@NullMarked
package org.kitstream.api.history;

import org.jspecify.annotations.NullMarked;
